import type { Inline } from '../../model/inline.ts';

/** Characters of languages without spaces between words; Korean has them. */
const wide =
  /[\u2e80-\u2fff\u3001-\u312f\u3190-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff9f\uffe0-\uffee\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
/** Punctuation of these, which brings its own space. */
const wideMark =
  /[\u3001-\u3003\u3008-\u3011\u3014-\u301f\u30fb\uff01-\uff0f\uff1a-\uff1f\uff3b-\uff3d\uff5b-\uff65]/u;

/**
 * Removes line breaks between characters of Chinese and Japanese, where a browser would show a space, as CSS
 * describes it for such breaks. Formulas, code, footnotes and the like next to a break belong to the line that
 * they are in.
 */
export function joinLines(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.map((inline, index) => {
    if (inline.kind !== 'text' || !inline.text.includes('\n')) return inline;
    const text = inline.text.replace(/[ \t]*\n[ \t]*/g, (whole, start: number) => {
      const end = start + whole.length;
      const left = lastOf(inline.text.slice(0, start)) ?? find(inlines, index - 1, -1);
      const right = firstOf(inline.text.slice(end)) ?? find(inlines, index + 1, 1);
      return isJoined(left, right) ? '' : whole;
    });
    return { kind: 'text', text };
  });
}

function isJoined(left = '', right = ''): boolean {
  if (left === '' || right === '') return false;
  return (wide.test(left) && wide.test(right)) || wideMark.test(left) || wideMark.test(right);
}

function firstOf(text: string): string | undefined {
  return [...text.slice(0, 2)][0];
}

function lastOf(text: string): string | undefined {
  return [...text.slice(-2)].at(-1);
}

/** The first character from an index on (1), or the last one up to it (-1); `undefined` if there is no text. */
function find(inlines: readonly Inline[], from: number, step: 1 | -1): string | undefined {
  for (let i = from; i >= 0 && i < inlines.length; i += step) {
    const found = characterOf(inlines[i], step);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first or last character of an inline; `undefined` if the text around it decides. */
function characterOf(inline: Inline | undefined, step: 1 | -1): string | undefined {
  const pick = step === 1 ? firstOf : lastOf;
  switch (inline?.kind) {
    case 'text':
      return pick(inline.text);
    case 'code': {
      const character = pick(inline.text);
      return character !== undefined && wide.test(character) ? character : undefined;
    }
    case 'break':
      return '';
    case 'emphasis':
    case 'strong':
    case 'strike':
    case 'subscript':
    case 'superscript':
    case 'highlight':
    case 'span':
    case 'link':
      return find(inline.content, step === 1 ? 0 : inline.content.length - 1, step);
    default:
      return undefined;
  }
}
