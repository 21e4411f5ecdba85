import { childOf, descend, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import type { Bullet } from '../model.ts';
import type { Inherited } from './placeholders.ts';

/** The properties of a level of text, of a paragraph and what it inherits, the nearest first. */
export function levelsOf(
  properties: XmlElement | undefined,
  level: number,
  { styles }: Inherited,
): readonly XmlElement[] {
  const name = `a:lvl${level + 1}pPr`;
  const inherited = styles.flatMap(
    (style) => childOf(style, name) ?? childOf(style, 'a:defPPr') ?? [],
  );
  return properties ? [properties, ...inherited] : inherited;
}

const marks = ['a:buNone', 'a:buChar', 'a:buAutoNum', 'a:buBlip'];

/** The bullet of a paragraph; `undefined` if it has none. */
export function bulletIn(levels: readonly XmlElement[]): Bullet | undefined {
  const mark = levels
    .map(({ children }) => children.find(({ name }) => marks.includes(name)))
    .find((found) => found !== undefined);
  if (!mark || mark.name === 'a:buNone') return undefined;
  if (mark.name === 'a:buAutoNum')
    return { kind: 'number', start: Number(mark.attributes.startAt ?? 1) || 1 };
  const char = mark.attributes.char ?? '';
  if (/[☐☑☒]/.test(char)) return { kind: 'box', isChecked: char !== '☐' };
  return { kind: 'dot' };
}

/** The value of an attribute of a paragraph, its own or inherited. */
export function valueIn(levels: readonly XmlElement[], name: string): string | undefined {
  return levels.map(({ attributes }) => attributes[name]).find((value) => value !== undefined);
}

/** The value of an attribute of a run, its own or inherited. */
export function runValue(
  properties: XmlElement | undefined,
  levels: readonly XmlElement[],
  name: string,
): string | undefined {
  return properties?.attributes[name] ?? inheritedRunValue(levels, name);
}

export function inheritedRunValue(levels: readonly XmlElement[], name: string): string | undefined {
  return levels
    .map((level) => childOf(level, 'a:defRPr')?.attributes[name])
    .find((value) => value !== undefined);
}

/** The font of a run, its own or inherited; `+mn-lt` and the like are fonts of the theme. */
export function fontOf(properties: XmlElement | undefined, levels: readonly XmlElement[]): string {
  const own = childOf(properties, 'a:latin')?.attributes.typeface;
  const inherited = levels.map((each) => descend(each, 'a:defRPr', 'a:latin')?.attributes.typeface);
  return own ?? inherited.find((font) => font !== undefined) ?? '';
}

/** Fonts of which all characters have the same width, by their names. */
export function isMonospaced(font: string): boolean {
  return /\bmono\b|mono$|monospace|courier|consolas|menlo|monaco|lucida console|inconsolata|fira code|source code|cascadia|andale|fixedsys|terminal$|\bcode\b/i.test(
    font,
  );
}
