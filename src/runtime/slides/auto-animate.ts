import type { Part } from '../feature.ts';
import { commonLines } from './common-lines.ts';
import { move } from './element-motion.ts';

/** Two elements of which the second begins where the first stands; as reveal.js takes them. */
export interface Pair {
  readonly from: HTMLElement;
  readonly to: HTMLElement;
  readonly options: PairOptions;
}

export interface PairOptions {
  readonly translate: false;
  readonly scale: false;
  /** CSS properties that change, some of them with values of their own. */
  readonly styles: readonly (
    | string
    | { readonly property: string; readonly from: string; readonly to: string }
  )[];
}

/** Moves what two slides have in common from where it was to where it is. */
export const autoAnimate: Part = {
  present(deck) {
    deck.configure({ autoAnimateMatcher: matchSlides });
  },
};

/** What stays the same as a whole; then the parts in which text moves. */
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
  // A title stays one where the first slide, which alone has an h1, goes over into the next.
  matcher.match(texts, (text) => `${text.tagName.replace(/\d/, '')} ${wordsOf(text)}`);
  return matcher.pairs;
}

/** Code blocks go together by their titles, or else by their languages and their order. */
function nameOfCode(figure: HTMLElement): string {
  const title = figure.querySelector('figcaption')?.textContent;
  return title ?? figure.querySelector('code')?.className ?? '';
}

/** A text, and the icons in it; none for an empty one. */
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

  /** Pairs the elements of the same name, in their order. */
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

  /** Pairs the lines that code blocks have in common which are a pair. */
  matchLines(): void {
    for (const { from, to } of this.pairs.filter(({ to }) => to.matches(code))) {
      const [before = [], after = []] = [from, to].map((figure) => [
        ...figure.querySelectorAll<HTMLElement>('.line'),
      ]);
      for (const [a, b] of commonLines(before, after, textOfLine)) this.#add(a, b, code);
    }
  }

  /** @param around that from which places are reckoned */
  #add(from: HTMLElement, to: HTMLElement, around: string): void {
    this.#taken.add(from).add(to);
    const isWhole = to.matches(`img, video, svg, ${wholes}`);
    const size = to.matches(code) ? 'box' : isWhole ? 'whole' : 'type';
    this.pairs.push({ from, to, options: move(from, to, around, size) });
  }

  /** Those that neither stand in what moves already nor hold it. */
  #free(slide: HTMLElement, selector: string): readonly HTMLElement[] {
    const taken = [...this.#taken];
    return [...slide.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        !element.closest('.notes') &&
        !taken.some((other) => other.contains(element) || element.contains(other)),
    );
  }
}

/** Without its number, which changes when a line is put in above. */
function textOfLine(line: HTMLElement): string {
  const gutter = Array.from(line.querySelectorAll('.number, .sign'), (part) => part.textContent);
  return line.textContent.slice(gutter.join('').length).trimEnd();
}
