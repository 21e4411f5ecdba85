import { numbers, snippets } from '../markup/snippets.ts';
import { oddChart } from './charts.ts';
import { diagram, labelParts } from './diagrams.ts';
import { dialectBlocks, dialectNames } from './dialects.ts';
import { oddBlocks, oddInlines } from './odd.ts';
import { commentSettings, frontMatter, slideSettings } from './values.ts';

/** A slide, as generated. */
interface FuzzSlide {
  readonly text: string;
}

export interface FuzzDeck {
  readonly text: string;
  /** Absent in most decks, which are Lectern's own. */
  readonly dialect?: keyof typeof dialectBlocks;
  /** The first line of each slide, from 1. */
  readonly slideLines: readonly number[];
  /** Words that are in the text once, with their lines; each must be in the page, or near a diagnostic. */
  readonly words: readonly { readonly word: string; readonly line: number }[];
}

/** Writes a piece of Markdown. */
type Rule = (deck: Grammar) => string;

const fence = '```';

/** Pieces of a line. */
const inlines: readonly Rule[] = [
  (g) => g.word(),
  (g) => g.word(),
  (g) => g.word(),
  (g) => `*${g.inline()}*`,
  (g) => `**${g.inline()}**`,
  (g) => `\`${g.word()}\``,
  (g) => `~~${g.inline()}~~`,
  (g) => `==${g.word()}==`,
  (g) => `x^${g.word()}^`,
  (g) => `H~${g.word()}~O`,
  (g) => `[${g.inline()}](https://example.org/ "${g.word()}")`,
  (g) => `[${g.inline()}](javascript:hit())`,
  (g) => `[${g.word()}](#nowhere)`,
  (g) => `<https://example.org/${g.word()}>`,
  (g) => `![${g.word()}](missing.png)`,
  (g) => `![${g.word()}](a.svg)`,
  (g) => `[${g.word()}]{.fragment}`,
  (g) => `[${g.word()}]{onclick=hit() style="color:red"}`,
  (g) => `^[${g.word()}]`,
  () => ':tada:',
  () => ':lucide-star:',
  () => '$x_1 + \\frac{a}{b}$',
  () => '{{n}}',
  () => '{{nothing}}',
  (g) => `<b>${g.inline()}</b>`,
  (g) => `<span class="a">${g.word()}</span>`,
  (g) => `<i>${g.word()}`,
  (g) => `${g.word()}</i>`,
  (g) => `<kbd onclick="hit()">${g.word()}</kbd>`,
  (g) => `<a href="javascript:hit()">${g.word()}</a>`,
  (g) => g.html(),
  (g) => `${g.html()} ${g.word()}`,
  (g) => `\\*${g.word()}\\*`,
  () => '&lt;script&gt;',
  () => '&nosuch;',
  () => '<!-- a comment -->',
  (g) => `${g.word()}\\\n${g.word()}`,
  (g) => `(${g.word()}) "${g.word()}" -- ${g.word()}...`,
  (g) => g.choose(oddInlines)(g),
  (g) => g.choose(oddInlines)(g),
];

/** Blocks, one after another with blank lines between. */
const blocks: readonly Rule[] = [
  (g) => g.line(),
  (g) => g.line(),
  (g) => `## ${g.line()}`,
  (g) => `### ${g.word()} {#id-${g.word()} .a}`,
  (g) => `${g.word()}\n====`,
  (g) => g.prefixed('- '),
  (g) => g.prefixed('1. '),
  (g) => `- [ ] ${g.line()}\n- [x] ${g.line()}`,
  (g) => g.prefixed('> '),
  (g) => `> [!NOTE] ${g.word()}\n> ${g.line()}`,
  (g) => `| ${g.word()} | ${g.word()} |\n|---|---|\n| ${g.inline()} | ${g.word()} |`,
  (g) => `${fence}\n${g.word()} <b>\n${fence}`,
  (g) => `${fence}js {1}\nconst ${g.word()} = "</script>";\n${fence}`,
  (g) => `${fence}${g.word().slice(0, 3)}\n${g.word()}\n${fence}`,
  (g) => `    ${g.word()}`,
  (g) => `${fence}chart bar\n\nx,${g.word()}\n${g.word()},1\n${g.word()},2\n${fence}`,
  (g) => `${fence}chart pie\ntitle: ${g.word()}\n\nx,y\n${g.word()},1e308\n${fence}`,
  (g) => `${fence}chart ${g.word()}\n\nx,y\na,1\n${fence}`,
  (g) => diagram(g),
  (g) => diagram(g),
  (g) => diagram(g),
  (g) => `${fence}table\n\n${g.word()},y\n${g.word()},2\n${fence}`,
  () => `${fence}qr\nhttps://example.org/\n${fence}`,
  () => '$$\n\\sqrt{x}\n$$',
  () => '$$\n\\sqrt{\n$$',
  (g) => `${g.word()}\n: ${g.line()}`,
  (g) => `${g.word()}[^1]\n\n[^1]: ${g.line()}`,
  (g) => `::: {.a}\n${g.line()}\n:::`,
  (g) => `::: {.columns}\n::: {.column}\n${g.line()}\n:::\n::: {.column}\n${g.line()}\n:::\n:::`,
  (g) => `::: ${g.word()}\n${g.line()}\n:::`,
  (g) => `::right::\n\n${g.line()}`,
  () => ':::',
  () => '. . .',
  () => '***',
  () => '<!-- a comment\n\nof two paragraphs -->',
  () => '<!-- a comment that does not end',
  (g) => `<div class="a">\n\n${g.line()}\n\n</div>`,
  (g) => `<div>${g.line()}`,
  (g) => `</div>\n${g.line()}`,
  (g) => `<div title="${g.word()}\n\n${g.line()}`,
  (g) => `<table><tr><td>${g.word()}</td></tr></table>`,
  (g) => `<p>${g.word()}<p>${g.word()}`,
  (g) => `<svg viewBox="0 0 9 9"><text>${g.word()}</text><path d="M0 0"/></svg>`,
  (g) => `<details><summary>${g.word()}</summary>${g.word()}</details>`,
  () => '<script>hit()</script>',
  () => '<img src=x onerror=hit()>',
  (g) => `<style>p { color: red }</style>\n\n${g.line()}`,
  (g) => `<textarea>${g.word()}`,
  (g) => `<iframe src="https://example.org/"></iframe> ${g.word()}`,
  (g) => g.html(),
  (g) => `${g.html()}\n${g.line()}\n${g.html()}`,
  (g) => `Note: ${g.line()}`,
  (g) => `{.fragment}\n${g.line()}`,
  (g) => `${g.line()}\n{.a onclick=hit()}`,
  (g) => `[${g.word()}]: https://example.org/ "${g.word()}"`,
  oddChart,
  oddChart,
  (g) => g.choose(oddBlocks)(g),
  (g) => g.choose(oddBlocks)(g),
  (g) => g.choose(oddBlocks)(g),
];

const settings: readonly Rule[] = [
  () => '',
  () => '',
  () => '',
  () => 'layout: two-columns\n---\n\n',
  () => 'background: "#123"\n---\n\n',
  () => 'class: a\ncolor: red\n---\n\n',
  () => 'nosuch: a\n---\n\n',
  () => 'background: missing.png\n---\n\n',
  () => 'src: part.md\n---\n\n',
  () => 'src: deck.md\n---\n\n',
  slideSettings,
  slideSettings,
  (g) => `\n${commentSettings(g)}\n\n`,
];

const frontMatters: readonly Rule[] = [
  () => '',
  () => '---\ntheme: ink\n---\n\n',
  () => '---\ntitle: "<script>hit()</script>"\nlang: de\nsmart: true\n---\n\n',
  () => '---\nincremental: true\nheader: "<b>{{n}}</b>"\n---\n\n',
  () => '---\nfooter: <img src=x onerror=hit()>\n---\n\n',
  frontMatter,
  frontMatter,
  frontMatter,
];

/** Random decks by a seed: each construct of the language in and after each other. */
export class Grammar {
  readonly #random: () => number;
  readonly #snippets: Generator<string>;
  #words = 0;
  #depth = 0;
  /** Of the current deck; absent in Lectern's own. */
  dialect: FuzzDeck['dialect'];

  constructor(seed: number) {
    this.#random = numbers(seed);
    this.#snippets = snippets(seed);
  }

  deck(): FuzzDeck {
    this.#words = 0;
    const dialect = this.#below(3) === 0 ? this.choose(dialectNames) : undefined;
    this.dialect = dialect;
    let text = this.choose(frontMatters)(this);
    const slideLines: number[] = [];
    for (let count = 1 + this.#below(4); count > 0; count--) {
      slideLines.push(text.split('\n').length);
      text += this.#slide(slideLines.length > 1).text;
    }
    // Other tools leave out many things, too.
    const words = dialect === undefined ? findWords(text) : [];
    return { text, slideLines, words, ...(dialect && { dialect }) };
  }

  #slide(hasBreak: boolean): FuzzSlide {
    const start = hasBreak ? `${this.#below(4) === 0 ? '--' : '---'}\n` : '';
    const own = hasBreak ? this.choose(settings)(this) : '';
    const body = Array.from({ length: 1 + this.#below(5) }, () => this.block()).join('\n\n');
    return { text: `${start}${own}${own === '' ? '\n' : ''}${this.#damage(body)}\n\n` };
  }

  /** One of many slides has a character too many or too few. */
  #damage(text: string): string {
    if (this.#below(4) > 0) return text;
    const at = this.#below(text.length + 1);
    const mark = this.choose([...'`*_~^[](){}<>&"\'\\|:$#-!=\n\t\0\u2028 ']);
    return text.slice(0, at) + (this.#below(2) === 0 ? mark : '') + text.slice(at + this.#below(2));
  }

  /** A word that is nowhere else in the deck, of letters only. */
  word(): string {
    const index = this.#words++;
    const letters = [26 ** 2, 26, 1].map((unit) =>
      String.fromCharCode(97 + (Math.floor(index / unit) % 26)),
    );
    return `zq${letters.join('')}vx`;
  }

  inline(): string {
    return this.#nested(inlines, () => this.word());
  }

  /** A text of a diagram. */
  label(): string {
    return this.choose(labelParts)(this);
  }

  line(): string {
    return Array.from({ length: 1 + this.#below(4) }, () => this.inline()).join(' ');
  }

  block(): string {
    const isOwn = this.dialect === undefined || this.#below(2) === 0;
    const rules = isOwn ? blocks : dialectBlocks[this.dialect ?? 'marp'];
    return this.#nested(rules, () => this.word());
  }

  html(): string {
    return String(this.#snippets.next().value).replaceAll('\uFDD0', '');
  }

  /** Blocks in a list or a quote. */
  prefixed(prefix: string): string {
    const next = prefix.startsWith('>') ? prefix : ' '.repeat(prefix.length);
    const items = Array.from({ length: 1 + this.#below(3) }, () =>
      this.block()
        .split('\n')
        .map((line, i) => (i === 0 ? prefix : next) + line)
        .join('\n'),
    );
    return items.join('\n');
  }

  #nested(rules: readonly Rule[], innermost: () => string): string {
    if (this.#depth > 4) return innermost();
    this.#depth++;
    const text = this.choose(rules)(this);
    this.#depth--;
    return text;
  }

  choose<T>(list: readonly T[]): T {
    return list[this.#below(list.length)] as T;
  }

  #below(end: number): number {
    return Math.floor(this.#random() * end);
  }
}

/** The words that are left and are there once. */
function findWords(text: string): FuzzDeck['words'] {
  return text.split('\n').flatMap((content, i) => {
    // Not text: the addresses of links, ids, and names of languages, classes and blocks.
    const shown = content.replace(
      /\]\([^)]*\)|\{[^}]*\}|^`{3}.*|^:::.*|<https:[^>]*>|^\[[^\]]*\]:.*/g,
      '',
    );
    return [...shown.matchAll(/zq[a-z]{3}vx/g)].map(([word]) => ({ word, line: i + 1 }));
  });
}
