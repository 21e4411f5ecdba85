import type { Page } from 'playwright-core';

/** The states of slides that are looked at: before the first step and after the last one are the ends. */
export type Steps = 'all' | 'ends' | 'last';

/** Calls `look` for each slide on the stage, in some of its states. */
export async function walkSlides(
  page: Page,
  steps: Steps,
  look: (place: string) => Promise<void>,
): Promise<void> {
  const contents = await page.evaluateHandle(emptySlides);
  const count = await page.locator('section.slide').count();
  for (let number = 0; number < count; number++) {
    await page.evaluate(fillSlide, { contents, number });
    const { name, step: last } = await page.evaluate(showSlide, [number, 999] as const);
    await look(last < 0 ? name : `${name}, step ${last + 1}`);
    const others = steps === 'last' ? 0 : steps === 'ends' ? Math.min(last + 1, 1) : last + 1;
    for (let step = -1; step < others - 1; step++) {
      await page.evaluate(showSlide, [number, step] as const);
      await look(step < 0 ? name : `${name}, step ${step + 1}`);
    }
    await page.evaluate(emptySlide, number);
  }
  for (let number = 0; number < count; number++)
    await page.evaluate(fillSlide, { contents, number });
  await page.evaluate(showSlide, [0, -1] as const);
}

/** @returns the slide's name, and the index of its step; -1 before the first one */
function showSlide([number, step]: readonly [number, number]) {
  const slide = document.querySelectorAll<HTMLElement>('section.slide')[number];
  if (!slide) throw new Error(`there is no slide ${number}`);
  const { h, v } = window.Reveal.getIndices(slide);
  window.Reveal.slide(h, v, step);
  const shown = window.Reveal.getIndices() as { readonly f?: number };
  return { name: slide.ariaLabel ?? '', step: shown.f ?? -1 };
}

/**
 * Takes the content out of all slides: axe looks at what is shown only, but takes five times as long with the others.
 *
 * @returns the content of each slide
 */
function emptySlides(): readonly (readonly Node[])[] {
  return [...document.querySelectorAll('section.slide')].map((slide) => {
    const content = [...slide.childNodes];
    slide.replaceChildren();
    return content;
  });
}

function fillSlide(slide: {
  readonly contents: readonly (readonly Node[])[];
  readonly number: number;
}): void {
  const { contents, number } = slide;
  document.querySelectorAll('section.slide')[number]?.replaceChildren(...(contents[number] ?? []));
}

function emptySlide(number: number): void {
  document.querySelectorAll('section.slide')[number]?.replaceChildren();
}
