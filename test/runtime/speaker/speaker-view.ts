import type { Page } from 'playwright-core';
import type { OpenDeck, OpenDeckFunction } from '../../support/browser/browser.ts';
import { whenReady } from '../../support/browser/deck-walk.ts';
import { buildMarkdown } from '../../support/builds.ts';

const paragraphs = Array.from({ length: 60 }, (_, i) => `Paragraph ${i}.`).join('\n\n');
const chart = '```chart bar\nx: year\nsteps: points\n\nyear,apples\n2016,14\n2017,18\n```';
export const text = [
  '---\ntitle: The talk\ntime: 10m\n---',
  `# The talk\n\nNote:\nBegin **slowly**, see [the code](#code) and [a page](https://example.com).\n\n${paragraphs}`,
  '---',
  '## Code {#code}\n\n```ts {1|2}\nconst a = 1;\nconst b = 2;\n```\n\nNote:\nSecond note.',
  '---',
  `## Sales\n\n${chart}`,
  '---',
  '## Two words\n\n- One\n\n. . .\n\n- Two',
].join('\n\n');

export interface Opened extends OpenDeck {
  readonly speaker: Page;
}

export const build = (source = text, ...options: readonly string[]) =>
  buildMarkdown(source, {}, ...options);

/** Opens a deck and its speaker view. */
export async function open(openDeck: OpenDeckFunction, file?: string): Promise<Opened> {
  const deck = await openDeck(file ?? (await build()));
  await whenReady(deck.page);
  return { ...deck, speaker: await openSpeakerView(deck.page) };
}

export async function openSpeakerView(page: Page): Promise<Page> {
  const [speaker] = await Promise.all([
    page.context().waitForEvent('page'),
    page.keyboard.press('s'),
  ]);
  await speaker.locator('.speaker-title').waitFor();
  return speaker;
}

/** As somebody closes it; without waiting for what the browser does behind that. */
export async function close(speaker: Page): Promise<void> {
  const closed = speaker.waitForEvent('close');
  await speaker.evaluate(() => window.close()).catch(() => {});
  await closed;
}

/** What the speaker view says of the slide on the stage. */
export async function waitForTitle(speaker: Page, title: string): Promise<void> {
  await speaker.locator('.speaker-title', { hasText: title }).waitFor();
}
