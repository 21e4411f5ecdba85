import type { Rules } from 'marked';

/**
 * Wide characters of Chinese, Japanese and Korean, their punctuation included, and Hangul; without those that
 * are emoji by default. The classes of the amendment to CommonMark for these languages.
 */
const cjk = String.raw`\u1100-\u11ff\u20a9\u2329\u232a\u2e80-\u2fff\u3001-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uffee\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}\u{1f202}\u{1f210}-\u{1f219}\u{1f21b}-\u{1f22e}\u{1f230}\u{1f231}\u{1f237}\u{1f23b}\u{1f240}-\u{1f248}\u{1f260}-\u{1f265}\u{20000}-\u{3fffd}\u{e0100}-\u{e01ef}`;

/** A character of Chinese, Japanese or Korean. */
const wide = `[${cjk}]`;
/** Punctuation of all other scripts. */
const mark = String.raw`(?![~${cjk}])[\p{P}\p{S}]`;

/** The closing delimiters after one character, in six groups: of an end (2), of a start (2) and of both (2). */
function closers(sign: string, run: string, skipped: string): RegExp {
  // Next to asterisks, a tilde is like a letter.
  const letter = String.raw`(?!${sign})(?:[^\s\p{P}\p{S}${cjk}]|~)`;
  const text = `(?:${letter}|${wide})`;
  const end = String.raw`(?:\s|$)`;
  return new RegExp(
    [
      skipped,
      `(?!${sign})${mark}(${run})(?=${end})`,
      `(?:${letter}(?=${run}(?!${sign})(?:${mark}|${end}))|${wide}(?=${run}${end}))(${run})(?!${sign})`,
      String.raw`(?!${sign})(?:\s(?=${run}${text})|${mark}(?=${run}${letter}))(${run})(?!${sign})`,
      String.raw`\s(${run})(?!${sign})(?=${mark})`,
      `(?!${sign})${mark}(${run})(?!${sign})(?=${mark}|${wide})`,
      `(?:${text}(?=${run}${text})|${wide}(?=${run}(?!${sign})${mark}))(${run})(?!${sign})`,
    ].join('|'),
    'gu',
  );
}

const changed = {
  emStrongLDelim: new RegExp(
    String.raw`^(?:\*+(?:((?!\*)${mark})|([^\s*]))?)|^_+(?:((?!_)${mark})|([^\s_]))?`,
    'u',
  ),
  emStrongRDelimAst: closers(
    String.raw`\*`,
    String.raw`\*+`,
    String.raw`^[^_*]*?__[^_*]*?\*[^_*]*?(?=__)|[^*]+(?=[^*])`,
  ),
  delLDelim: new RegExp(String.raw`^~~?(?:((?!~)${mark})|[^\s~])`, 'u'),
  delRDelim: closers('~', '~~?', '^[^~]+(?=[^~])'),
};

/**
 * The lexer's rules for emphasis, amended for languages without spaces between words: their punctuation is like
 * a letter inside of emphasis, and like punctuation outside, so that `これは**「重要」**な` is emphasis.
 */
export function amendRules(rules: Rules): Rules {
  return { ...rules, inline: { ...rules.inline, ...changed } };
}

/** With a variation selector. */
const wideAtEnd = new RegExp(`${wide}[\ufe00-\ufe0e]?$`, 'u');
const markAfterRun = new RegExp(`^(?:\\*+|_+|~+)${mark}`, 'u');

/**
 * Whether a delimiter between a wide character and punctuation may open emphasis, as after a space.
 *
 * @param before the text before the delimiter
 * @param src begins with the delimiter
 */
export function opensAfterWide(before: string, src: string): boolean {
  return wideAtEnd.test(before) && markAfterRun.test(src);
}
