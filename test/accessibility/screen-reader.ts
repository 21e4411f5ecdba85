import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { packageRoot } from '../../src/base/files/package-root.ts';

/** What a listener meets on a slide, and on the way through its steps. */
interface HeardSlide {
  readonly name: string;
  /** What is announced on the slide and at each of its steps, then on the way back. */
  readonly forward: readonly string[];
  readonly back: readonly string[];
  /** The phrases of the screen reader at a step in between, if there is one, and at the last step. */
  readonly between?: readonly string[] | undefined;
  readonly atEnd: readonly string[];
}

declare global {
  interface Window {
    screenReader: {
      readonly virtual: {
        start(options: { readonly container: Node }): Promise<void>;
        stop(): Promise<void>;
        next(): Promise<void>;
        lastSpokenPhrase(): Promise<string>;
        spokenPhraseLog(): Promise<string[]>;
      };
    };
  }
}

/** The screen reader, to run in a page. */
async function bundleScreenReader(): Promise<string> {
  const contents = "export { virtual } from '@guidepup/virtual-screen-reader'";
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: packageRoot },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'screenReader',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return `${outputFiles[0]?.text}; window.screenReader = screenReader;`;
}

let screenReader: Promise<string> | undefined;

/** Reads a deck, slide by slide, as someone does who hears it. */
export async function listen(page: Page): Promise<string> {
  screenReader ??= bundleScreenReader();
  await page.evaluate(await screenReader);
  const slides = await page.evaluate(hearDeck);
  return slides.map(writeSlide).join('\n');
}

/** Runs in the page. */
async function hearDeck(): Promise<readonly HeardSlide[]> {
  const { virtual } = window.screenReader;
  const { Reveal } = window;
  const said = (): string => document.querySelector('.announcer')?.textContent ?? '';
  const current = (): HTMLElement =>
    document.querySelector<HTMLElement>('section.slide.present') ?? document.body;
  const read = async (): Promise<readonly string[]> => {
    await virtual.start({ container: current() });
    const end = `end of ${await virtual.lastSpokenPhrase()}`;
    for (let last = ''; last !== end; last = await virtual.lastSpokenPhrase()) {
      await virtual.next();
    }
    const phrases = await virtual.spokenPhraseLog();
    await virtual.stop();
    return phrases;
  };
  const move = (way: 'next' | 'prev'): string => {
    const region = document.querySelector('.announcer');
    if (region) region.textContent = '';
    Reveal[way]();
    return said();
  };
  const heard: HeardSlide[] = [];
  const count = Reveal.getTotalSlides();
  for (let number = 0, news = said(); number < count; number++) {
    const slide = current();
    const steps = new Set(
      [...slide.querySelectorAll('.fragment')].map((step) =>
        step.getAttribute('data-fragment-index'),
      ),
    ).size;
    const forward = [news];
    const back: string[] = [];
    let between: readonly string[] | undefined;
    for (let step = 1; step <= steps; step++) {
      forward.push(move('next'));
      if (step === Math.floor(steps / 2)) between = await read();
    }
    const atEnd = await read();
    for (let step = 1; step <= steps; step++) back.push(move('prev'));
    for (let step = 1; step <= steps; step++) move('next');
    heard.push({ name: slide.ariaLabel ?? '', forward, back, between, atEnd });
    news = move('next');
  }
  return heard;
}

function writeSlide({ name, forward, back, between, atEnd }: HeardSlide): string {
  const [arrival = '', ...steps] = forward;
  return [
    `## ${name}`,
    '',
    `announced: ${arrival}`,
    ...steps.map((text) => `next: ${text}`),
    ...back.map((text) => `back: ${text}`),
    ...(between ? ['', 'in between:', ...nest(between)] : []),
    ...(between ? ['', 'at the end:', ...nest(atEnd)] : ['', ...nest(atEnd)]),
    '',
  ].join('\n');
}

/**
 * A phrase a line, indented by what it is in, instead of with a line for each end. Paragraphs have no words, and what
 * is in an image is hidden by browsers, but not by this screen reader.
 */
function nest(phrases: readonly string[]): readonly string[] {
  const ends = new Map<string, number>();
  for (const phrase of phrases) {
    if (phrase.startsWith('end of ')) ends.set(phrase, (ends.get(phrase) ?? 0) + 1);
  }
  let depth = 0;
  let image: string | undefined;
  return phrases.flatMap((phrase) => {
    if (image !== undefined && phrase === `end of ${image}`) image = undefined;
    else if (image !== undefined) return [];
    if (/^(?:end of )?paragraph$/.test(phrase)) return [];
    if (ends.has(phrase)) {
      depth -= 1;
      return [];
    }
    const before = depth;
    const line = `${'  '.repeat(depth)}${phrase.replace(/^row, .*/, 'row')}`;
    if (ends.has(`end of ${phrase}`)) depth += 1;
    if (depth > before && phrase.startsWith('image, ')) image = phrase;
    return [line];
  });
}
