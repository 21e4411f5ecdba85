import { escapePattern } from '../../../base/text/escape-pattern.ts';

/** The offset of the name of an attribute in a text, as a whole word and in any case; -1 if it is not there. */
export function findName(text: string, name: string): number {
  return text.search(new RegExp(`(?<![\\w-])${escapePattern(name)}(?![\\w-])`, 'i'));
}
