import { plainText } from '../../../2-parse/inline/plain-text.ts';
import { bareNumber } from '../../../3-resolve/math/macros.ts';
import { targetKey } from '../../../model/deck.ts';
import type { HtmlPart, Image, Inline, Link, SlideField } from '../../../model/inline.ts';
import type { SlideScene } from '../slide/scene.ts';
import { applyTag } from './inline-html.ts';
import type { LinkTarget, Run, RunStyle } from './paragraph.ts';

/** What inlines become: runs, and the images among them, which a text body cannot contain. */
export interface InlineContent {
  readonly runs: readonly Run[];
  readonly images: readonly Image[];
}

/** Turns inlines into runs. */
export function readInlines(
  inlines: readonly Inline[],
  scene: SlideScene,
  style: RunStyle = {},
): InlineContent {
  const reader = new InlineReader(scene);
  reader.readAll(inlines, style);
  return { runs: joinRuns(reader.runs), images: reader.images };
}

class InlineReader {
  readonly runs: Run[] = [];
  readonly images: Image[] = [];
  readonly #scene: SlideScene;
  /** The styles of HTML elements that are open. */
  #open: readonly { readonly tag: string; readonly style: RunStyle }[] = [];

  constructor(scene: SlideScene) {
    this.#scene = scene;
  }

  readAll(inlines: readonly Inline[], style: RunStyle): void {
    for (const inline of inlines) this.#read(inline, style);
  }

  #read(inline: Inline, style: RunStyle): void {
    switch (inline.kind) {
      case 'text':
        this.#add(inline.text, style);
        return;
      case 'emphasis':
        this.readAll(inline.content, { ...style, italic: true });
        return;
      case 'strong':
        this.readAll(inline.content, { ...style, bold: true });
        return;
      case 'strike':
        this.readAll(inline.content, { ...style, strike: true });
        return;
      case 'subscript':
        this.readAll(inline.content, { ...style, place: 'sub' });
        return;
      case 'superscript':
        this.readAll(inline.content, { ...style, place: 'super' });
        return;
      case 'highlight':
        this.readAll(inline.content, { ...style, highlight: mark });
        return;
      case 'span':
        this.readAll(inline.content, { ...style, ...styleOfSpan(inline.attributes.values) });
        return;
      case 'code':
        this.#add(inline.text, {
          ...style,
          font: 'mono',
          scale: 0.9,
          highlight: '--color-surface',
        });
        return;
      case 'emoji':
        this.#add(this.#scene.emoji(inline.name), style);
        return;
      case 'icon':
        this.#scene.loseIcon(inline.name);
        return;
      case 'math':
        this.#add(this.#scene.formulaText(inline.math), { ...style, font: 'Cambria Math' });
        return;
      case 'reference': {
        const number = this.#scene.deck.equations.get(inline.label) ?? inline.label;
        this.#add(inline.bare ? bareNumber(number) : number, style);
        return;
      }
      case 'break':
        this.runs.push({ kind: 'break' });
        return;
      case 'slide-field':
        this.#addField(inline.field, style);
        return;
      case 'link':
        this.#addLink(inline, style);
        return;
      case 'image':
        this.images.push(inline);
        return;
      case 'footnote':
        this.#add(String(this.#scene.numberFootnote(inline)), { ...style, place: 'super' });
        return;
      case 'html':
        this.#addHtml(inline.content, style);
        return;
      default:
        inline satisfies never;
    }
  }

  #addLink(link: Link, style: RunStyle): void {
    const target = linkTarget(link.href, this.#scene);
    const named =
      target?.kind === 'web' && link.title !== undefined
        ? { ...target, title: link.title }
        : target;
    const before = this.runs.length;
    this.readAll(link.content, { ...style, ...(named && { link: named }) });
    if (this.runs.length === before && this.images.length === 0) this.#add(link.href, style);
  }

  #addField(field: SlideField | 'empty', style: RunStyle): void {
    const { number, total, section } = this.#scene;
    if (field === 'n') this.runs.push({ kind: 'number', text: String(number), style });
    else if (field !== 'empty') this.#add(field === 'total' ? String(total) : section, style);
  }

  #addHtml(parts: readonly HtmlPart[], style: RunStyle): void {
    for (const part of parts) {
      if (typeof part === 'string') this.#addMarkup(part, style);
      else if ('kind' in part && part.kind === 'field') this.#addField(part.field, style);
    }
  }

  #addMarkup(markup: string, style: RunStyle): void {
    for (const [piece] of markup.matchAll(/<!--[\s\S]*?-->|<[^>]*>?|[^<]+/g)) {
      if (!piece.startsWith('<')) this.#add(decode(piece), style);
      else if (/^<br\b/i.test(piece)) this.runs.push({ kind: 'break' });
      else this.#open = applyTag(piece, this.#open);
    }
  }

  #add(text: string, style: RunStyle): void {
    if (text === '') return;
    const open = this.#open.map((each) => each.style);
    this.runs.push({ kind: 'text', text, style: Object.assign({}, style, ...open) });
  }
}

/** As `<mark>` in `themes/base/text.css`. */
export const mark = 'color-mix(in oklab, var(--color-accent) 18%, var(--color-background))';

function styleOfSpan(values: ReadonlyMap<string, string>): RunStyle {
  const color = /(?:^|;)\s*color\s*:\s*([^;]+)/.exec(values.get('style') ?? '')?.[1];
  return color === undefined ? {} : { color: color.trim() };
}

/** @returns `undefined` if the file has no such target */
export function linkTarget(href: string, scene: SlideScene): LinkTarget | undefined {
  if (!href.startsWith('#')) {
    return /^(?:https?|mailto|tel):/i.test(href) ? { kind: 'web', address: href } : undefined;
  }
  const files = [scene.file, scene.deck.texts[0]?.path ?? ''];
  const found = files.map((file) => scene.deck.targets.get(targetKey(file, href)));
  const id = (found.find((target) => target !== undefined) ?? href).slice(1);
  const number = scene.slideOf(id);
  return number === undefined ? undefined : { kind: 'slide', number };
}

function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isSame = run.kind === 'text' && last?.kind === 'text' && areEqual(last.style, run.style);
    if (isSame) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function areEqual(a: RunStyle, b: RunStyle): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const names: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

function decode(html: string): string {
  return html.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return names[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The text of inlines in one line. */
export function lineOf(inlines: readonly Inline[]): string {
  return plainText(inlines).replace(/\s+/g, ' ').trim();
}
