/**
 * Builds random decks for an hour, or with `--seconds` as long as that, and opens them in Chromium. It fails if a
 * build takes more than ten seconds or ends in an internal error, if a page runs, loads or opens anything, if a word
 * of the source is neither in the page nor near a diagnostic on its slide, or if PowerPoint would repair the file of a
 * deck. `--seed` repeats a run.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../support/browser/find-browser.ts';
import type { Built } from './build.ts';
import { checkPage } from './check-page.ts';
import { checkPptx } from './check-pptx.ts';
import { type FuzzDeck, Grammar } from './grammar.ts';

/** In milliseconds. */
const longestBuild = 10_000;
/** The process that builds starts anew after so many decks, as it would as a command. */
const decksPerProcess = 200;
/** One of so many decks becomes a PowerPoint file, too. */
const decksPerPptx = 3;

const { values } = parseArgs({
  options: { seconds: { type: 'string' }, seed: { type: 'string' }, decks: { type: 'string' } },
});
const seconds = Number(values.seconds ?? 3600);
const firstSeed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const maxDecks = Number(values.decks ?? Number.POSITIVE_INFINITY);

const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-fuzz-'));
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
const files = {
  'a.svg': picture,
  'part.md': '# Part\n\n---\nsrc: part.md\n---\n\n---\n\n![A](a.svg) [^1]\n\n[^1]: Note\n',
  '_part.qmd': '::: {.a}\n{{< include _part.qmd >}}\n',
};
for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
const browser = await chromium.launch({ executablePath: browserPath(), chromiumSandbox: false });
let builder = startBuilder();
let failures = 0;
let decks = 0;
console.log(`the first seed is ${firstSeed}`);
try {
  const end = Date.now() + seconds * 1000;
  for (; Date.now() < end && decks < maxDecks; decks++) {
    if (decks % decksPerProcess === decksPerProcess - 1) restart();
    const seed = firstSeed + decks;
    const deck = new Grammar(seed).deck();
    const problems = await tryDeck(deck, seed).catch((error: unknown) => [String(error)]);
    for (const problem of problems) {
      failures++;
      console.log(`\nseed ${seed} ${deck.dialect ?? ''}: ${problem}\n${deck.text}`);
    }
  }
} finally {
  builder.kill('SIGKILL');
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${decks} decks, ${failures} failures`);
process.exitCode = failures > 0 || decks === 0 ? 1 : 0;

function browserPath(): string {
  const found = findBrowser();
  if (!found || 'problem' in found) throw new Error(found?.problem ?? 'there is no browser');
  return found.path;
}

async function tryDeck(deck: FuzzDeck, seed: number): Promise<readonly string[]> {
  const deckFile = path.join(folder, 'deck.md');
  writeFileSync(deckFile, deck.text);
  const built = await build(deckFile, deck, seed % decksPerPptx === 0);
  if (typeof built === 'string') return [built];
  const { diagnostics, htmlFile, pptxFile } = built;
  const internal = diagnostics.filter(({ code }) => code === 'internal');
  return [
    ...internal.map(({ message }) => message),
    ...(htmlFile === undefined ? [] : await checkPage(browser, htmlFile, deck, diagnostics)),
    ...(pptxFile === undefined ? [] : await checkPptx(browser, pptxFile)),
  ];
}

function startBuilder() {
  return fork(path.join(import.meta.dirname, 'build.ts'));
}

function restart(): void {
  builder.kill('SIGKILL');
  builder = startBuilder();
}

/** @returns a text if it does not end well */
function build(
  deckFile: string,
  { dialect }: FuzzDeck,
  withPptx: boolean,
): Promise<Built | string> {
  return new Promise((resolve) => {
    const end = (result: Built | string) => {
      clearTimeout(timer);
      builder.removeAllListeners();
      if (typeof result === 'string') restart();
      resolve(result);
    };
    // On a busy machine, the process gets only a part of the time.
    const timer = setTimeout(() => end('the build did not end'), 30 * longestBuild);
    builder.once('message', (message) => {
      const built = message as Built;
      const isSlow = built.milliseconds > longestBuild;
      end(isSlow ? `the build took ${built.milliseconds} ms of processor time` : built);
    });
    builder.once('exit', (code) => end(`the process ended with code ${code}`));
    builder.send({ deckFile, dialect, withPptx });
  });
}
