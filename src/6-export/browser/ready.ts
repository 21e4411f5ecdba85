import { within } from '../../base/time/promise-limit.ts';
import { showAudioLabels } from './audio-labels.ts';
import { BrowserError } from './browser-error.ts';
import { languagesOfMedia, mediaWordsIn } from './media-words.ts';
import type { Tab } from './tab.ts';
import { showVideoStills, videosWithoutFrame } from './video-stills.ts';

/**
 * Resolves when the page says it is ready, its fonts are loaded, its images decoded, and stills shown instead of its
 * videos: to the languages of its videos and audio.
 */
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
  await ${showVideoStills};
  // Images that are used more than once: see src/5-bundle/assets/shared-images.ts.
  const urls = new Set(Array.from(document.images, (image) => getComputedStyle(image).content));
  const shared = [...urls].flatMap((value) => /^url\\("(.*)"\\)$/.exec(value)?.[1] ?? []);
  await Promise.allSettled(shared.map((url) => Object.assign(new Image(), { src: url }).decode()));
  return ${languagesOfMedia};
})()`;

/** Lists what is not loaded yet. */
const whatIsMissing = `(() => {
  const fonts = [...document.fonts].filter((face) => face.status === 'loading');
  const images = [...document.images].filter((image) => !image.complete);
  const videos = ${videosWithoutFrame};
  return [
    document.documentElement?.dataset.ready === undefined && 'its scripts',
    fonts.length > 0 && 'its fonts (' + [...new Set(fonts.map((face) => face.family))].join(', ') + ')',
    images.length > 0 && images.length + ' of its images',
    videos.length > 0 && videos.length + ' of its videos',
  ].filter(Boolean);
})()`;

/** In milliseconds. A page that does not answer in this time is busy with its scripts. */
const answerTimeout = 2_000;

/**
 * @param timeout milliseconds
 * @throws {BrowserError} if the page is not ready in time; the message says what is missing
 */
export async function whenReady(tab: Tab, timeout: number): Promise<void> {
  const ready = tab
    .evaluate<readonly string[]>(untilReady)
    .then((languages) => tab.evaluate(showAudioLabels(mediaWordsIn(languages))))
    .then(() => true);
  const isReady = await within(timeout, ready, () => false);
  if (isReady) return;
  const scripts = ['its scripts'];
  const answer = tab.evaluate<readonly string[]>(whatIsMissing);
  const missing = await within(answerTimeout, answer, () => scripts);
  const seconds = Math.round(timeout / 1000);
  throw new BrowserError(
    'page-unready',
    `the page was not ready after ${seconds} s; still loading: ${missing.join(', ') || 'its images'}`,
    'open it in a browser and look at its console (F12)',
  );
}
