import {
  childOf,
  childrenOf,
  descend,
  isTrue,
  type XmlElement,
} from '../../base/ooxml/xml-tree.ts';
import { readMath } from '../math/read-math.ts';
import type { Inline, LinkTarget, Paragraph, Style } from '../model.ts';
import { childrenIn } from './choose.ts';
import { linkOf, type SlideContext } from './context.ts';
import { withoutDirections } from './directions.ts';
import type { Inherited } from './placeholders.ts';
import {
  bulletIn,
  fontOf,
  inheritedRunValue,
  isMonospaced,
  levelsOf,
  runValue,
  valueIn,
} from './styles.ts';

/** The paragraphs of a text body. @param steps at which they appear, by their indexes */
export function readParagraphs(
  body: XmlElement | undefined,
  inherited: Inherited,
  context: SlideContext,
  steps: ReadonlyMap<number, number> = new Map(),
): readonly Paragraph[] {
  return childrenOf(body, 'a:p').map((paragraph, index): Paragraph => {
    const step = steps.get(index);
    return {
      ...readParagraph(paragraph, inherited, context),
      ...(step !== undefined && { step }),
    };
  });
}

function readParagraph(
  paragraph: XmlElement,
  inherited: Inherited,
  context: SlideContext,
): Paragraph {
  const properties = childOf(paragraph, 'a:pPr');
  const level = Math.min(8, Math.max(0, Number(properties?.attributes.lvl ?? 0) || 0));
  const levels = levelsOf(properties, level, inherited);
  const written = childrenIn(paragraph).flatMap((child) => readInline(child, levels, context));
  const inlines = withoutDirections(written, context.losses);
  const bullet = bulletIn(levels);
  const size = sizeOf(paragraph, levels);
  const align = alignments[valueIn(levels, 'algn') ?? ''];
  return {
    inlines,
    level,
    ...(bullet && { bullet }),
    isIndented: !bullet && Number(properties?.attributes.marL ?? 0) > 0,
    ...(size !== undefined && { size }),
    ...(align && { align }),
    ...(isInHeadingFont(paragraph) && { isHeading: true }),
  };
}

function isInHeadingFont(paragraph: XmlElement): boolean {
  const runs = childrenOf(paragraph, 'a:r');
  return (
    runs.length > 0 &&
    runs.every((run) => descend(run, 'a:rPr', 'a:latin')?.attributes.typeface === '+mj-lt')
  );
}

const alignments: Readonly<Record<string, Paragraph['align']>> = {
  l: 'left',
  ctr: 'center',
  r: 'right',
};

/** In points; slide pixels differ by a factor that is the same for all. */
function sizeOf(paragraph: XmlElement, levels: readonly XmlElement[]): number | undefined {
  const runs = [...childrenOf(paragraph, 'a:r'), ...childrenOf(paragraph, 'a:fld')];
  const sizes = runs.map((run) => runValue(childOf(run, 'a:rPr'), levels, 'sz'));
  const end = childOf(paragraph, 'a:endParaRPr')?.attributes.sz;
  const own = sizes.find((size) => size !== undefined) ?? end ?? inheritedRunValue(levels, 'sz');
  return own === undefined ? undefined : Number(own) / 100;
}

function readInline(
  child: XmlElement,
  levels: readonly XmlElement[],
  context: SlideContext,
): readonly Inline[] {
  switch (child.name) {
    case 'a:br':
      return [{ kind: 'break' }];
    case 'a:r':
    case 'a:fld':
      return readRun(child, levels, context);
    case 'a14:m':
      return child.children.flatMap((math) => readMath(math, context.losses));
    case 'm:oMath':
    case 'm:oMathPara':
      return readMath(child, context.losses);
    default:
      return [];
  }
}

function readRun(
  run: XmlElement,
  levels: readonly XmlElement[],
  context: SlideContext,
): readonly Inline[] {
  const properties = childOf(run, 'a:rPr');
  const link = linkOf(childOf(properties, 'a:hlinkClick'), context);
  const style = styleOf(properties, levels, link);
  const text = decodeText(childOf(run, 'a:t')?.text ?? '');
  return text
    .split('\v')
    .flatMap((part, index): readonly Inline[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...(part === '' ? [] : [{ kind: 'text', text: part, style } as const]),
    ]);
}

/** Characters that XML cannot contain are written as `_x000B_`; line feeds and tabs are spaces. */
function decodeText(text: string): string {
  return (
    text
      .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => {
        const code = Number.parseInt(hex, 16);
        return code === 0x0b || code >= 0x20 ? String.fromCharCode(code) : ' ';
      })
      .replace(/[\t\r\n]/g, (character) => (character === '\t' ? '\t' : ' '))
      // Formatters wrap lines; characters without width are left alone.
      .replace(/[\u0000-\u0008\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
  );
}

function styleOf(
  properties: XmlElement | undefined,
  levels: readonly XmlElement[],
  link: LinkTarget | undefined,
): Style {
  const { b, i, u, strike, baseline } = properties?.attributes ?? {};
  const place = Number.parseFloat(baseline ?? '0');
  const isCode = isMonospaced(fontOf(properties, levels));
  return {
    ...(isTrue(b) && { bold: true }),
    ...(isTrue(i) && { italic: true }),
    // Links are underlined anyway.
    ...(u !== undefined && u !== 'none' && !link && { underline: true }),
    ...(strike !== undefined && strike !== 'noStrike' && { strike: true }),
    ...(place > 0 && { place: 'super' as const }),
    ...(place < 0 && { place: 'sub' as const }),
    ...(isCode && { code: true }),
    ...(!isCode && childOf(properties, 'a:highlight') && { highlight: true }),
    ...(link && { link }),
  };
}

/** Whether a shape has text at all. */
export function hasText(shape: XmlElement): boolean {
  const body = childOf(shape, 'p:txBody');
  return childrenOf(body, 'a:p').some((paragraph) =>
    childrenIn(paragraph).some(
      (child) =>
        /^(?:a14:m|m:oMath\w*)$/.test(child.name) ||
        (descend(child, 'a:t')?.text ?? '').trim() !== '',
    ),
  );
}
