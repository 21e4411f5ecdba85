import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtInThemes } from '../src/1-load/theme.ts';
import { toShippedEntry } from '../src/base/cache/cache.ts';

/** Builds ordinary decks and keeps what the cache then holds, so that a user's first build finds it there. */
export function fillCache(lib: string): void {
  const cache = mkdtempSync(path.join(tmpdir(), 'lectern-cache-'));
  buildDecks(ordinaryDecks(), lib, cache);
  buildFirstDeck(lib, cache);
  keep(cache, /^(?:runtime|styles|sfnt|font)-/);
  const kept = new Set(readdirSync(cache));
  buildDecks(builtInThemes.flatMap(decksIn), lib, cache);
  // Whole fonts are for rare characters and too large to ship for every theme.
  keep(cache, /^(?:styles|font)-/, kept);
  ship(cache, path.join(lib, 'cache'));
  rmSync(cache, { recursive: true });
}

function ship(cache: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(cache)) {
    const entry = toShippedEntry(readFileSync(path.join(cache, name)));
    writeFileSync(path.join(folder, name), entry);
  }
}

/** With each kind of chart that most decks have, and with steps through code: of all that the browser's part is made for. */
function ordinaryDecks(): readonly string[] {
  const [bar = '', line = '', area = ''] = ['bar', 'line', 'area'].map((type) =>
    fence(`chart ${type}`, 'x,y\na,1\nb,2'),
  );
  const charts = ['', bar, line, area, bar + line];
  const bodies = charts.flatMap((chart) => [chart, chart + fence('js {1|2}', 'a\nb')]);
  return bodies.map((body) => `${textIn('words')}\n\n---\n\n${body}`);
}

/** Every face of a theme with the characters of prose, and again with all on a keyboard. */
function decksIn(theme: string): readonly string[] {
  return ['words', 'signs @ #'].map((words) => `---\ntheme: ${theme}\n---\n\n${textIn(words)}`);
}

/** Text for every face of a theme. */
function textIn(words: string): string {
  const all = `${words}, **${words}**, *${words}*, \`${words}\``;
  return `# ${words}, *${words}*\n\n---\n\n${all}\n\n---\n\n> ${words}, *${words}*`;
}

function fence(info: string, text: string): string {
  return `\`\`\`${info}\n${text}\n\`\`\`\n\n`;
}

function buildDecks(texts: readonly string[], lib: string, cache: string): void {
  const run = commandIn(lib, cache);
  const decks = texts.map((text, i) => {
    const name = `deck-${i}.md`;
    writeFileSync(path.join(run.folder, name), text);
    return name;
  });
  run.lectern('build', '--quiet', ...decks);
  run.end();
}

/** The deck that people begin with. */
function buildFirstDeck(lib: string, cache: string): void {
  const run = commandIn(lib, cache);
  run.lectern('new', 'first');
  run.lectern('build', '--quiet');
  run.end();
}

/** Runs the package's command in a new folder, which goes at the end. */
function commandIn(lib: string, cache: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-decks-'));
  return {
    folder,
    lectern: (...args: readonly string[]): void => {
      execFileSync(process.execPath, [path.join(lib, 'cli.cjs'), ...args], {
        cwd: folder,
        env: { ...process.env, LECTERN_CACHE: cache },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    },
    end: (): void => rmSync(folder, { recursive: true }),
  };
}

/** Removes all but what has a name of this form, or is among `others`. */
function keep(cache: string, form: RegExp, others: ReadonlySet<string> = new Set()): void {
  for (const name of readdirSync(cache)) {
    if (!form.test(name) && !others.has(name)) rmSync(path.join(cache, name));
  }
}
