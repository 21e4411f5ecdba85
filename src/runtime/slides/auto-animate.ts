import type { BrowserFeature } from '../feature.ts';
import { commonLines } from './common-lines.ts';
import { elementMotion } from './element-motion.ts';

/**
 * A pair of elements as expected by reveal.js: the second one starts at the position of the first.
 */
interface Pair {
  readonly from: HTMLElement;
  readonly to: HTMLElement;
  readonly options: PairOptions;
}

export interface PairOptions {
  readonly translate: false;
  readonly scale: false;
  /** The animated CSS properties, some with explicit values. */
  readonly styles: readonly (
    | string
    | { readonly property: string; readonly from: string; readonly to: string }
  )[];
}

/** Animates the elements that two slides have in common from their old to their new position. */
export const autoAnimate: BrowserFeature = {
  present(deck) {
    deck.configure({ autoAnimateMatcher: matchSlides });
  },
};

/** Elements that move as a whole; below, the elements whose text moves. */
const wholes = 'figure:not(.code), table, .callout, blockquote';
const code = 'figure.code';
const texts = 'h1, h2, h3, h4, h5, h6, p, li, figcaption';

function matchSlides(from: HTMLElement, to: HTMLElement): readonly Pair[] {
  const matcher = new Matcher(from, to);
  matcher.match('[data-id]', ({ tagName, dataset }) => `${tagName} ${dataset.id}`);
  matcher.match('.slide-header, .slide-footer, .slide-background', ({ className }) => className);
  matcher.match('.chart[data-chart]', ({ dataset }) => dataset.chart);
  matcher.match(code, nameOfCode);
  matcher.matchLines();
  matcher.match('img, video', (media) => media.getAttribute('src'));
  matcher.match(wholes, ({ innerHTML }) => innerHTML);
  // The first slide's title is an h1, that of other slides an h2: their levels are ignored.
  matcher.match(texts, (text) => `${text.tagName.replace(/\d/, '')} ${wordsOf(text)}`);
  return matcher.pairs;
}

/** Code blocks are matched by title, otherwise by language and order. */
function nameOfCode(figure: HTMLElement): string {
  const title = figure.querySelector('figcaption')?.textContent;
  return title ?? figure.querySelector('code')?.className ?? '';
}

/** An element's text, icons, math and images. */
function wordsOf(element: HTMLElement): string {
  const drawn = Array.from(element.querySelectorAll('svg, math, img'), (part) => part.outerHTML);
  return element.textContent.trim() + drawn.join('');
}

class Matcher {
  readonly pairs: Pair[] = [];
  readonly #from: HTMLElement;
  readonly #to: HTMLElement;
  readonly #taken = new Set<Element>();

  constructor(from: HTMLElement, to: HTMLElement) {
    this.#from = from;
    this.#to = to;
  }

  /** Pairs elements with the same name, in order. */
  match(selector: string, name: (element: HTMLElement) => string | null | undefined): void {
    const waiting = new Map<string, HTMLElement[]>();
    for (const element of this.#free(this.#from, selector)) {
      const key = name(element) ?? '';
      waiting.set(key, [...(waiting.get(key) ?? []), element]);
    }
    for (const element of this.#free(this.#to, selector)) {
      const partner = waiting.get(name(element) ?? '')?.shift();
      if (partner) this.#add(partner, element, 'section');
    }
  }

  /** Pairs the common lines of code blocks that are a pair. */
  matchLines(): void {
    for (const { from, to } of this.pairs.filter(({ to }) => to.matches(code))) {
      const [before = [], after = []] = [from, to].map((figure) => [
        ...figure.querySelectorAll<HTMLElement>('.line'),
      ]);
      for (const [a, b] of commonLines(before, after, textOfLine)) this.#add(a, b, code);
    }
  }

  /** @param around the selector of the ancestor that positions are relative to */
  #add(from: HTMLElement, to: HTMLElement, around: string): void {
    this.#taken.add(from).add(to);
    const isWhole = to.matches(`img, video, svg, ${wholes}`);
    const size = to.matches(code) ? 'box' : isWhole ? 'whole' : 'type';
    this.pairs.push({ from, to, options: elementMotion(from, to, around, size) });
  }

  /** The elements that neither contain nor are contained in an element that is paired already. */
  #free(slide: HTMLElement, selector: string): readonly HTMLElement[] {
    const taken = [...this.#taken];
    return [...slide.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        !element.closest('.notes') &&
        !taken.some((other) => other.contains(element) || element.contains(other)),
    );
  }
}

/** The text of a line without its number, which changes when a line is inserted above. */
function textOfLine(line: HTMLElement): string {
  const gutter = Array.from(line.querySelectorAll('.number, .sign'), (part) => part.textContent);
  return line.textContent.slice(gutter.join('').length).trimEnd();
}
