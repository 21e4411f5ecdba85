import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadDeck } from '../../src/1-load/load.ts';
import { parseDeck } from '../../src/2-parse/parse.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { plainText } from '../../src/base/files/plain-text.ts';
import { Inputs } from '../../src/base/inputs.ts';
import { formatDeck } from '../../src/lsp/actions/format.ts';

const folders = [
  'slides',
  'src/templates',
  'test/looks',
  'test/language',
  'test/diagnostics',
  'test/fit',
];

const decks = folders.flatMap((folder) =>
  readdirSync(path.join(packageRoot, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md') && !name.includes('actual'))
    .map((name) => path.join(packageRoot, folder, name)),
);

/** What a deck shows: all that was parsed but its places, and what is reported. */
async function shownOf(file: string, text: string): Promise<string> {
  const root = path.dirname(file);
  const options = { cwd: root, root, allowRemote: false, share: false };
  const report = new Report();
  const drafts = new Map([[file, text]]);
  const source = await loadDeck(file, { ...options, drafts }, new Inputs(), report);
  const { texts: _, ...deck } = source ? parseDeck(source, report) : { texts: [] };
  const messages = report.diagnostics.map(({ code }) => code).sort();
  return JSON.stringify([deck, messages], (key, value: unknown) => {
    if (value instanceof Map) return [...value.entries()];
    if (value instanceof Set) return [...value];
    return /^(?:span|file|column|line)$/.test(key) ? undefined : value;
  });
}

test('formatting each deck that is shipped is stable, and changes nothing that is shown', async () => {
  let changed = 0;
  for (const file of decks) {
    const text = plainText(readFileSync(file, 'utf8'));
    const formatted = formatDeck(text);
    const name = path.relative(packageRoot, file);
    expect(formatDeck(formatted), name).toBe(formatted);
    if (formatted === text) continue;
    changed++;
    expect(await shownOf(file, formatted), name).toBe(await shownOf(file, text));
  }
  expect(changed).toBeGreaterThan(20);
});
