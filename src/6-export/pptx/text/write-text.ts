import { writeFormula } from '../math/formula.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import { emu, spaceSize, typeSize } from '../units.ts';
import { element, type Xml } from '../xml.ts';
import { indent, spaceAbove } from './measure.ts';
import type { Bullet, Paragraph, Run, RunStyle } from './paragraph.ts';

/** What the text of a shape inherits, and how it fits. */
export interface TextBodySettings {
  /** The size of a paragraph in slide pixels, if it differs from what it inherits; `undefined` if it does not. */
  readonly sizeOf: (paragraph: Paragraph) => number | undefined;
  /** The type size that indents are computed from. */
  readonly base: number;
  /** The share to which text is made smaller so that it fits; 1 if it fits. */
  readonly shrink?: number;
  readonly anchor?: 't' | 'ctr' | 'b';
  /** In slide pixels: left, top, right, bottom; inherited if absent. */
  readonly insets?: readonly [number, number, number, number];
  /** A text box and not a placeholder, which inherits nothing. */
  readonly isFree?: boolean;
  readonly color?: string;
  /** The height of its lines as a share of the type size; inherited if absent. */
  readonly leading?: number;
  readonly isWrapped?: boolean;
  /** A line such as a footer, whose paragraphs inherit all. */
  readonly isLine?: boolean;
}

/** Text of one size and color in a box without insets. */
export function textOfSize(size: number, color: string): TextBodySettings {
  return { sizeOf: () => size, base: size, isFree: true, color, insets: [0, 0, 0, 0] };
}

/** Writes the text of a shape. @param name of the element: `p:txBody`, or `a:txBody` in tables */
export function writeTextBody(
  paragraphs: readonly Paragraph[],
  settings: TextBodySettings,
  writer: SlideWriter,
  name = 'p:txBody',
): Xml {
  const shown = paragraphs.length > 0 ? paragraphs : [{ runs: [], level: 0 }];
  return element(
    name,
    {},
    name === 'p:txBody' ? writeBodyProperties(settings) : element('a:bodyPr'),
    element('a:lstStyle'),
    shown.map((paragraph, index) => writeParagraph(paragraph, index, settings, writer)),
  );
}

function writeBodyProperties({ shrink, anchor, insets, isWrapped, isFree }: TextBodySettings): Xml {
  const [l, t, r, b] = insets ?? [];
  const values = {
    wrap: isFree ? (isWrapped === false ? 'none' : 'square') : undefined,
    lIns: l === undefined ? undefined : emu(l),
    tIns: t === undefined ? undefined : emu(t),
    rIns: r === undefined ? undefined : emu(r),
    bIns: b === undefined ? undefined : emu(b),
    rtlCol: isFree ? false : undefined,
    anchor,
  };
  if (shrink === undefined || shrink >= 1) {
    return element('a:bodyPr', values, isFree ? element('a:noAutofit') : element('a:normAutofit'));
  }
  const fontScale = Math.round(Math.max(0.25, shrink) * 100) * 1000;
  const fit = element('a:normAutofit', {
    fontScale,
    lnSpcReduction: shrink < 0.9 ? 10000 : undefined,
  });
  return element('a:bodyPr', values, fit);
}

function writeParagraph(
  paragraph: Paragraph,
  index: number,
  settings: TextBodySettings,
  writer: SlideWriter,
): Xml {
  const size = settings.sizeOf(paragraph);
  const em = size ?? settings.base;
  const runs = paragraph.runs.map((run) => writeRun(run, paragraph, size, em, settings, writer));
  // An empty line is as high as the font that is named here.
  const end =
    paragraph.runs.length === 0 &&
    writeRunProperties(endStyle(paragraph, settings), size, writer, 'a:endParaRPr');
  return element(
    'a:p',
    {},
    writeParagraphProperties(paragraph, index, em, settings, writer),
    runs,
    end,
  );
}

function endStyle({ style }: Paragraph, { isFree }: TextBodySettings): RunStyle {
  const font = style?.font ?? (isFree ? 'text' : undefined);
  return font === undefined ? {} : { font };
}

function writeParagraphProperties(
  paragraph: Paragraph,
  index: number,
  em: number,
  settings: TextBodySettings,
  writer: SlideWriter,
): Xml {
  const { level, bullet, isContinued, align, before } = paragraph;
  if (settings.isLine) return element('a:pPr');
  const depth = Math.min(level, 8);
  const inherits =
    !settings.isFree && bullet?.kind === 'dot' && !writer.isOwnColor('--color-accent');
  const isIndented = bullet !== undefined || isContinued;
  const margin = isIndented ? emu((depth + 1) * indent * em) : 0;
  const isSpaced = index > 0 && (settings.isFree || before !== undefined || !bullet);
  return element(
    'a:pPr',
    {
      marL: inherits ? undefined : margin,
      lvl: depth === 0 ? undefined : depth,
      indent: inherits ? undefined : bullet ? -emu(indent * em) : 0,
      algn: alignmentOf(align, settings.isFree ?? false, writer),
      // Code runs from left to right in every language.
      rtl: writer.isRightToLeft ? align !== 'left' : writer.turnsText ? false : undefined,
    },
    settings.leading !== undefined && writeLineHeight(settings.leading * em),
    index === 0
      ? element('a:spcBef', {}, element('a:spcPts', { val: 0 }))
      : isSpaced &&
          element(
            'a:spcBef',
            {},
            element('a:spcPts', { val: spaceSize(spaceAbove(paragraph) * em) }),
          ),
    inherits ? false : writeBullet(bullet, writer),
  );
}

function alignmentOf(
  align: Paragraph['align'],
  isFree: boolean,
  { isRightToLeft, turnsText }: SlideWriter,
): string | undefined {
  if (align !== undefined) return { left: 'l', center: 'ctr', right: 'r' }[align];
  if (isFree) return isRightToLeft ? 'r' : undefined;
  return turnsText ? (isRightToLeft ? 'r' : 'l') : undefined;
}

/** An exact height, as a share would be one of the font's own, which is not known: between 1.1 and 1.4 of its size. */
function writeLineHeight(height: number): Xml {
  return element('a:lnSpc', {}, element('a:spcPts', { val: typeSize(height) }));
}

function writeBullet(bullet: Bullet | undefined, writer: SlideWriter): readonly (Xml | false)[] {
  if (!bullet) return [element('a:buNone')];
  // In a template, bullets have the color that its lists have.
  const isTheirs = writer.isTemplate && !writer.isOwnColor('--color-accent');
  const color = !isTheirs && element('a:buClr', {}, writer.color('--color-accent'));
  if (bullet.kind === 'number') {
    const startAt = bullet.from === 1 ? undefined : bullet.from;
    return [
      color,
      element('a:buFont', { typeface: '+mj-lt' }),
      element('a:buAutoNum', { type: 'arabicPeriod', startAt }),
    ];
  }
  const char = bullet.kind === 'dot' ? writer.bullet : bullet.isChecked ? '☑' : '☐';
  const typeface = bullet.kind === 'dot' ? 'Arial' : 'Segoe UI Symbol';
  return [color, element('a:buFont', { typeface }), element('a:buChar', { char })];
}

function writeRun(
  run: Run,
  paragraph: Paragraph,
  size: number | undefined,
  em: number,
  settings: TextBodySettings,
  writer: SlideWriter,
): Xml {
  if (run.kind === 'break') return element('a:br');
  const style = {
    ...(settings.isFree && { font: 'text' }),
    ...(settings.color !== undefined && { color: settings.color }),
    ...paragraph.style,
    ...run.style,
  };
  const scaled = style.scale === undefined ? size : em * style.scale;
  const properties = writeRunProperties(style, scaled, writer);
  if (run.kind === 'math') {
    const propertiesOf = (own: RunStyle) =>
      writeRunProperties({ ...style, ...own }, scaled, writer);
    return writeFormula(run, propertiesOf, properties);
  }
  const text = element('a:t', {}, run.text);
  if (run.kind === 'text') return element('a:r', {}, properties, text);
  return element(
    'a:fld',
    { id: '{5B0E1C6A-0D8F-4B7E-9C55-1F2A3B4C5D6E}', type: 'slidenum' },
    properties,
    text,
  );
}

export function writeRunProperties(
  style: RunStyle,
  size: number | undefined,
  writer: SlideWriter,
  name: 'a:rPr' | 'a:endParaRPr' = 'a:rPr',
): Xml {
  const { bold, italic, underline, strike, place, color, highlight, link, font } = style;
  const isLink = link !== undefined;
  return element(
    name,
    {
      lang: writer.lang,
      sz: size === undefined ? undefined : typeSize(size),
      b: bold,
      i: italic,
      u: underline ? 'sng' : undefined,
      strike: strike ? 'sngStrike' : undefined,
      spc: style.isUntracked ? 0 : undefined,
      baseline: place && { super: 30000, sub: -25000 }[place],
    },
    isLink
      ? writer.hasOwnLinks && element('a:solidFill', {}, writer.color('--color-link'))
      : color !== undefined && element('a:solidFill', {}, writer.color(color)),
    highlight !== undefined && element('a:highlight', {}, writer.plainColor(highlight)),
    font !== undefined && writeFont(font, writer),
    link && writer.link(link),
  );
}

function writeFont(font: string, writer: SlideWriter): readonly Xml[] {
  const typeface =
    font === 'heading'
      ? '+mj-lt'
      : font === 'text'
        ? '+mn-lt'
        : font === 'mono'
          ? writer.monoFont
          : font;
  return font === 'mono' || font === 'Cambria Math'
    ? [
        element('a:latin', { typeface, pitchFamily: font === 'mono' ? 49 : undefined }),
        element('a:cs', { typeface }),
      ]
    : [element('a:latin', { typeface })];
}
