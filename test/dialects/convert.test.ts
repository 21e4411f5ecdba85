import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildPage } from '../../build.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import type { BuildPage } from '../../src/base/pipeline.ts';
import type { BuiltPage } from '../../src/model/page.ts';
import { dialects } from '../../src/model/source.ts';
import { hasEveryCase } from '../support/every-case.ts';
import { readText, temporaryFolder } from '../support/files.ts';
import { fixtureNames } from '../support/fixtures.ts';
import { lectern } from '../support/lectern.ts';
import { slidesOf } from './outline.ts';

const folder = path.join(packageRoot, 'test/dialects');

/**
 * Builds the page of a deck where all is tested, but never that of its conversion, which has the same slides: so each
 * test finds out. The page itself has errors of no use here: in a deck of another tool, they are warnings.
 */
const buildOriginal: BuildPage<BuiltPage> = async (deck, options, report, inputs) =>
  hasEveryCase && !options.drafts ? buildPage(deck, options, report, inputs) : undefined;

describe.each(dialects.filter((name) => name !== 'lectern'))('a deck of %s', (dialect) => {
  test.each(fixtureNames(path.join(folder, dialect)))(
    'with %s is the same slides in the Markdown of Lectern',
    async (name) => {
      const project = temporaryFolder();
      cpSync(path.join(folder, dialect, name), project, { recursive: true });
      const converted = await lectern(['convert', 'deck.md', '--quiet'], project, {
        buildPage: buildOriginal,
      });
      expect(converted).toMatchObject({ exitCode: 0, output: '' });
      const text = readText(project, 'deck.lectern.md');
      expect(text).toMatch(/^---\r?\n[\s\S]*\S\r?\n$/);
      // What dialects.test.ts finds in the deck itself, above the messages.
      const [expected] = readText(project, 'expected.txt').trim().split('\n\n');
      expect(await slidesOf(project, 'deck.lectern.md')).toBe(expected);
      const again = await lectern(['convert', 'deck.lectern.md'], project);
      expect(again).toMatchObject({
        exitCode: 0,
        output: "deck.lectern.md is in Lectern's Markdown: there is nothing to convert\n",
        errors: '',
      });
    },
  );
});

test('what a comment leaves in a line is no second space', async () => {
  const deck =
    '---\nmarp: true\n---\n\n# One <!-- fit -->\n\n# <!-- fit --> Two\n\nThree <!-- note --> four\n';
  const project = temporaryFolder({ 'deck.md': deck });
  await lectern(['convert', 'deck.md', '--quiet'], project);
  const lines = readText(project, 'deck.lectern.md').split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^# One \{/));
  expect(lines).toContainEqual(expect.stringMatching(/^# Two \{/));
  expect(lines).toContain('Three four');
});

test('a deck in a folder of a project is converted with the files above it', async () => {
  const image = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  const project = temporaryFolder({
    'package.json': '{}',
    '.marprc.yml': 'themeSet: ./themes\n',
    'themes/own.css': '/* @theme own */\nsection { background: url(../images/back.svg) }\n',
    'images/back.svg': image,
    'images/plan.svg': image,
    'public/logo.svg': image,
    'styles/index.css': 'h1 { color: green }\n',
    'talks/one/marp.md':
      '---\nmarp: true\ntheme: own\n---\n\n# One\n\n![Plan](../../images/plan.svg)\n',
    'talks/one/slidev.md':
      '---\ndialect: slidev\n---\n\n# One\n\n![Logo](/logo.svg)\n\n<v-click>Two</v-click>\n',
  });
  const folder = path.join(project, 'talks/one');
  await lectern(['convert', 'marp.md', 'slidev.md', '--quiet'], folder);
  expect(readText(folder, 'marp.lectern.md')).toContain('url("../../images/back.svg")');
  const slidev = readText(folder, 'slidev.lectern.md');
  expect(slidev).toContain('styles: [../../styles/index.css]');
  expect(slidev).toContain('![Logo](../../public/logo.svg)');
  const decks = ['marp.lectern.md', 'slidev.lectern.md'];
  const built = await lectern(['build', ...decks, '--quiet', '--out', 'built'], folder);
  expect(built).toMatchObject({ exitCode: 0, errors: '' });
});
