/** What these tests use of reveal.js' interface. */
export interface Walker {
  next(): void;
  prev(): void;
  left(): void;
  right(): void;
  up(): void;
  down(): void;
  slide(h: number, v?: number): void;
  sync(): void;
  getIndices(): { readonly h: number; readonly v: number };
  getCurrentSlide(): Element;
  getSlidePastCount(): number;
  getTotalSlides(): number;
  getProgress(): number;
}

/**
 * Runs in a deck's page: walks through it at random, and after each step looks at every slide.
 *
 * @returns how many steps led to another slide, and what was not as it must be
 */
export function walkAtRandom({ seed, length }: { seed: number; length: number }): {
  readonly steps: number;
  readonly problems: readonly string[];
} {
  const deck = (window as unknown as { Reveal: Walker }).Reveal;
  const isSection = (element: Element): boolean => element.localName === 'section';
  const sectionsIn = (parent: Element | null) => [...(parent?.children ?? [])].filter(isSection);
  const columns = sectionsIn(document.querySelector('.slides'));
  const slides = [...document.querySelectorAll('.slides section:not(.stack)')];
  const problems: string[] = [];
  let state = seed;
  const random = (below: number): number => {
    // A linear congruential generator with the constants of Numerical Recipes.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const moves: readonly (() => void)[] = [
    ...Array.from({ length: 4 }, () => () => deck.next()),
    ...Array.from({ length: 3 }, () => () => deck.prev()),
    () => deck.left(),
    () => deck.right(),
    () => deck.up(),
    () => deck.down(),
    () => deck.slide(random(columns.length + 5)),
    () => deck.slide(random(columns.length), random(4)),
    () => deck.slide(random(2) * (columns.length - 1)),
  ];
  let steps = 0;
  for (let step = 0; step < length; step++) {
    const before = deck.getCurrentSlide();
    const move = random(moves.length);
    moves[move]?.();
    if (deck.getCurrentSlide() !== before) steps++;
    const { h, v } = deck.getIndices();
    for (const problem of look())
      problems.push(`step ${step}, move ${move}, at ${h}/${v}: ${problem}`);
    if (problems.length > 5) break;
  }
  return { steps, problems };

  /** What reveal.js promises of each slide, from the two numbers of the one that is shown. */
  function look(): readonly string[] {
    const { h, v } = deck.getIndices();
    const column = columns[h];
    const rows = sectionsIn(column ?? null);
    const current = rows[v] ?? column;
    const wrong: string[] = [];
    const expectAll = (
      what: string,
      all: readonly Element[],
      test: (slide: Element, i: number) => boolean,
    ) => {
      const index = all.findIndex((slide, i) => !test(slide, i));
      if (index >= 0)
        wrong.push(
          `${what} of number ${index}: ${all[index]?.cloneNode(false) && all[index]?.outerHTML.slice(0, 200)}`,
        );
    };
    const placeIs = (slide: Element, i: number, now: number): boolean =>
      slide.classList.contains('past') === i < now &&
      slide.classList.contains('present') === (i === now) &&
      slide.classList.contains('future') === i > now;
    const stepsAre = (slide: Element, shown: boolean): boolean =>
      [...slide.querySelectorAll('.fragment')].every(
        (fragment) => fragment.classList.contains('visible') === shown,
      );
    const isIn = (slide: Element): boolean => slide.contains(current ?? null);
    if (deck.getCurrentSlide() !== current) wrong.push('another slide is shown');
    expectAll('place', columns, (slide, i) => placeIs(slide, i, h));
    expectAll('place in the stack', rows, (slide, i) => placeIs(slide, i, v));
    expectAll('steps', columns, (slide, i) => i === h || stepsAre(slide, i < h));
    expectAll('steps in the stack', rows, (slide, i) => i === v || stepsAre(slide, i < v));
    expectAll(
      'inert',
      [...columns, ...slides],
      (slide) => slide.hasAttribute('inert') !== isIn(slide),
    );
    for (const name of ['hidden', 'aria-hidden']) {
      expectAll(
        name,
        slides,
        (slide) => (slide.closest(`[${name}]`) !== null) === (slide !== current),
      );
    }
    expectAll(
      'display',
      columns,
      (slide, i) => (getComputedStyle(slide).display === 'none') === Math.abs(i - h) > 2,
    );
    expectAll(
      'display in the stack',
      rows,
      (slide, i) => (getComputedStyle(slide).display === 'none') === Math.abs(i - v) > 2,
    );
    const passed = slides.indexOf(current as Element);
    if (deck.getSlidePastCount() !== passed) wrong.push(`${deck.getSlidePastCount()} passed`);
    if (deck.getTotalSlides() !== slides.length) wrong.push(`${deck.getTotalSlides()} in all`);
    return wrong;
  }
}
