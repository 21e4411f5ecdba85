import { isColor } from '../../../../base/color/css-color.ts';
import { escapePattern } from '../../../../base/text/escape-pattern.ts';
import type { Cell, Paint, TextStyle } from '../../../../model/diagram/diagram.ts';
import { decodeMarks } from '../entity-marks.ts';
import type { MermaidSource } from '../mermaid-source.ts';

type PaintDraft = { -readonly [Key in keyof Paint]: Paint[Key] };

/** Properties that are ignored without a warning, because the theme decides on them. */
const quiet =
  /^(?:font.*|text-.*|line-height|white-space|r[xy]|padding.*|margin.*|border-radius|color-.*|stroke-line.*|stroke-miterlimit|stroke-dashoffset|animation.*|filter|cursor|transition|width|height|display|bgFill)$/;

/** Reads declarations such as `fill:#f9f`; a later one wins. */
export function readStyles(
  declarations: readonly string[],
  source: MermaidSource,
): Paint | undefined {
  const paint: PaintDraft = {};
  for (const declaration of new Set(declarations.flatMap(divide))) {
    const text = decodeMarks(declaration).trim();
    const [, name = '', written = ''] =
      /^([\w-]+)\s*:\s*(.*?)\s*(?:!important)?;?$/.exec(text) ?? [];
    const value = source.text.colors.get(written.trim()) ?? written.trim();
    apply(paint, name, value, text, source);
  }
  return Object.keys(paint).length > 0 ? paint : undefined;
}

/** Divides at commas and semicolons outside of brackets. */
function divide(declarations: string): readonly string[] {
  return declarations.match(/(?:\([^)]*\)|[^,;(]|,(?=[^:,;]*(?:[,;]|$)))+/g) ?? [];
}

/** A content with the weight and the slant of its style. */
export function withFont(content: Cell, declarations: readonly string[]): Cell {
  const styles = fontStyles(declarations);
  if (styles.length === 0) return content;
  if (content.kind !== 'text') {
    return { ...content, cells: content.cells.map((cell) => withFont(cell, declarations)) };
  }
  const { text, spans = [] } = content;
  const own = styles.map((style) => ({ start: 0, end: text.length, style }));
  return text === '' ? content : { ...content, spans: [...own, ...spans] };
}

function fontStyles(declarations: readonly string[]): readonly TextStyle[] {
  const written = (name: string): string =>
    declarations
      .flatMap(divide)
      .map((text) => decodeMarks(text).split(':'))
      .findLast(([key = '']) => key.trim() === name)?.[1]
      ?.replace(/!important|;/g, '')
      .trim() ?? '';
  return [
    ...(/^(?:bold|bolder|[6-9]00)$/.test(written('font-weight')) ? (['strong'] as const) : []),
    ...(/^(?:italic|oblique)/.test(written('font-style')) ? (['emphasis'] as const) : []),
  ];
}

function apply(
  paint: PaintDraft,
  name: string,
  value: string,
  text: string,
  source: MermaidSource,
): void {
  const key = ({ fill: 'fill', background: 'fill', stroke: 'stroke', color: 'text' } as const)[
    name
  ];
  if (key) {
    if (isColor(value)) paint[key] = value;
    else if (value === 'none' || value === 'transparent') paint[key] = 'transparent';
    else {
      const hint = 'write a name, #123456 or var(--chart-1)';
      source.ignore(placeOf(text), `"${value}" is not a color`, hint);
    }
  } else if (name === 'stroke-dasharray')
    paint.isDashed = value !== '' && !/^(?:0|none)\b/.test(value);
  else if (name === 'stroke-width') paint.isThick = Number.parseFloat(value) >= 3;
  else if (name === 'border') apply(paint, 'stroke', value.split(/\s+/).at(-1) ?? '', text, source);
  else if (text !== '' && !quiet.test(name)) {
    if (/opacity$/.test(name)) warnOfOpacity(value, text, source);
    else source.ignore(placeOf(text), `the style "${text}" is not drawn`);
  }
}

function warnOfOpacity(value: string, text: string, source: MermaidSource): void {
  if (/^(?:1(?:\.0*)?|100%)$/.test(value)) return;
  const hint = 'give the color itself an opacity, such as fill:#ff99ff80';
  source.ignore(placeOf(text), `the style "${text}" is not drawn`, hint);
}

function placeOf(declaration: string): RegExp {
  const escaped = escapePattern(declaration).replace(/\s*:\s*/, '\\s*:\\s*');
  return new RegExp(escaped.replaceAll('#', '.').replaceAll(';', '.?'), 'u');
}
