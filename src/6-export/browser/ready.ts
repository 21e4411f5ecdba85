import { BrowserError } from './browser-error.ts';
import type { Tab } from './tab.ts';

/** Resolves when the page has kept its own promise, has its fonts, and can show its images. */
const untilReady = `(async () => {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve));
  }
  const root = document.documentElement;
  if (root.dataset.ready === undefined) {
    await new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (root.dataset.ready === undefined) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(root, { attributeFilter: ['data-ready'] });
    });
  }
  await document.fonts.ready;
  await Promise.allSettled(Array.from(document.images, (image) => image.decode()));
})()`;

/** What has not come yet. */
const whatIsMissing = `(() => {
  const fonts = [...document.fonts].filter((face) => face.status === 'loading');
  const images = [...document.images].filter((image) => !image.complete);
  return [
    document.documentElement?.dataset.ready === undefined && 'its scripts',
    fonts.length > 0 && 'its fonts (' + [...new Set(fonts.map((face) => face.family))].join(', ') + ')',
    images.length > 0 && images.length + ' of its images',
  ].filter(Boolean);
})()`;

/** A page that answers nothing any more is busy with its scripts. */
const answerPatience = 2_000;

/**
 * @param patience milliseconds
 * @throws {BrowserError} when they are over, saying what has not come
 */
export async function whenReady(tab: Tab, patience: number): Promise<void> {
  const isReady = await first(
    tab.evaluate(untilReady).then(() => true),
    patience,
    false,
  );
  if (isReady) return;
  const scripts = ['its scripts'];
  const missing = await first(
    tab.evaluate<readonly string[]>(whatIsMissing),
    answerPatience,
    scripts,
  );
  const seconds = Math.round(patience / 1000);
  throw new BrowserError(
    'page-unready',
    `the page did not get ready within ${seconds} s; it still waits for ${missing.join(' and ') || 'its images'}`,
    'open it in a browser and look at its console (F12)',
  );
}

/** @returns what comes in time, or else the other */
async function first<T>(promise: Promise<T>, milliseconds: number, other: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(other), milliseconds);
  });
  return Promise.race([promise, end]).finally(() => clearTimeout(timer));
}
