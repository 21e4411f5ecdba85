import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium } from 'playwright-core';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { findBrowser } from '../support/browser/find-browser.ts';
import { findProblems } from './axe.ts';
import { conditionNames, setCondition } from './conditions.ts';
import {
  buildConstructs,
  buildSource,
  type Language,
  languages,
  type SourceName,
  sources,
} from './decks.ts';
import { planRows } from './plan.ts';
import { checkRow } from './rows.ts';
import { serve, walkServed } from './served.ts';
import { openStage } from './views.ts';

/*
 * Runs axe on each slide and view of each deck in each theme and language, as `planRows` says, and on what
 * `lectern dev` serves, and prints what it finds: npm run test:a11y. --deck, --theme and --language choose some of
 * them; --resume goes on where the last run was stopped.
 */

const themes = ['ink', 'night', 'paper', 'plain', 'signal', 'terminal'];
const { values } = parseArgs({
  options: {
    deck: { type: 'string', multiple: true },
    theme: { type: 'string', multiple: true },
    language: { type: 'string', multiple: true },
    resume: { type: 'boolean' },
  },
});
const store = path.join(packageRoot, 'node_modules/.cache/axe.json');
const done: Record<string, readonly string[]> =
  values.resume && existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {};

const found = findBrowser();
if (!found || 'problem' in found) throw new Error('set LECTERN_BROWSER to a Chromium or Chrome');
const browser = await chromium.launch({
  executablePath: found.path,
  chromiumSandbox: process.getuid?.() !== 0,
});
const out = mkdtempSync(path.join(os.tmpdir(), 'lectern-axe-'));
try {
  for (const deck of chosen('deck', Object.keys(sources)))
    for (const theme of chosen('theme', themes))
      for (const language of chosen('language', languages))
        await once(
          `${deck}, ${theme}, ${language}`,
          checkDeck(deck as SourceName, theme, language as Language),
        );
  if (chosen('deck', ['constructs']).length > 0) await once('constructs', checkConstructs);
  if (chosen('deck', ['dev']).length > 0) await once('dev', checkServed);
} finally {
  await browser.close();
  rmSync(out, { recursive: true, force: true });
}
const problems = Object.entries(done).flatMap(([name, lines]) =>
  lines.map((line) => `${name}: ${line}`),
);
for (const problem of problems) console.log(problem);
console.log(`${Object.keys(done).length} checked, ${problems.length} problems`);
process.exit(problems.length > 0 ? 1 : 0);

function chosen(option: 'deck' | 'theme' | 'language', all: readonly string[]) {
  const wanted = values[option];
  return wanted ? all.filter((name) => wanted.includes(name)) : all;
}

/** Checks something that was not checked yet, and keeps the result for --resume. */
async function once(
  name: string,
  check: (context: BrowserContext) => Promise<readonly string[]>,
): Promise<void> {
  if (done[name]) return;
  const start = Date.now();
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  context.setDefaultTimeout(180_000);
  // The same problem is on many slides and in many views: its first place is enough.
  const places = new Map<string, string>();
  for (const line of await check(context)) {
    const [place = ''] = line.split(/: (?=[a-z-]+: )/);
    const problem = line.slice(place.length);
    if (!places.has(problem)) places.set(problem, place);
  }
  const lines = [...places].map(([problem, place]) => `${place}${problem}`);
  await context.close();
  done[name] = lines;
  mkdirSync(path.dirname(store), { recursive: true });
  writeFileSync(store, JSON.stringify(done));
  console.log(`${name}: ${lines.length} in ${Math.round((Date.now() - start) / 1000)} s`);
}

function checkDeck(deck: SourceName, theme: string, language: Language) {
  return async (context: BrowserContext): Promise<readonly string[]> => {
    const page = await context.newPage();
    await openStage(page, await buildSource(deck, theme, language, out));
    const lines: string[] = [];
    for (const { subject, condition, steps, rules } of planRows(theme === themes[0]))
      lines.push(...(await checkRow(page, subject, condition, steps, rules)));
    return lines;
  };
}

async function checkConstructs(context: BrowserContext): Promise<readonly string[]> {
  const page = await context.newPage();
  const lines: string[] = [];
  for (const file of await buildConstructs(out)) {
    await openStage(page, file);
    for (const subject of ['slides', 'reading', 'print'] as const) {
      const problems = await checkRow(page, subject, 'plain', 'all');
      lines.push(...problems.map((problem) => `${path.basename(file, '.html')}, ${problem}`));
    }
  }
  return lines;
}

async function checkServed(context: BrowserContext): Promise<readonly string[]> {
  const decks = ['slides/how-aws-was-born.md', 'slides/guide.md'];
  const session = await serve(decks, packageRoot);
  const lines: string[] = [];
  for (const condition of conditionNames) {
    const page = await context.newPage();
    await setCondition(page, condition);
    await walkServed(page, session, 'how-aws-was-born', async (view, shown) => {
      for (const problem of await findProblems(shown)) {
        lines.push(`${view}, ${condition}: ${problem}`);
      }
    });
    await page.close();
  }
  session.close();
  return lines;
}
