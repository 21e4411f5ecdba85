/**
 * Compares how Lectern and Slidev's own parser read decks: the count of slides, their titles and their notes. The
 * parser is installed next to it: `npm install --no-save @slidev/parser` in `bench/`.
 *
 *     npx tsx bench/dialects/slidev.ts talk/slides.md …
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadDeck } from '../../src/1-load/load.ts';
import { parseDeck } from '../../src/2-parse/parse.ts';
import { reportFor } from '../../src/base/diagnostics/foreign-report.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { Inputs } from '../../src/base/inputs.ts';

interface Outline {
  readonly title: string;
  readonly note: string;
}

interface SlidevSlide {
  readonly title?: string;
  readonly note?: string;
}

async function readBySlidev(file: string): Promise<readonly Outline[]> {
  const require = createRequire(path.resolve(process.env.SLIDEV ?? 'bench', 'package.json'));
  const module: unknown = await import(pathToFileURL(require.resolve('@slidev/parser/fs')).href);
  const { load } = module as {
    load: (roots: object, file: string) => Promise<{ slides: readonly SlidevSlide[] }>;
  };
  const folder = path.dirname(file);
  const { slides } = await load({ userRoot: folder, roots: [folder] }, file);
  return slides.map(({ title = '', note = '' }) => ({ title: plain(title), note: plain(note) }));
}

async function readByLectern(
  file: string,
): Promise<{ slides: readonly Outline[]; messages: Map<string, number> }> {
  const report = new Report();
  const folder = path.dirname(file);
  const options = {
    cwd: folder,
    root: folder,
    allowRemote: false,
    share: false,
    dialect: 'slidev',
  } as const;
  const source = await loadDeck(file, options, new Inputs(), report);
  const deck = source && parseDeck(source, reportFor(source.dialect, report));
  const messages = new Map<string, number>();
  for (const { code, message } of report.diagnostics) {
    const key = `${code}: ${message}`;
    messages.set(key, (messages.get(key) ?? 0) + 1);
  }
  const slides = (deck?.stacks.flat() ?? []).map((slide) => ({
    title: plain(slide.title ?? ''),
    note: plain(textIn(slide.notes)),
  }));
  return { slides, messages };
}

/** All texts in a value, in order. */
function textIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textIn).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  const { kind, text } = value as { readonly kind?: string; readonly text?: unknown };
  if ((kind === 'text' || kind === 'code') && typeof text === 'string') return text;
  const parts = Object.entries(value).filter(([key]) => key !== 'span' && key !== 'written');
  return parts.map(([, part]) => (typeof part === 'string' ? '' : textIn(part))).join(' ');
}

/** Without marks and spaces, which the two keep differently. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>|\{\{[^}]*\}\}|!?\[|\]\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

let same = 0;
const files = process.argv.slice(2).map((name) => path.resolve(name));
for (const file of files) {
  const start = performance.now();
  const own = await readByLectern(file);
  const time = performance.now() - start;
  const original = await readBySlidev(file).catch(() => []);
  const differences = original.flatMap(({ title, note }, i) => {
    const slide = own.slides[i];
    const name = `slide ${i + 1}`;
    if (!slide) return [`${name} is missing`];
    return [
      ...(title === slide.title ? [] : [`${name}: title "${slide.title}", not "${title}"`]),
      ...(note === slide.note
        ? []
        : [`${name}: note "${slide.note.slice(0, 60)}", not "${note.slice(0, 60)}"`]),
    ];
  });
  if (own.slides.length > original.length)
    differences.push(`${own.slides.length} slides, not ${original.length}`);
  if (differences.length === 0) same++;
  console.log(`${path.relative('.', file)}: ${original.length} slides, ${time.toFixed(0)} ms`);
  for (const difference of differences.slice(0, 6)) console.log(`  ${difference}`);
  if (process.env.MESSAGES)
    for (const [message, count] of own.messages) console.log(`    ${count} × ${message}`);
}
console.log(`${same} of ${files.length} are the same`);
