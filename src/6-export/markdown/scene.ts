import path from 'node:path';
import { chartTable } from '../../4-render/chart/table.ts';
import { parseTokens } from '../../5-bundle/styles/parse-tokens.ts';
import type { ThemeTokens } from '../../5-bundle/styles/theme-tokens.ts';
import { unsafeScheme } from '../../base/safe-html/attributes.ts';
import { decodeUri } from '../../base/text/decode-uri.ts';
import { slugOf } from '../../base/text/slug.ts';
import type { Chart } from '../../model/blocks.ts';
import { type Deck, type Footnote, type Slide, targetKey } from '../../model/deck.ts';
import type { BuiltPage } from '../../model/page.ts';
import type { AssetRef } from '../../model/source.ts';
import type { ExportedFile } from '../exporter.ts';
import { svgFile } from './chart-file.ts';

/** What the parts of a text have in common: the page, the files next to the text, and footnotes. */
export class Scene {
  readonly deck: Deck;
  readonly #built: BuiltPage;
  readonly #stem: string;
  readonly #files = new Map<string, ExportedFile>();
  readonly #names = new Map<string, string>();
  readonly #footnotes = new Map<string, Footnote>();
  readonly #tokens: ThemeTokens;
  #charts = 0;
  /** The slide that is being written. */
  slide: Slide | undefined;
  number = 0;
  /** The level of the heading that names it; the headings below it are below it in the text, too. */
  titleLevel = 1;

  /** @param stem the name of the text without its extension */
  constructor(built: BuiltPage, deck: Deck, stem: string) {
    this.#built = built;
    this.deck = deck;
    this.#stem = stem;
    this.#tokens = parseTokens(built.shown.css);
  }

  /** The language of the slide that is being written. */
  get lang(): string {
    return this.slide?.settings.lang ?? this.deck.frontMatter.lang;
  }

  /** The files next to the text. */
  get files(): readonly ExportedFile[] {
    return [...this.#files.values()];
  }

  get total(): number {
    return this.#built.slideCount;
  }

  /** The footnotes that the text refers to, in their order. */
  get footnotes(): ReadonlyMap<string, Footnote> {
    return this.#footnotes;
  }

  emoji(name: string): string {
    return this.#built.contents.emoji.get(name) ?? `:${name}:`;
  }

  /** The address of a file that the text shows, which is then next to it; an address on the web stays. */
  addressOf(ref: AssetRef): string {
    const { rendered, files } = this.#built.shown;
    const index = rendered.assets.findIndex(
      ({ path: name, from }) => name === ref.path && from === ref.from,
    );
    const file = files[index];
    if (!file) return ref.path;
    const key = `${ref.from}\n${ref.path}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const address = this.#add(`-${safeName(ref.path)}`, Buffer.from(file.bytes));
    this.#names.set(key, address);
    return address;
  }

  /** The address of an image of a chart, and its data. */
  chart(chart: Chart): {
    readonly address?: string;
    readonly alt: string;
    readonly table: ReturnType<typeof chartTable>;
  } {
    const { rendered, charts } = this.#built.shown;
    const index = rendered.charts.findIndex(({ span }) => isSame(span, chart.span));
    const svg = charts[index];
    const alt = rendered.charts[index]?.alt ?? chart.title ?? '';
    const table = chartTable(chart, this.lang);
    if (!svg) return { alt, table };
    this.#charts++;
    const content = svgFile(svg, this.#tokens);
    return { address: this.#add(`-chart-${this.#charts}.svg`, content), alt, table };
  }

  /** A drawing as a file next to the text. */
  drawing(name: string, svg: string): string {
    return this.#add(`-${name}-${this.#files.size + 1}.svg`, svg);
  }

  /** The number of a footnote, from 1; `undefined` if there is none. */
  footnote(label: string, file: string): number | undefined {
    const key = targetKey(file, label);
    const footnote = this.deck.footnotes.get(key);
    if (!footnote) return undefined;
    this.#footnotes.set(key, footnote);
    return [...this.#footnotes.keys()].indexOf(key) + 1;
  }

  /** The address of a link: code hosts name the anchor of a heading after its text. Empty if it would run code. */
  linkAddress(href: string, file: string): string {
    const target = this.deck.targets.get(targetKey(file, href)) ?? href;
    if (!target.startsWith('#')) return unsafeScheme(href) === undefined ? href : '';
    const id = decodeUri(target.slice(1));
    const slides = this.deck.stacks.flat();
    const found = slides.find(
      ({ settings, anchor, headingIds = [], headings }) =>
        settings.id === id ||
        anchor === id ||
        headingIds.includes(id) ||
        headings.some((heading) => heading.id === id),
    );
    return found?.title ? `#${slugOf(found.title)}` : '';
  }

  #add(ending: string, content: Buffer | string): string {
    const { name, ext } = path.posix.parse(ending);
    let unique = ending;
    for (let count = 2; this.#files.has(unique); count++) unique = `${name}-${count}${ext}`;
    this.#files.set(unique, { ending: unique, content });
    return encodeURI(this.#stem + unique);
  }
}

/** The name of a file without what programs could read as something else. */
function safeName(file: string): string {
  return path.posix.basename(file).replace(/[^\p{L}\p{N}._-]+/gu, '-');
}

function isSame(a: Chart['span'], b: Chart['span']): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}
