import type { TextEdits } from '../text-edits.ts';
import { attributeText, type PandocAttributes, without } from './attributes.ts';
import type { Part } from './scan.ts';

export type DivStart = Extract<Part, { kind: 'open' }>;

/** A fenced div, with the parts in it. */
export interface Div {
  readonly open: DivStart;
  /** Absent if nothing closes it. */
  readonly close?: Extract<Part, { kind: 'close' }>;
  readonly content: readonly Part[];
}

/** The divs of a text, outer ones before those in them. */
export function findDivs(parts: readonly Part[]): readonly Div[] {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const [index, { kind }] of parts.entries()) {
    if (kind === 'open') open.push(index);
    const start = kind === 'close' ? open.pop() : undefined;
    if (start !== undefined) ends.set(start, index);
  }
  return parts.flatMap((part, index) => {
    if (part.kind !== 'open') return [];
    const end = ends.get(index);
    const close = parts[end ?? parts.length];
    const content = parts.slice(index + 1, end);
    return [{ open: part, content, ...(close?.kind === 'close' && { close }) }];
  });
}

/** The colons of a block, which differ from those of the block around it. */
export function colonsAt(depth: number): string {
  return ':'.repeat(3 + depth);
}

/** The colons of a block around parts, which none of the blocks in it has. */
export function colonsInside(depth: number, content: readonly Part[]): string {
  return colonsAt(content.reduce((most, part) => Math.max(most, part.depth), depth) + 1);
}

/** The first lines of the columns that are directly in `columns`. */
function columnsIn(divs: readonly Div[]): ReadonlySet<Part> {
  const around = divs.filter(({ open }) => open.attributes.classes.includes('columns'));
  return new Set(
    around.flatMap(({ open, content }) =>
      content.filter(({ kind, depth }) => kind === 'open' && depth === open.depth + 1),
    ),
  );
}

/** Columns that follow each other and are in no `columns`: both tools show them next to each other. */
function looseColumns(
  divs: readonly Div[],
  inColumns: ReadonlySet<Part>,
  parts: readonly Part[],
): readonly (readonly Div[])[] {
  const runs: Div[][] = [];
  const lastByDepth = new Map<number, Div[]>();
  const places = new Map(parts.map((part, index) => [part, index] as const));
  for (const div of divs) {
    const { open } = div;
    if (!open.attributes.classes.includes('column') || inColumns.has(open)) continue;
    const last = lastByDepth.get(open.depth);
    if (last && isDirectlyBelow(open, last.at(-1)?.close, parts, places)) last.push(div);
    else {
      const run = [div];
      runs.push(run);
      lastByDepth.set(open.depth, run);
    }
  }
  return runs.filter((run) => run.length > 1 && run.every(({ close }) => close));
}

function isDirectlyBelow(
  open: Part,
  close: Part | undefined,
  parts: readonly Part[],
  places: ReadonlyMap<Part, number>,
): boolean {
  let at = (places.get(open) ?? 0) - 1;
  while (parts[at]?.kind === 'blank' || parts[at]?.kind === 'comment') at--;
  return close !== undefined && parts[at] === close;
}

/**
 * Writes divs as blocks of Lectern.
 *
 * @param isOwn writes a div of the tool; `false` if it is none
 */
export function writeDivs(
  divs: readonly Div[],
  parts: readonly Part[],
  isOwn: (div: Div) => boolean,
  edits: TextEdits,
): void {
  const columns = columnsIn(divs);
  const runs = looseColumns(divs, columns, parts);
  for (const run of runs) writeLooseColumns(run, edits);
  const loose = new Set(runs.flat());
  for (const div of divs.filter((each) => !loose.has(each))) {
    const isStray = div.open.attributes.classes.includes('column') && !columns.has(div.open);
    if (!isOwn(div)) writeDiv(div, isStray, edits);
  }
}

/** Writes columns that are not in `columns` as if they were. */
function writeLooseColumns(run: readonly Div[], edits: TextEdits): void {
  const content = run.flatMap((div) => div.content);
  for (const [index, { open, close }] of run.entries()) {
    const [outer, inner] = [colonsAt(open.depth), colonsInside(open.depth, content)];
    const isFirst = index === 0;
    replaceLine(
      open,
      `${isFirst ? `${outer} columns\n` : ''}${inner} ${blockHead(open.attributes)}`,
      edits,
    );
    if (close) replaceLine(close, `${inner}${index === run.length - 1 ? `\n${outer}` : ''}`, edits);
  }
}

/**
 * Writes a div as a block of Lectern.
 *
 * @param isStray whether it is a column that is not in `columns`: an ordinary block
 */
function writeDiv({ open, close }: Div, isStray: boolean, edits: TextEdits): void {
  const colons = colonsAt(open.depth);
  const own = isStray ? without(open.attributes, new Set(['column', 'width'])) : open.attributes;
  replaceLine(open, `${colons} ${blockHead(own)}`, edits);
  if (close) replaceLine(close, colons, edits);
}

/** Replaces a line that begins or ends a block; Lectern reads a block between blank lines in any case. */
export function replaceLine(part: Part, line: string, edits: TextEdits): void {
  const end = Math.min(part.end, edits.author.text.length + 1) - 1;
  edits.replace(part.start, end, line);
}

/** Blocks of Lectern that have the same name as a class in Pandoc. */
const named = ['notes', 'columns', 'column', 'incremental', 'fragment'] as const;

function blockHead(attributes: PandocAttributes): string {
  const name = named.find((each) => attributes.classes.includes(each));
  const own = blockAttributes(name ? without(attributes, new Set([name])) : attributes, name);
  const text = attributeText(own);
  if (name !== undefined) return `${name} ${text}`.trimEnd();
  return text === '' ? '{.div}' : text;
}

/** The attributes that Lectern's blocks have; others are data for style sheets, as Pandoc writes them. */
export function blockAttributes(
  { id, classes, values }: PandocAttributes,
  name?: (typeof named)[number],
): PandocAttributes {
  const kept = new Map<string, string>();
  const styles: string[] = [];
  for (const [key, value] of values) {
    if (name === 'column' && key === 'width') kept.set('width', value);
    else if (key === 'style') styles.push(value.replace(/;?\s*$/, ''));
    else if (key === 'lang' || key === 'dir') kept.set(key, value);
    else if (/^(?:data-)?fragment-index$/.test(key)) kept.set('index', value);
    else if (lengths.has(key)) styles.push(`${key}: ${withUnit(value)}`);
    else kept.set(key.startsWith('data-') ? key : `data-${key}`, value);
  }
  if (classes.includes('absolute')) styles.unshift('position: absolute');
  if (styles.length > 0) kept.set('style', styles.join('; '));
  return { id, classes: classes.filter((each) => each !== 'absolute'), values: kept };
}

/** Keys whose values are lengths, as for blocks with a place of their own. */
const lengths = new Set(['width', 'height', 'top', 'left', 'right', 'bottom']);

/** A number alone is in pixels. */
export function withUnit(value: string): string {
  return /^-?\d+(?:\.\d+)?$/.test(value) ? `${value}px` : value;
}
