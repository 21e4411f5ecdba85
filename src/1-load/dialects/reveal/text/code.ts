import { writeAttributeList } from '../attributes/attribute-list.ts';
import type { AttributeValues } from '../attributes/comment-attributes.ts';
import type { SlidePart } from '../slide-part.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';

/** Languages whose blocks Lectern draws; in reveal.js they are code. */
const drawn = new Set(['chart', 'table', 'math', 'qr', 'dot']);

/** Translates what is after the backticks of fences: `js [1|2-3] mdoc` is `js {1|2-3} {numbers}`. */
export function translateCode(
  { nodes, end }: SlidePart,
  elements: ReadonlyMap<SlideNode, AttributeValues>,
  { author, edits }: DeckTranslation,
): void {
  for (const node of nodes) {
    const { token } = node;
    if (token?.type !== 'code' || token.codeBlockStyle === 'indented') continue;
    const [, marks = '', info = ''] = /^\s*(`{3,}|~{3,})([^\n]*)/.exec(token.raw) ?? [];
    const infoStart = author.text.indexOf(marks, node.start) + marks.length;
    const written = writeInfo(info, elements.get(node) ?? new Map());
    if (written !== info) edits.replace(infoStart, infoStart + info.length, written);
    if (isOpen(token.raw, marks) && node.parent?.parent === undefined) {
      edits.insert(end, `${author.text.slice(0, end).endsWith('\n') ? '' : '\n'}${marks}\n`);
    }
  }
}

function isOpen(raw: string, marks: string): boolean {
  const lines = raw.trimEnd().split('\n');
  const last = lines.at(-1)?.trim() ?? '';
  return lines.length < 2 || !(last.startsWith(marks) && /^(?:`+|~+)$/.test(last));
}

/** What reveal.js reads as lines: `[1|2-3]`, `[25: 1,4-8]`. */
const bracketed = /\[(?:\s*(\d*):)?\s*(?!\s)([\s\d,|-]*)\]/;

/** @param values attributes of a comment below the fence */
export function writeInfo(info: string, values: AttributeValues): string {
  const [bracket, offset, inBrackets] = bracketed.exec(info) ?? [];
  const [braces, attributes = ''] = /\{([^{}]*)\}/.exec(info) ?? [];
  const rest = info
    .replace(bracket ?? '', ' ')
    .replace(braces ?? '', ' ')
    .trim();
  const own = attributeValues(attributes);
  for (const [name, value] of values) own.set(name, value);
  const bare = /^[\d\s,|*-]+$/.test(attributes) ? attributes : undefined;
  const lines = inBrackets ?? own.get('data-line-numbers') ?? bare;
  const first = offset || own.get('data-ln-start-from');
  for (const name of ['data-line-numbers', 'data-ln-start-from', 'data-trim', 'data-noescape']) {
    own.delete(name);
  }
  const language = languageOf(rest, own);
  const { list } = writeAttributeList(own, 'code');
  const steps = lines === undefined ? '' : stepsOf(lines);
  const parts = [
    language === '' && (steps !== '' || list !== '' || lines !== undefined) ? 'text' : language,
    steps === '' ? '' : `{${steps}}`,
    lines === undefined || bare !== undefined ? '' : `{numbers${first ? `=${first}` : ''}}`,
    list === '' && !drawn.has(language)
      ? ''
      : `{${[drawn.has(language) ? '.code' : '', list].join(' ').trim()}}`,
  ].filter((part) => part !== '');
  return info.trim() === language && parts.length <= 1 ? info : parts.join(' ');
}

/** `1|3-5|`: without lines, all of them. */
function stepsOf(lines: string): string {
  const steps = lines.replace(/\s+/g, '').replaceAll('*', '');
  if (steps === '') return '';
  return steps
    .split('|')
    .map((step) => step.replace(/^,+|,+$/g, '') || 'all')
    .join('|');
}

/** The first word that is a language; in the Markdown of Pandoc it is a class. */
function languageOf(rest: string, own: AttributeValues): string {
  const words = rest.split(/\s+/).filter((word) => !/^(?:hljs|nohighlight)$/.test(word));
  const word = (words[0] ?? '').replace(/[:,]+$/, '').replace(/^lang(?:uage)?-/, '');
  if (word !== '') return word;
  const [first = '', ...others] = (own.get('class') ?? '').split(' ').filter(Boolean);
  if (first === '' || first === 'fragment') return '';
  if (others.length > 0) own.set('class', others.join(' '));
  else own.delete('class');
  return first;
}

/** `.a #b key="value"` as attributes of HTML. */
function attributeValues(list: string): AttributeValues {
  const values: AttributeValues = new Map();
  const item = /\.([\w-]+)|#([\w-]+)|([\w-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))|(data-[\w-]+)/g;
  const classes: string[] = [];
  for (const [, name, id, key, double, single, bare, flag] of list.matchAll(item)) {
    if (name !== undefined) classes.push(name);
    else if (id !== undefined) values.set('id', id);
    else values.set(key ?? flag ?? '', double ?? single ?? bare ?? '');
  }
  if (classes.length > 0) values.set('class', classes.join(' '));
  return values;
}
