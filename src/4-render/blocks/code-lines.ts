import { type Html, html, rawHtml } from '../../base/html.ts';
import type { Change, Code } from '../../model/blocks.ts';
import { widthOf } from '../code-size.ts';

/** What stands before the lines of a block. */
export class Gutter {
  /** Of the longest line number; 0 where lines have none. */
  readonly digits: number;
  /** Whether there is a column of plus and minus. */
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

/** Takes coloured code apart; a colour that goes over several lines begins anew on each. */
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
 * Puts each line into an element of its own, behind its number and its sign.
 *
 * @param hangs whether long lines go on below
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
    // These two elements say by themselves what they are.
    if (change === 'added') return html`<ins class="${classes}"${hang}>${inner}</ins>`;
    if (change === 'removed') return html`<del class="${classes}"${hang}>${inner}</del>`;
    return html`<span class="${classes}"${hang}>${inner}</span>`;
  })}`;
}

const signs: Readonly<Record<Change, string>> = { added: '+', removed: '\u2212' };

function writeSign(change: Change | undefined): Html {
  return html`<span class="sign" aria-hidden="true">${change && signs[change]}</span>`;
}

/** Where a long line goes on: two columns behind its own indent. */
function writeHang(text: string, gutter: Gutter): Html | undefined {
  const indent = widthOf(/^[ \t]*/.exec(text)?.[0] ?? '');
  return indent === 0 ? undefined : html` style="--hang:${gutter.width + indent + 2}ch"`;
}
