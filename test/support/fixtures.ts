import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { buildPage } from '../../build.ts';
import { loadDeck } from '../../src/1-load/load.ts';
import { parseDeck } from '../../src/2-parse/parse.ts';
import { resolveDeck } from '../../src/3-resolve/resolve.ts';
import { renderDeck } from '../../src/4-render/render.ts';
import { fillSlides, joinSlides } from '../../src/5-bundle/fill-slides.ts';
import { reportFor } from '../../src/base/diagnostics/foreign-report.ts';
import { diagnosticPrinter } from '../../src/base/diagnostics/print.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { Inputs } from '../../src/base/inputs.ts';
import type { Dialect } from '../../src/model/source.ts';
import { temporaryFolder } from './files.ts';

/** The names of the folders in a folder of fixtures. */
export function fixtureNames(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/**
 * Compares a text with a file of a fixture. Where they differ, the text is left beside the file, as
 * `actual.…`; with UPDATE=1 it becomes the file.
 */
export function expectFile(file: string, actual: string): void {
  const expected = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const beside = path.join(path.dirname(file), `actual${path.extname(file)}`);
  rmSync(beside, { force: true });
  if (actual === expected) return;
  writeFileSync(process.env.UPDATE ? file : beside, actual);
  if (!process.env.UPDATE) expect(actual).toBe(expected);
}

/** What the theme decides. */
const tone = { tone: '[tone]', style: '[background]', opacity: '[opacity]' };

/** The way of a deck from its file to HTML, in which `[path]` stands where a file belongs, `[chart 0]` where a chart's picture, the words for a diagram where its drawing does. */
export async function renderFixture(
  folder: string,
  dialect: Dialect | 'found' = 'lectern',
  name = 'deck.md',
): Promise<{
  readonly html: string;
  /** As the command line prints them. */
  readonly diagnostics: readonly string[];
}> {
  const report = new Report();
  const inputs = new Inputs();
  const place = { cwd: folder, root: folder };
  const options = {
    ...place,
    allowRemote: false,
    share: false,
    ...(dialect !== 'found' && { dialect }),
  };
  const source = await loadDeck(name, options, inputs, report);
  const own = source ? reportFor(source.dialect, report) : report;
  const deck = source && parseDeck(source, own);
  const rendered = deck && renderDeck(deck, await resolveDeck(deck, inputs, own));
  const fills = rendered && {
    assets: rendered.assets.map(({ path: name }) => `[${name}]`),
    sizes: rendered.assets.map(({ path: name }) => {
      const size = /^(?:i|my icon)\./.test(name) ? 64 : 600;
      return { width: size, height: size, isPhoto: false, isVector: false };
    }),
    charts: rendered.charts.map((_, index) => `[chart ${index}]`),
    diagrams: rendered.diagrams.map(({ alt }) => `[${alt}]`),
    tones: new Map(rendered.stacks.flat().map(({ number }) => [number, tone])),
  };
  const html = fills && joinSlides(fillSlides(rendered, fills));
  const print = diagnosticPrinter(folder, false);
  return { html: html ?? '', diagnostics: report.diagnostics.map(print) };
}

/** What the command line prints when a deck is built; `[root]` stands for the fixture's folder. */
export async function buildFixture(
  folder: string,
  dialect: Dialect | 'found' = 'lectern',
): Promise<readonly string[]> {
  const report = new Report();
  const place = { cwd: folder, root: folder };
  const options = { ...place, allowRemote: false, share: false };
  await buildPage('deck.md', { ...options, ...(dialect !== 'found' && { dialect }) }, report);
  const print = diagnosticPrinter(folder, false);
  return report.diagnostics.map((diagnostic) => print(diagnostic).replaceAll(folder, '[root]'));
}

/** The messages of a deck with these files. */
export async function messagesOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  return (await buildFixture(temporaryFolder(files))).join('\n\n');
}
