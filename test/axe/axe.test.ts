import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { themeNames } from '../looks/support.ts';
import { test } from '../support/browser/browser.ts';
import { buildOnce } from '../support/builds.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { conditionNames } from './conditions.ts';
import { languages } from './decks.ts';
import { checkRow, type Subject } from './rows.ts';
import { openStage } from './views.ts';

/** Kinds of views that look alike; those of a kind take turns. */
const kinds: readonly (readonly Subject[])[] = [
  ['slides'],
  ['overview', 'keys', 'search', 'jump', 'pen'],
  ['speaker window', 'times', 'speaker panel'],
  ['reading', 'contents', 'no scripts'],
  ['print'],
];

/*
 * Each pair of a theme, a kind of view and a condition, and each view at least once; languages go with themes.
 * npm run test:a11y looks at all of them, at all decks, and at what `lectern dev` serves.
 */
test.for(themeNames.map((theme, i) => [theme, i] as const))(
  'axe finds no problem in the theme %s',
  async ([theme, index], { browser }) => {
    const language = languages[index % languages.length] ?? 'en';
    const page = await browser.openWindow({ offline: true });
    await openStage(page, await buildDeck(theme, language));
    const problems: string[] = [];
    for (const [i, views] of kinds.entries()) {
      const subject = views[index % views.length] ?? 'slides';
      const condition = conditionNames[(index + i) % conditionNames.length] ?? 'plain';
      // A view has the same elements in all themes.
      const rules = index < views.length ? {} : ({ only: 'styles' } as const);
      problems.push(...(await checkRow(page, subject, condition, 'last', rules)));
    }
    expect(problems).toEqual([]);
  },
);

/** Builds the deck of one slide for several constructs each. */
function buildDeck(theme: string, language: string): Promise<string> {
  const text = readFileSync(path.join(import.meta.dirname, 'deck.md'), 'utf8')
    .replace('THEME', theme)
    .replace('LANG', language);
  return buildOnce([text], async (file) => {
    const folder = temporaryFolder({ 'deck.md': text });
    for (const name of ['looks/drawing.svg', 'looks/logo.svg', 'looks/photo.jpg'])
      cpSync(path.join(packageRoot, 'test', name), path.join(folder, path.basename(name)));
    cpSync(
      path.join(packageRoot, 'test/export/accessible/sea.webm'),
      path.join(folder, 'sea.webm'),
    );
    writeFileSync(path.join(folder, 'package.json'), '{}');
    const { exitCode, errors } = await lectern(['build', 'deck.md', '--out', file], folder);
    expect(exitCode, errors).toBe(0);
  });
}
