import { participantSymbols } from '../../../../model/diagram/sequence.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { splitColor } from './color.ts';

const statement =
  /^[^\S\n]*(?:(?<menu>links?)\s+(?<name>[^:\n]+):(?<value>[^\n]*)|(?<other>properties|details)\s[^\n]*|rect\s+(?<color>[^\n;#]*)|(?:create\s+)?(?:participant|actor)\s+[^\n@]*@\{(?<settings>[^}]*)\}[^\n]*)/gim;

/** Warns of what a sequence diagram contains that is not drawn. */
export function warnOfSequence(source: MermaidSource): void {
  for (const match of source.text.text.matchAll(statement)) {
    const { 0: whole, index, groups = {} } = match;
    const { menu, value = '', other, color, settings } = groups;
    const start = index + whole.length - whole.trimStart().length;
    const length = whole.trim().length;
    if (other !== undefined) {
      const message = `"${other.toLowerCase()}" of participants is not drawn`;
      ignore(source, start, length, message);
    } else if (menu !== undefined) {
      if (!hasOnlyLinks(menu.toLowerCase(), value)) {
        const hint = 'a link begins with https://, http:// or mailto:';
        ignore(source, start, length, 'this link is not drawn', hint);
      }
    } else if (color !== undefined) warnOfText(color, start, length, source);
    else if (settings !== undefined) {
      warnOfSettings(settings, index + whole.indexOf('@{') + 2, source);
    }
  }
}

export function isLink(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(href);
}

function hasOnlyLinks(keyword: string, value: string): boolean {
  if (keyword === 'link') return isLink(value.slice(value.indexOf('@') + 1).trim());
  try {
    const links: unknown = JSON.parse(value);
    if (typeof links !== 'object' || links === null) return false;
    return Object.values(links).every((href) => typeof href === 'string' && isLink(href));
  } catch {
    return false;
  }
}

/** What follows the color of a background. */
function warnOfText(text: string, start: number, length: number, source: MermaidSource): void {
  const { color, rest } = splitColor(text);
  if (rest === '') return;
  const at = start + length - rest.length;
  if (color === undefined) {
    const hint = 'write a name, rgb(…) or rgba(…)';
    ignore(source, at, rest.length, `"${rest}" is not a color`, hint);
  } else {
    const hint = 'write it as a note: Note over Alice,Bob: text';
    ignore(source, at, rest.length, `the title "${rest}" is not drawn`, hint);
  }
}

/** The settings `type` and `alias` of a participant are used. */
function warnOfSettings(text: string, start: number, source: MermaidSource): void {
  const setting = /["']?([\w-]+)["']?\s*:\s*(?:"([^"]*)"|'([^']*)'|([^,\n]*))/g;
  for (const { 0: whole, 1: key = '', 2: a, 3: b, 4: c = '', index } of text.matchAll(setting)) {
    const value = (a ?? b ?? c).trim();
    const isKnown = key === 'alias' || participantSymbols.some((name) => name === value);
    if (key === 'type' && !isKnown) {
      const hint = `one of: ${participantSymbols.join(', ')}`;
      const message = `there is no type "${value}" of participants`;
      ignore(source, start + index, whole.trim().length, message, hint);
    } else if (key !== 'type' && key !== 'alias') {
      ignore(source, start + index, whole.trim().length, `"${key}" of participants is not drawn`);
    }
  }
}

/** @param start in the text that Mermaid reads */
function ignore(
  source: MermaidSource,
  start: number,
  length: number,
  message: string,
  hint?: string,
): void {
  source.problems.ignore(source.offsetOf(start), length, message, hint);
}
