import { wholeSlide } from '../2-parse/slides/late-slide.ts';
import { modulesOf } from '../3-resolve/code/code-modules.ts';
import type { Resources } from '../3-resolve/resources.ts';
import { ElementPaths } from '../base/html-text.ts';
import { noMemo } from '../base/memo/memo.ts';
import type { Deck, Slide } from '../model/deck.ts';
import type {
  ChartImage,
  DiagramImage,
  Feature,
  RenderedDeck,
  RenderedSlide,
  SlideNumbers,
  SlideStyle,
} from '../model/rendered.ts';
import type { Memo } from '../model/source.ts';
import { AssetList } from './context.ts';
import { type PlacedFindings, placeSlide } from './place-slide.ts';
import { typeStepOf } from './room/type-step.ts';
import { type RenderedContent, renderSlide, styleScope } from './slide.ts';
import { EdgeTexts } from './slide-edges.ts';

/**
 * Renders a deck as HTML. A pure function.
 *
 * @param memo shared by consecutive builds, so that unchanged slides are reused
 * @param marksSource whether elements say where they are in the source
 */
export function renderDeck(
  deck: Deck,
  resources: Resources,
  memo: Memo = noMemo,
  marksSource = false,
): RenderedDeck {
  // Resources that were missing or too slow may be available in the next build, and slides that are
  // equal may be at other places.
  const own = resources.isComplete && !marksSource ? memo : noMemo;
  const frame = frameOf(deck);
  const elements = new ElementPaths();
  const numbering = new Numbering();
  const { header, footer } = deck.frontMatter;
  const showsSection = [header, footer].some((line) => line?.value.includes('{{'));
  const hasOwn = ({ header: own, footer: below }: Slide): boolean => (own ?? below) !== undefined;
  const edges = new EdgeTexts(deck);
  let section = '';
  let footnoteTexts: string | undefined;
  const stacks = deck.stacks.map((stack) =>
    stack.map((slide) => {
      if (slide.layout === 'section') section = slide.title;
      const repeated = edges.repeatedOn(slide);
      const position = { isFirst: numbering.slides === 0, section, repeated };
      const render = (known: readonly string[]): RenderedContent =>
        renderSlide(wholeSlide(slide), position, { deck, resources, marksSource, elements }, known);
      const inputs = [
        slide.content ?? slide,
        position.isFirst,
        repeated.header,
        repeated.footer,
        (showsSection || hasOwn(slide)) && section,
        frame,
        slide.anchor,
        typeStepOf(slide, deck),
        ...(slide.headingIds ?? []),
      ] as const;
      const alone = own.get(renderSlide, inputs, () => render([]));
      const { footnotes } = alone.findings;
      if (footnotes.length === 0) return numbering.add(slide, alone);
      // Footnote numbers depend on earlier slides, and their texts may be on any slide.
      const known = numbering.footnotes;
      footnoteTexts ??= stringify(deck.footnotes);
      const numbered = own.get(renderSlide, [...inputs, known.join('\0'), footnoteTexts], () =>
        render(known),
      );
      return numbering.add(slide, numbered);
    }),
  );
  const { assets, charts, diagrams, features } = numbering;
  const { file, texts, frontMatter, title, properties } = deck;
  return {
    file,
    texts,
    frontMatter,
    title,
    stacks,
    assets: assets.refs,
    charts,
    diagrams,
    features,
    properties,
    slideStyles: stylesOf(deck),
  };
}

/** The rules of slides; those of several slides are the same if their texts are. */
function stylesOf({ stacks }: Deck): readonly SlideStyle[] {
  const styles = new Map<string, SlideStyle>();
  for (const { settings } of stacks.flat()) {
    const { css } = settings;
    if (!css) continue;
    const scope = styleScope(css.value);
    if (!styles.has(scope)) styles.set(scope, { scope, css });
  }
  return [...styles.values()];
}

/** Everything that all slides depend on: the front matter, the links and, for formulas, definitions and numbers. */
function frameOf(deck: Deck): string {
  const { frontMatter, header, footer, equations, formulas, targets, macros, code } = deck;
  const defines = formulas.some(({ tex }) =>
    /\\(?:\w*def|let|\w*newcommand|Declare\w+)\b/.test(tex),
  );
  const definitions = defines ? formulas.map(({ tex }) => tex) : [];
  // What a language colors in its texts depends on the others.
  const modules = modulesOf(code);
  return stringify([frontMatter, header, footer, equations, definitions, targets, macros, modules]);
}

function stringify(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (each instanceof Map ? [...each] : each));
}

/** Numbers the findings of slides across the deck. */
class Numbering {
  slides = 0;
  readonly assets = new AssetList();
  readonly charts: ChartImage[] = [];
  readonly diagrams: DiagramImage[] = [];
  readonly features = new Set<Feature>();
  /** The labels of footnotes in the order of their numbers. */
  footnotes: readonly string[] = [];
  #icons = 1;

  add(slide: Slide, { content, findings }: RenderedContent): RenderedSlide {
    const placed = placeSlide(findings, slide);
    const numbers = this.#numberAll(placed);
    this.#icons += findings.icons;
    this.slides++;
    if (findings.footnotes.length > 0) {
      this.footnotes = [...new Set([...this.footnotes, ...findings.footnotes])];
    }
    for (const feature of findings.features) this.features.add(feature);
    const { title, seconds, span } = slide;
    const rendered = { number: this.slides, title, span, content, numbers };
    const { removed } = findings;
    // Most slides have none of these, and this runs for each slide in each build.
    if (seconds === undefined && !placed.colors && removed.length === 0) return rendered;
    return {
      ...rendered,
      ...(seconds !== undefined && { seconds }),
      ...(placed.colors && { colors: placed.colors }),
      ...(removed.length > 0 && { removed }),
    };
  }

  #numberAll({ assets, charts, diagrams }: PlacedFindings): SlideNumbers {
    return {
      assets: assets.map((ref) => this.assets.add(ref)),
      charts: charts.map((chart) => this.charts.push(chart) - 1),
      diagrams: diagrams.map((diagram) => this.diagrams.push(diagram) - 1),
      firstIcon: this.#icons,
    };
  }
}
