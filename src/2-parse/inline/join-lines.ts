import type { Inline } from '../../model/inline.ts';

/** Characters of languages without spaces between words; Korean has them. */
const wide =
  /[\u2e80-\u2fff\u3001-\u312f\u3190-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff9f\uffe0-\uffee\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
/** Punctuation of these, which brings its own space. */
const wideMark =
  /[\u3001-\u3003\u3008-\u3011\u3014-\u301f\u30fb\uff01-\uff0f\uff1a-\uff1f\uff3b-\uff3d\uff5b-\uff65]/u;

/**
 * Removes line breaks between characters of Chinese and Japanese, where a browser would show a space, as CSS
 * describes it for such breaks.
 */
export function joinLines(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.map((inline, index) => {
    if (inline.kind !== 'text' || !inline.text.includes('\n')) return inline;
    const before = lastCharacter(inlines[index - 1]);
    const after = firstCharacter(inlines[index + 1]);
    const text = inline.text.replace(/[ \t]*\n[ \t]*/g, (whole, start: number) => {
      const left = [...inline.text.slice(Math.max(0, start - 2), start)].at(-1) ?? before;
      const right =
        [...inline.text.slice(start + whole.length, start + whole.length + 2)][0] ?? after;
      return isJoined(left, right) ? '' : whole;
    });
    return { kind: 'text', text };
  });
}

function isJoined(left: string, right: string): boolean {
  if (left === '' || right === '') return false;
  return (wide.test(left) && wide.test(right)) || wideMark.test(left) || wideMark.test(right);
}

function firstCharacter(inline: Inline | undefined): string {
  return [...textOf(inline, 0)][0] ?? '';
}

/** The last character of the text of an inline; empty if it has none. */
export function lastCharacter(inline: Inline | undefined): string {
  return [...textOf(inline, -1)].at(-1) ?? '';
}

/** The text at the start (0) or the end (-1) of an inline. */
function textOf(inline: Inline | undefined, end: 0 | -1): string {
  if (inline === undefined) return '';
  if (inline.kind === 'text' || inline.kind === 'code') return inline.text;
  return 'content' in inline && inline.kind !== 'html' ? textOf(inline.content.at(end), end) : '';
}
