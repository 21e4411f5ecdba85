import type { PandocDeck } from '../pandoc/deck.ts';
import { type Labels, labelKinds } from './labels.ts';

const id = String.raw`((?:${labelKinds}|sec)-[\w:.-]*\w)`;
const plain = new RegExp(`^@${id}`, 'i');
const bracketed = new RegExp(String.raw`^\[([^[\]\n]*@${id}[^[\]\n]*)\](?![({])`, 'i');
const part = new RegExp(String.raw`^\s*([^@]*?)\s*(-?)@${id}\s*$`, 'i');

/**
 * Writes `@fig-pears` and `[Fig. @fig-pears; @fig-apples]` as links with the numbers.
 *
 * @returns where it ends; `undefined` if there is none
 */
export function translateReference(
  text: string,
  at: number,
  labels: Labels,
  deck: PandocDeck,
): number | undefined {
  if (text[at] === '[') return group(text, at, labels, deck);
  const isStart = text[at] === '@' && !/[\w-]/.test(text[at - 1] ?? '');
  const [found, name = ''] = (isStart && plain.exec(text.slice(at, at + 200))) || [];
  if (found === undefined) return undefined;
  const link = labels.linkTo(name);
  if (link === undefined) report(name, at, found.length, deck);
  else deck.edits.replace(at, at + found.length, link);
  return at + found.length;
}

function group(text: string, at: number, labels: Labels, deck: PandocDeck): number | undefined {
  const [whole, content = ''] = bracketed.exec(text.slice(at, at + 1000)) ?? [];
  if (whole === undefined) return undefined;
  const parts = content.split(';').map((each) => part.exec(each));
  if (parts.includes(null)) return undefined;
  const links = parts.map((found) => {
    const [, prefix = '', dash, name = ''] = found ?? [];
    const link = labels.linkTo(name, dash === '-' ? '' : prefix || undefined);
    if (link === undefined) report(name, at, whole.length, deck);
    return link ?? `@${name}`;
  });
  deck.edits.replace(at, at + whole.length, links.join(', '));
  return at + whole.length;
}

function report(name: string, at: number, length: number, deck: PandocDeck): void {
  deck.reportUnmapped(at, length, `"@${name}" refers to nothing: it is shown as written`);
}
