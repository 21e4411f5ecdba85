import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { layoutsFor, themeNames } from '../looks/support.ts';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
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

/** The deck of layouts in a theme. */
function textIn(theme: string, index: number): string {
  return layoutsFor(index).replace('---\n', `---\ntheme: ${theme}\n`);
}

test('in each layout in each theme, nothing is found that is wrong', async () => {
  const folder = temporaryFolder({ 'package.json': '{}' });
  cpSync(path.join(packageRoot, 'test/looks'), folder, { recursive: true });
  const texts = new Map(themeNames.map((theme, index) => [`${theme}.md`, textIn(theme, index)]));
  writeFiles(folder, Object.fromEntries(texts));
  // Its links are named "link", and its photo is small: both are true.
  const problems = await problemsIn([...texts.keys()], folder, ['link-text', 'image-size']);
  // On a mid-tone, series can only be almost black or almost white: that is true as well.
  const places = [...texts].flatMap(([name, text]) => {
    const lines = text.split('\n');
    const titles = ['## A chart on a mid-tone', '## A chart on a darker one'];
    const shown = titles.filter((title) => lines.includes(title));
    return shown.map((title) => `${name}:${lines.indexOf(title) + 3}:`);
  });
  const isTrue = (problem: string): boolean =>
    problem.endsWith('[color-vision]') && places.some((place) => problem.startsWith(place));
  expect(problems.filter((problem) => !isTrue(problem))).toEqual([]);
});
