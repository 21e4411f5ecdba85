import { type Figure, nestedSvg } from './figure.ts';
import { loadMath } from './math/load.ts';

/** Units of MathJax's drawings per em. */
const unitsPerEm = 1000;
/** The space at the left and the right of a formula, in these units. */
const sideGap = 60;
/** The size of formulas relative to the text around them, as on slides. */
const scale = 1.08;

/**
 * Opens what draws formulas: as outlines, which look the same in all browsers and in PDF, and whose size is known.
 *
 * @returns draws MathML
 */
export async function openMath(): Promise<(mathml: string) => Figure> {
  const { mathjax, MathML, SVG, liteAdaptor, RegisterHTMLHandler, MathJaxStix2Font } =
    await loadMath();
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  // All parts of the font are in the bundle.
  mathjax.asyncLoad = () => undefined;
  mathjax.asyncIsSynchronous = true;
  const output = new SVG({
    fontData: MathJaxStix2Font,
    fontCache: 'none',
    linebreaks: { inline: false },
  });
  const page = mathjax.document('', { InputJax: new MathML(), OutputJax: output });
  // A formula is as wide as it is.
  const options = { display: true, em: 16, ex: 8, containerWidth: 1e6 };
  return (mathml) => readDrawing(adaptor.innerHTML(page.convert(mathml, options)));
}

function readDrawing(svg: string): Figure {
  const [, box = '0 0 0 0'] = /viewBox="([^"]*)"/.exec(svg) ?? [];
  const [left = 0, top = 0, inner = 0, height = 0] = box.split(' ').map(Number);
  const width = inner + 2 * sideGap;
  const padded = [left - sideGap, top, width, height].join(' ');
  const content = shorten(/^<svg[^>]*>([\s\S]*)<\/svg>$/.exec(svg)?.[1] ?? '');
  const em = (units: number) => (units / unitsPerEm) * scale;
  return {
    ratio: width / height,
    inText: { width: em(width), ascent: em(-top), descent: em(height + top) },
    draw: (place, className) => nestedSvg(padded, content, place, className),
  };
}

/** Removes what only MathJax's own scripts and styles use. */
function shorten(svg: string): string {
  return svg
    .replace(/ (?:data-[\w-]+|aria-[\w-]+|role|focusable|xmlns)="[^"]*"/g, '')
    .replace(/<\/path>/g, '')
    .replace(/(<path[^>]*)>/g, '$1/>')
    .replace(/<\/rect>/g, '')
    .replace(/(<rect[^>]*)>/g, '$1/>');
}
