import { widthOf } from '../../2-parse/room/text-width.ts';
import { type Html, html, rawHtml } from '../../base/html.ts';
import type { Change, Code } from '../../model/blocks.ts';

/** The columns before the lines of a block. */
export class Gutter {
  /** The width of the longest line number; 0 without line numbers. */
  readonly digits: number;
  /** Whether there is a column for plus and minus signs. */
  readonly hasSigns: boolean;

  constructor(digits: number, hasSigns: boolean) {
    this.digits = digits;
    this.hasSigns = hasSigns;
  }

  get isEmpty(): boolean {
    return this.width === 0;
  }

  /** In columns of a fixed-width font. */
  get width(): number {
    return (this.digits > 0 ? this.digits + 2 : 0) + (this.hasSigns ? 2 : 0);
  }
}

/** Splits highlighted code into lines; elements that span several lines are repeated on each. */
export function splitLines(text: string): readonly string[] {
  const open: string[] = [];
  return text.split('\n').map((line) => {
    const before = open.join('');
    for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
      if (tag === '</span>') open.pop();
      else open.push(tag);
    }
    return `${before}${line}${'</span>'.repeat(open.length)}`;
  });
}

/**
 * Wraps each line in an element, after its number and sign.
 *
 * @param hangs whether long lines are wrapped
 */
export function writeLines(
  lines: readonly string[],
  code: Code,
  gutter: Gutter,
  hangs: boolean,
): Html {
  const texts = code.text.split('\n');
  return html`${lines.map((line, i) => {
    const change = code.changes.get(i + 1);
    const classes = change ? `line ${change}` : 'line';
    const number =
      code.firstNumber !== undefined &&
      html`<span class="number" aria-hidden="true">${code.firstNumber + i}</span>`;
    const sign = gutter.hasSigns && writeSign(change);
    const hang = hangs && writeHang(texts[i] ?? '', gutter);
    const inner = html`${number}${sign}${rawHtml(line)}\n`;
    // `ins` and `del` need no text alternative.
    if (change === 'added') return html`<ins class="${classes}"${hang}>${inner}</ins>`;
    if (change === 'removed') return html`<del class="${classes}"${hang}>${inner}</del>`;
    return html`<span class="${classes}"${hang}>${inner}</span>`;
  })}`;
}

const signs: Readonly<Record<Change, string>> = { added: '+', removed: '\u2212' };

function writeSign(change: Change | undefined): Html {
  return html`<span class="sign" aria-hidden="true">${change && signs[change]}</span>`;
}

/** The indent of the continuation of a wrapped line: two columns more than its own. */
function writeHang(text: string, gutter: Gutter): Html | undefined {
  const indent = widthOf(/^[ \t]*/.exec(text)?.[0] ?? '');
  return indent === 0 ? undefined : html` style="--hang:${gutter.width + indent + 2}ch"`;
}
