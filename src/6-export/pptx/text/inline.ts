import { decodeHTML } from 'entities';
import { bareNumber } from '../../../3-resolve/math/macros.ts';
import { targetKey } from '../../../model/deck.ts';
import type { Image, Inline, Link, SlideField, TexFormula } from '../../../model/inline.ts';
import type { AssetRef } from '../../../model/source.ts';
import { readMath } from '../math/read-math.ts';
import type { SlideScene } from '../slide/scene.ts';
import { applyTag, colorOf, imageIn, mark, readMarkup } from './inline-html.ts';
import type { LinkTarget, Run, RunStyle } from './paragraph.ts';

/** What inlines become: runs, and the images among them, which a text body cannot contain. */
export interface InlineContent {
  readonly runs: readonly Run[];
  readonly images: readonly LinkedImage[];
}

export interface LinkedImage {
  readonly image: Image;
  /** That it is in. */
  readonly link?: Link;
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
  readonly images: LinkedImage[] = [];
  readonly #scene: SlideScene;
  /** The styles of HTML elements that are open. */
  #open: readonly { readonly tag: string; readonly style: RunStyle }[] = [];
  #link: Link | undefined;

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
        this.readAll(inline.content, {
          ...style,
          ...colorOf(inline.attributes.values.get('style')),
        });
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
        this.#addFormula(inline.math, style);
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
        this.images.push({ image: inline, ...(this.#link && { link: this.#link }) });
        return;
      case 'footnote':
        this.#add(String(this.#scene.numberFootnote(inline)), { ...style, place: 'super' });
        return;
      case 'html':
        this.#addHtml(inline, style);
        return;
      default:
        inline satisfies never;
    }
  }

  #addFormula(formula: TexFormula, style: RunStyle): void {
    const { alt, lines } = formula;
    if (alt !== undefined) this.#scene.lose('formula name', alt, lines[0]);
    this.runs.push(readMath(formula, this.#scene, { style: this.#styled(style) }));
  }

  #addLink(link: Link, style: RunStyle): void {
    const hasText = link.content.some(({ kind }) => kind !== 'image');
    // A link of images alone is theirs, and is found when they are placed.
    const target = hasText ? linkTarget(link, this.#scene) : undefined;
    const named =
      target?.kind === 'web' && link.title !== undefined
        ? { ...target, title: link.title }
        : target;
    const before = this.runs.length + this.images.length;
    this.#link = link;
    this.readAll(link.content, { ...style, ...(named && { link: named }) });
    this.#link = undefined;
    if (this.runs.length + this.images.length === before) this.#add(link.href, style);
  }

  #addField(field: SlideField | 'empty', style: RunStyle): void {
    const { total, section } = this.#scene;
    if (field === 'n') this.runs.push(this.#scene.numberRun(style));
    else if (field !== 'empty') this.#add(field === 'total' ? String(total) : section, style);
  }

  #addHtml({ content, written }: Extract<Inline, { kind: 'html' }>, style: RunStyle): void {
    const assets: AssetRef[] = [];
    const span = written?.lines[0] ?? this.#scene.slide.span;
    const linkOf = (href: string) => linkTarget({ href, span }, this.#scene);
    for (const { tag, text, field } of readMarkup(content, assets)) {
      if (field) this.#addField(field, style);
      else if (text !== undefined) this.#add(decodeHTML(text), style);
      else if (tag === undefined) continue;
      else if (/^<br\b/i.test(tag)) this.runs.push({ kind: 'break' });
      else if (/^<img\b/i.test(tag)) this.#addImage(tag, assets);
      else this.#open = applyTag(tag, this.#open, linkOf);
    }
  }

  #addImage(tag: string, assets: readonly AssetRef[]): void {
    const image = imageIn(tag, assets);
    if (!image) return;
    this.images.push({
      image: { ...image, alt: decodeHTML(image.alt) },
      ...(this.#link && { link: this.#link }),
    });
  }

  #add(text: string, style: RunStyle): void {
    if (text !== '') this.runs.push({ kind: 'text', text, style: this.#styled(style) });
  }

  /** A style with those of open HTML elements. */
  #styled(style: RunStyle): RunStyle {
    return Object.assign({}, style, ...this.#open.map((each) => each.style));
  }
}

/** @returns `undefined` if the file has no such target, which is recorded as a loss */
export function linkTarget(
  { href, span }: Pick<Link, 'href' | 'span'>,
  scene: SlideScene,
): LinkTarget | undefined {
  if (/^(?:https?|mailto|tel):/i.test(href)) return { kind: 'web', address: href };
  const number = href.startsWith('#') ? numberOfTarget(href, scene) : undefined;
  if (number !== undefined && scene.isExported(number)) return { kind: 'slide', number };
  scene.lose('link', href, span);
  return undefined;
}

function numberOfTarget(href: string, scene: SlideScene): number | undefined {
  const files = [scene.file, scene.deck.texts[0]?.path ?? ''];
  const found = files.map((file) => scene.deck.targets.get(targetKey(file, href)));
  const id = (found.find((target) => target !== undefined) ?? href).slice(1);
  return scene.slideOf(id);
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
