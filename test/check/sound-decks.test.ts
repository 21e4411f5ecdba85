import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string;
}

/** Errors and warnings of decks, without those of some rules. */
async function problemsIn(
  decks: readonly string[],
  folder: string,
  known: readonly string[] = [],
): Promise<readonly string[]> {
  const { output } = await lectern(
    ['check', ...decks, '--json', ...(await sharedBrowser())],
    folder,
  );
  return (JSON.parse(output).findings as readonly Found[])
    .filter(({ severity, code }) => severity !== 'note' && !known.includes(code))
    .map(({ file, line, message, code }) => `${file}:${line}: ${message} [${code}]`);
}

test('in the shipped decks and templates, nothing is found that is wrong', async () => {
  const decks = ['how-aws-was-born', 'guide', 'charts'].map((name) => `slides/${name}.md`);
  const templates = ['talk', 'lecture', 'report', 'lightning'].map(
    (name) => `src/templates/${name}/deck.md`,
  );
  expect(await problemsIn([...decks, ...templates], packageRoot)).toEqual([]);
});

test('in each layout in each theme, nothing is found that is wrong', async () => {
  const folder = temporaryFolder({ 'package.json': '{}' });
  const source = path.join(packageRoot, 'test/looks');
  cpSync(source, folder, { recursive: true });
  const text = readFileSync(path.join(source, 'layouts.md'), 'utf8');
  const themes = ['ink', 'signal', 'terminal', 'night', 'paper', 'plain'];
  const decks = themes.map((theme) => {
    writeFileSync(
      path.join(folder, `${theme}.md`),
      text.replace('---\n', `---\ntheme: ${theme}\n`),
    );
    return `${theme}.md`;
  });
  // Its links are named "link", and its photo is small: both are true.
  const problems = await problemsIn(decks, folder, ['link-text', 'image-size']);
  // On a mid-tone, series can only be almost black or almost white: that is true as well.
  const lines = text.split('\n');
  const charts = ['## A chart on a mid-tone', '## A chart on a darker one'].map(
    (title) => lines.indexOf(title) + 4,
  );
  const isTrue = (problem: string): boolean =>
    problem.endsWith('[color-vision]') && charts.some((line) => problem.includes(`.md:${line}:`));
  expect(problems.filter((problem) => !isTrue(problem))).toEqual([]);
});
