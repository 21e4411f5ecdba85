import { moveLines } from '../2-parse/slides/move-lines.ts';
import type { Slide } from '../model/deck.ts';
import type { Feature, SlideContent } from '../model/rendered.ts';
import type { AssetRef } from '../model/source.ts';
import { AssetList, type DeckContext } from './context.ts';
import { renderSlide } from './slide.ts';

/** What a slide was rendered from, and what became of it. */
interface KnownSlide {
  readonly slide: Slide;
  readonly isFirst: boolean;
  readonly frame: string;
  readonly rendered: SlideContent;
  readonly features: ReadonlySet<Feature>;
  readonly assets: readonly Marked[];
}

/** A file that a slide names, and what stands for it. */
interface Marked {
  readonly ref: AssetRef;
  readonly mark: string;
}

/** By the content of each. */
const known = new WeakMap<object, KnownSlide>();

/**
 * Renders a slide as {@link renderSlide} does, unless the last build of the deck has done so: the result
 * is then the same object. Only such slides are kept as depend on no other: they show no chart, no
 * diagram, no footnote, and no icon whose ids are counted.
 *
 * @param frame what all slides depend on, as {@link frameOf} gives it
 */
export function renderSlideOnce(
  slide: Slide,
  isFirst: boolean,
  frame: string,
  deck: DeckContext,
): SlideContent {
  const { content } = slide;
  const before = content && known.get(content);
  if (before?.frame === frame && before.isFirst === isFirst && hasSameMarks(before, slide, deck)) {
    for (const feature of before.features) deck.features.add(feature);
    return before.rendered;
  }
  const features = new Set<Feature>();
  const assets = new AssetRecord(deck.assets);
  const { footnoteNumbers, drawings, charts, diagrams, resources } = deck;
  const counts = () =>
    [footnoteNumbers.mentions, drawings.last, charts.length, diagrams.length].join();
  const earlier = counts();
  const rendered = renderSlide(slide, isFirst, { ...deck, features, assets });
  for (const feature of features) deck.features.add(feature);
  if (content && counts() === earlier && resources.isWhole) {
    known.set(content, { slide, isFirst, frame, rendered, features, assets: assets.marked });
  }
  return rendered;
}

/** What the looks of every slide depend on: the deck's head, and how its formulas are called. */
export function frameOf({ head, header, footer, equations }: DeckContext['deck']): string {
  return JSON.stringify([head, header, footer, [...equations]]);
}

/** Enters the files that a slide names into the deck's list; tells whether the same marks stand for them. */
function hasSameMarks(known: KnownSlide, { span }: Slide, { assets }: DeckContext): boolean {
  const from = known.slide.span;
  const marks = known.assets.map(({ ref }) => {
    // The deck's head may name a file, too, and does not move with the slide.
    const isOwn = ref.span.file === from.file && ref.span.line >= from.line;
    return assets.mark(moveLines(ref, isOwn ? span.line - from.line : 0));
  });
  return marks.every((mark, i) => mark === known.assets[i]?.mark);
}

/** Enters files into another list, and keeps which. */
class AssetRecord extends AssetList {
  readonly marked: Marked[] = [];
  readonly #list: AssetList;

  constructor(list: AssetList) {
    super();
    this.#list = list;
  }

  override mark(ref: AssetRef): string {
    const mark = this.#list.mark(ref);
    this.marked.push({ ref, mark });
    return mark;
  }
}
