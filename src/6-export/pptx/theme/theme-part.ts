import { element, Xml } from '../xml.ts';
import type { Scheme } from './scheme.ts';

/** The theme of a master: its colors and fonts. */
export function writeTheme(
  name: string,
  scheme: Scheme,
  fonts: { readonly heading: string; readonly text: string },
): Xml {
  const { colors, isDark } = scheme;
  // The master maps backgrounds and texts to them, the other way round if the background is dark.
  const [dark1, light1, dark2, light2] = isDark
    ? [colors.bg1, colors.tx1, colors.bg2, colors.tx2]
    : [colors.tx1, colors.bg1, colors.tx2, colors.bg2];
  const entries: readonly (readonly [string, string])[] = [
    ['dk1', dark1],
    ['lt1', light1],
    ['dk2', dark2],
    ['lt2', light2],
    ['accent1', colors.accent1],
    ['accent2', colors.accent2],
    ['accent3', colors.accent3],
    ['accent4', colors.accent4],
    ['accent5', colors.accent5],
    ['accent6', colors.accent6],
    ['hlink', colors.hlink],
    ['folHlink', colors.folHlink],
  ];
  return element(
    'a:theme',
    { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name },
    element(
      'a:themeElements',
      {},
      element(
        'a:clrScheme',
        { name },
        entries.map(([key, val]) => element(`a:${key}`, {}, element('a:srgbClr', { val }))),
      ),
      element(
        'a:fontScheme',
        { name },
        writeFont('a:majorFont', fonts.heading),
        writeFont('a:minorFont', fonts.text),
      ),
      formats,
    ),
  );
}

function writeFont(name: string, typeface: string): Xml {
  return element(
    name,
    {},
    element('a:latin', { typeface }),
    element('a:ea', { typeface: '' }),
    element('a:cs', { typeface: '' }),
  );
}

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = (width: number): string =>
  `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>`;
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** Fills, lines and effects without gradients and shadows; a theme must have three of each. */
const formats = new Xml(
  `<a:fmtScheme name="Lectern"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(9525)}${line(12700)}${line(19050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`,
);

/** How names of colors are mapped to those of the theme. */
export function writeColorMap({ isDark }: Scheme): Xml {
  return element('p:clrMap', {
    bg1: isDark ? 'dk1' : 'lt1',
    tx1: isDark ? 'lt1' : 'dk1',
    bg2: isDark ? 'dk2' : 'lt2',
    tx2: isDark ? 'lt2' : 'dk2',
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((number) => [`accent${number}`, `accent${number}`]),
    ),
    hlink: 'hlink',
    folHlink: 'folHlink',
  });
}
