import type { Element } from 'domhandler';
import { delimiterOf, signOf } from './signs.ts';

/** Delimiters that grow with what is between them. One of them may be empty. */
export interface Delimited {
  readonly open: string;
  readonly close: string;
  /** The sign between several contents. */
  readonly separator?: string;
  readonly contents: readonly (readonly Element[])[];
  /** The index of the part after it. */
  readonly next: number;
}

/** The delimiters that begin at an index; `undefined` if none do. */
export function delimitersFrom(parts: readonly Element[], index: number): Delimited | undefined {
  const first = parts[index];
  const kind = first && delimiterOf(first);
  if (!first || !kind) return openAtStart(parts, index);
  if (kind === 'close') return undefined;
  const sign = signOf(first);
  const end = endOf(parts, index, kind === 'bar' ? sign : undefined);
  if (end === undefined) {
    // A brace before cases has no counterpart.
    const rest = parts.slice(index + 1);
    if (!rest.some(({ name }) => name === 'mtable') || kind === 'bar') return undefined;
    return { open: sign, close: '', contents: [rest], next: parts.length };
  }
  const last = parts[end];
  const inner = parts.slice(index + 1, end);
  return { open: sign, close: signOf(last), ...separated(inner), next: end + 1 };
}

/** A row that only ends with a delimiter, such as the bar after a derivative. */
function openAtStart(parts: readonly Element[], index: number): Delimited | undefined {
  const last = parts.at(-1);
  if (index > 0 || parts.length < 2 || !last || delimiterOf(last) !== 'close') return undefined;
  const others = parts.slice(0, -1);
  if (others.some((part) => delimiterOf(part) !== undefined)) return undefined;
  return { open: '', close: signOf(last), contents: [others], next: parts.length };
}

/** The index of the delimiter that closes the one at an index. @param bar of which the next one closes */
function endOf(
  parts: readonly Element[],
  index: number,
  bar: string | undefined,
): number | undefined {
  let depth = 0;
  for (const [at, part] of parts.entries()) {
    if (at <= index) continue;
    const kind = delimiterOf(part);
    if (bar !== undefined && depth === 0 && signOf(part) === bar) return at;
    if (kind === 'open') depth++;
    if (kind === 'close' && depth-- === 0) return at;
  }
  return undefined;
}

/** Divides what is between delimiters at bars of the same height. */
function separated(inner: readonly Element[]): Pick<Delimited, 'contents' | 'separator'> {
  const bars = inner.filter(isSeparator);
  const [sign] = bars.map(signOf);
  const hasOthers = inner.some((part) => delimiterOf(part) !== undefined && !isSeparator(part));
  if (sign === undefined || hasOthers || bars.some((bar) => signOf(bar) !== sign)) {
    return { contents: [inner] };
  }
  const contents: Element[][] = [[]];
  for (const part of inner) {
    if (isSeparator(part)) contents.push([]);
    else contents.at(-1)?.push(part);
  }
  return { contents, separator: sign };
}

/** Whether it is the sign of `\middle`, which has its own space. */
function isSeparator(part: Element): boolean {
  return delimiterOf(part) === 'bar' && part.attribs.lspace === '0.05em';
}
