/**
 * `npm run pictures`: makes the pictures of the themes and those of the README, from real builds.
 * `npm run pictures -- night paper` makes only the pictures of these two themes.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { writeSheet } from './compose.ts';
import { shootDeck, shootSpeakerView, withBrowser } from './shoot.ts';
import { shootEditor, shootRemote } from './shoot-dev.ts';

/** A deck of every layout and kind of block. */
const sample = 'test/pictures/tides.md';
const themes = readdirSync(path.join(packageRoot, 'themes'))
  .filter((name) => existsSync(path.join(packageRoot, 'themes', name, 'theme.css')))
  .sort();

const asked = process.argv.slice(2);
await withBrowser(async (browser) => {
  for (const theme of asked.length > 0 ? asked : themes) await writeTheme(browser, theme);
  if (asked.length > 0) return;
  await writeThemes(browser);
  await writeLayouts(browser);
  await writeDeck(browser, 'how-aws-was-born', [1, 9, 12, 13]);
  await writeSpeakerView(browser);
  await writeDev(browser);
  await writeDeck(browser, 'charts', [4, 6, 13, 14, 15, 17]);
});

/** What a theme is like: its cover, code, a chart, a quote. */
async function writeTheme(browser: Browser, theme: string): Promise<void> {
  const shots = { width: 640, slides: [1, 4, 6, 11], theme };
  const pictures = await shootDeck(browser, sample, shots);
  await writeSheet(browser, `themes/${theme}/theme.webp`, { pictures, columns: 2, quality: 80 });
}

/** All themes in one picture, two slides of each, one above the other. */
async function writeThemes(browser: Browser): Promise<void> {
  const pairs = [];
  for (const theme of themes) {
    pairs.push(await shootDeck(browser, sample, { width: 480, slides: [1, 7], theme }));
  }
  const rows = [pairs.slice(0, pairs.length / 2), pairs.slice(pairs.length / 2)];
  const pictures = rows.flatMap((row) =>
    [0, 1].flatMap((n) => row.flatMap((pair) => pair[n] ?? [])),
  );
  await writeSheet(browser, 'assets/pictures/themes.webp', { pictures, columns: 3, quality: 80 });
}

/** Each theme × each slide of the sample: to look at before a release. */
async function writeLayouts(browser: Browser): Promise<void> {
  const pictures = [];
  for (const theme of themes) {
    pictures.push(...(await shootDeck(browser, sample, { width: 320, theme })));
  }
  await writeSheet(browser, 'assets/pictures/layouts.webp', { pictures, columns: 6, quality: 75 });
}

async function writeSpeakerView(browser: Browser): Promise<void> {
  const place = { slide: 12, steps: 3 };
  const picture = await shootSpeakerView(browser, 'slides/how-aws-was-born.md', place);
  const sheet = { pictures: [picture], columns: 1, quality: 85 };
  await writeSheet(browser, 'assets/pictures/speaker-view.webp', sheet);
}

/** The editor in the page, and the remote on a phone. */
async function writeDev(browser: Browser): Promise<void> {
  const deck = 'slides/how-aws-was-born.md';
  const editor = { pictures: [await shootEditor(browser, deck, 11)], columns: 1, quality: 85 };
  await writeSheet(browser, 'assets/pictures/editor.webp', editor);
  const pictures = [];
  for (const steps of [2, 16]) pictures.push(await shootRemote(browser, deck, steps));
  const remote = { pictures, columns: 2, quality: 85 };
  await writeSheet(browser, 'assets/pictures/remote.webp', remote);
}

async function writeDeck(browser: Browser, name: string, slides: readonly number[]): Promise<void> {
  const pictures = await shootDeck(browser, `slides/${name}.md`, { width: 912, slides });
  await writeSheet(browser, `assets/pictures/${name}.webp`, { pictures, columns: 2, quality: 85 });
}
