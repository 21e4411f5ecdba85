import { FootnoteNumbers, StepCounter } from '../../../4-render/context.ts';
import type { Report } from '../../../base/diagnostics/report.ts';
import { decodeUri } from '../../../base/text/decode-uri.ts';
import { type Deck, type Footnote, type Slide, targetKey } from '../../../model/deck.ts';
import type { DiagramShapes } from '../../../model/diagram/shapes.ts';
import type { Inline, TexFormula } from '../../../model/inline.ts';
import type { BuiltPage, ShownFile } from '../../../model/page.ts';
import type { RenderedSlide } from '../../../model/rendered.ts';
import type { AssetRef, Span } from '../../../model/source.ts';
import type { Loss, LossKind } from '../losses.ts';
import { countShown, sourceOrder } from '../slide-order.ts';
import type { Run, RunStyle } from '../text/paragraph.ts';

/** What all slides of a deck share while they are read. */
export class DeckScene {
  readonly page: BuiltPage;
  readonly deck: Deck;
  readonly report: Report;
  readonly exported: ReadonlySet<number>;
  readonly losses: Loss[] = [];
  readonly footnoteNumbers: FootnoteNumbers = new FootnoteNumbers([]);
  /** By the indexes of slides. */
  readonly rendered: readonly RenderedSlide[];
  readonly shownCount: number;
  /** The places of slides in the file, from 1, by their indexes. */
  readonly places: ReadonlyMap<number, number>;
  readonly #slides: ReadonlyMap<string, number>;

  /** @param slides the numbers of those that are exported */
  constructor(page: BuiltPage, report: Report, slides: readonly number[]) {
    this.exported = new Set(slides);
    this.page = page;
    this.deck = page.contents.deck;
    this.rendered = page.shown.rendered.stacks.flat();
    this.report = report;
    this.#slides = idsOf(this.deck);
    this.shownCount = countShown(this.deck);
    const order = sourceOrder(this.deck.stacks.flat());
    this.places = new Map(order.map((index, place) => [index, place + 1]));
  }

  /** The number of the slide that has an id. */
  slideOf(id: string): number | undefined {
    return this.#slides.get(decodeUri(id));
  }
}

function idsOf({ stacks }: Deck): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  for (const [index, { settings, anchor, headings, headingIds = [] }] of stacks.flat().entries()) {
    const own = [settings.id, anchor, ...headingIds, ...headings.map(({ id }) => id)];
    for (const id of own) if (id !== undefined && id !== '' && !ids.has(id)) ids.set(id, index + 1);
  }
  return ids;
}

/** What the blocks of a slide depend on while they are read. */
export class SlideScene {
  readonly slide: Slide;
  readonly number: number;
  readonly section: string;
  readonly file: string;
  /** The keys of the footnotes that it refers to. */
  readonly footnotes: Set<string> = new Set();
  readonly steps: StepCounter;
  readonly #whole: DeckScene;
  readonly #rendered: RenderedSlide | undefined;

  /** @param isStill whether nothing appears in steps, as in notes */
  constructor(whole: DeckScene, slide: Slide, number: number, section: string, isStill = false) {
    this.#whole = whole;
    this.slide = slide;
    this.number = number;
    this.section = section;
    this.file = slide.span.file;
    this.steps = new StepCounter({ isStill });
    this.#rendered = whole.rendered[number - 1];
  }

  get deck(): Deck {
    return this.#whole.deck;
  }

  /** The language of the slide. */
  get lang(): string {
    return this.slide.settings.lang ?? this.deck.frontMatter.lang;
  }

  get total(): number {
    return this.#whole.shownCount;
  }

  /** The number of the slide: a text where hidden slides, which PowerPoint counts, are before it. */
  numberRun(style: RunStyle): Run {
    const { slide, number } = this;
    const counted = this.#whole.places.get(number - 1) ?? number;
    if (slide.hiddenAfter !== undefined || counted === number)
      return { kind: 'number', text: String(counted), style };
    return { kind: 'text', text: String(number), style };
  }

  get highlighted(): ReadonlyMap<string, string> {
    return this.#whole.page.contents.highlighted;
  }

  emoji(name: string): string {
    return this.#whole.page.contents.emoji.get(name) ?? `:${name}:`;
  }

  /** A formula as MathML; `undefined` if it has errors. */
  mathml(formula: TexFormula): string | undefined {
    return this.#whole.page.contents.mathml(formula);
  }

  /** Records an icon, which a line of text in PowerPoint cannot show. */
  loseIcon(name: string): void {
    const { file, line } = this.slide.span;
    const icon = this.deck.icons.find(
      ({ span, name: own }) => own === name && span.file === file && span.line >= line,
    );
    this.lose('icon', name, icon?.span);
  }

  numberFootnote({ label, span }: Extract<Inline, { kind: 'footnote' }>): number {
    const footnote = this.deck.footnotes.get(targetKey(span.file, label)) ?? { label, span };
    const key = targetKey(footnote.span.file, footnote.label);
    this.footnotes.add(key);
    return this.#whole.footnoteNumbers.of(key);
  }

  footnote(key: string): Footnote | undefined {
    return this.deck.footnotes.get(key);
  }

  numberOfKey(key: string): number {
    return this.#whole.footnoteNumbers.of(key);
  }

  slideOf(id: string): number | undefined {
    return this.#whole.slideOf(id);
  }

  /** Whether the file has the slide with a number. */
  isExported(number: number): boolean {
    return this.#whole.exported.has(number);
  }

  /** Records what the file cannot contain. */
  lose(kind: LossKind, detail: string, span: Span = this.slide.span): void {
    this.#whole.losses.push({ kind, detail, span });
  }

  /** The file of a reference; `undefined` if it is not in the page. */
  fileOf(ref: AssetRef): ShownFile | undefined {
    const { rendered, files } = this.#whole.page.shown;
    const index = rendered.assets.findIndex(
      ({ path, from }) => path === ref.path && from === ref.from,
    );
    return index < 0 ? undefined : files[index];
  }

  /** The drawing of a chart or a diagram of this slide, by the place of its block. */
  drawingOf(kind: 'charts' | 'diagrams', span: Span): Drawing | undefined {
    const { shown } = this.#whole.page;
    const index = this.#rendered?.numbers[kind].find((each) =>
      isSame(shown.rendered[kind][each]?.span, span),
    );
    if (index === undefined) return undefined;
    const image = shown.rendered[kind][index];
    const svg = shown[kind][index];
    if (!image || svg === undefined || svg === '') return undefined;
    const shapes = kind === 'diagrams' ? shown.diagramShapes[index] : undefined;
    return {
      ...(shapes && { shapes }),
      svg,
      alt: image.alt,
      width: image.width,
      height: image.height,
      index,
      image,
    };
  }
}

export interface Drawing {
  readonly svg: string;
  readonly shapes?: DiagramShapes;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly index: number;
  readonly image: BuiltPage['shown']['rendered']['charts' | 'diagrams'][number];
}

function isSame(a: Span | undefined, b: Span): boolean {
  return a !== undefined && a.file === b.file && a.line === b.line && a.column === b.column;
}
