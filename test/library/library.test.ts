import { expect, test } from 'vitest';
import {
  buildDeck,
  checkDeck,
  exportDeck,
  formatDiagnostic,
  parseDeck,
} from '../../src/library/library.ts';
import { readText, temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const talk =
  '---\nlang: en\ndialect: lectern\n---\n\n# A talk\n\nNote: for the speaker\n\n---\n\n## Next\n\n- one\n';

test('builds in parallel give the same as alone, and as the command line', async () => {
  const one = temporaryFolder({ 'talk.md': talk, 'lectern.config.json': '{}' });
  const two = temporaryFolder({
    'talk.md': talk.replace('lang: en', 'lang: de\ntheme: night').replace('A talk', 'Ein Vortrag'),
  });
  const [a, b, c] = await Promise.all([
    buildDeck('talk.md', { cwd: one }),
    buildDeck('talk.md', { cwd: two }),
    buildDeck('talk.md', { cwd: one, share: true }),
  ]);
  expect([a, b, c].map(({ title }) => title)).toEqual(['A talk', 'Ein Vortrag', 'A talk']);
  expect(a.slides.map(({ title }) => title)).toEqual(['A talk', 'Next']);
  expect([a, b, c].flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  for (const [folder, args, built] of [
    [one, [], a],
    [two, [], b],
    [one, ['--share'], c],
  ] as const) {
    const { exitCode } = await lectern(
      ['build', 'talk.md', '--out', 'out.html', ...args, '--force'],
      folder,
    );
    expect(exitCode).toBe(0);
    expect(readText(folder, 'out.html') === built.html).toBe(true);
  }
  const alone = await buildDeck('talk.md', { cwd: one });
  expect(alone).toEqual(a);
});

test('what is wrong is returned as data, and nothing is thrown or printed', async () => {
  const cwd = temporaryFolder({ 'talk.md': '---\nauhtor: Ada\n---\n\n# A\n' });
  const built = await buildDeck('talk.md', { cwd });
  expect(built.html).toBeUndefined();
  expect(built.diagnostics.map((each) => formatDiagnostic(each))).toEqual([
    'talk.md:2:1: error: unknown key "auhtor" [key-unknown]\n  did you mean "author"?',
  ]);
  expect((await buildDeck('talk.md', { cwd, preview: true })).html).toContain('<h1');
  const missing = await Promise.all([
    buildDeck('none.md', { cwd }),
    parseDeck('none.md', { cwd }),
    checkDeck('none.md', { cwd, inBrowser: false }),
    exportDeck('none.md', { cwd, to: 'notes' }),
  ]);
  for (const { diagnostics } of missing) {
    expect(diagnostics).toMatchObject([{ code: 'file-missing', severity: 'error' }]);
  }
});

test.each([
  ['an object', { 'talk.md': '# Unsaved\n' }],
  ['a Map', new Map([['talk.md', '# Unsaved\n']])],
])('unsaved texts in %s are used in place of files', async (_, drafts) => {
  const cwd = temporaryFolder({ 'talk.md': '# Saved\n' });
  const { deck } = await parseDeck('talk.md', { cwd, drafts });
  expect(deck?.title).toBe('Unsaved');
});

test('checks and exports a deck', async () => {
  const cwd = temporaryFolder({ 'talk.md': `${talk}\n---\n\n![](photo.png)\n\n[a](#nowhere)\n` });
  const checked = await checkDeck('talk.md', { cwd, inBrowser: false });
  expect(checked.diagnostics).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'file-missing' }),
      expect.objectContaining({ code: 'link-target', severity: 'error' }),
    ]),
  );
  const own = temporaryFolder({ 'talk.md': talk });
  const { files, diagnostics } = await exportDeck('talk.md', { cwd: own, to: 'notes' });
  expect(diagnostics).toEqual([]);
  expect(files.map(({ name }) => name)).toEqual(['talk-notes.md']);
  expect(new TextDecoder().decode(files[0]?.content)).toContain('for the speaker');
  await expect(exportDeck('talk.md', { cwd: own, to: 'docx' })).rejects.toThrow(RangeError);
  const dialect = 'quatro' as 'quarto';
  await expect(buildDeck('talk.md', { cwd: own, dialect })).rejects.toThrow(
    'unknown dialect "quatro"; did you mean "quarto"?',
  );
});

test('a template that is not there is an error, once', async () => {
  const cwd = temporaryFolder({ 'talk.md': talk.replace('---', '---\npptx: {template: a.pptx}') });
  const { files, diagnostics } = await exportDeck('talk.md', { cwd, to: 'pptx' });
  expect(files).toEqual([]);
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
    ['file-missing', 'error'],
  ]);
});

test('a signal ends the work with its reason', async () => {
  const cwd = temporaryFolder({ 'talk.md': talk });
  const stop = new AbortController();
  const building = buildDeck('talk.md', { cwd, signal: stop.signal });
  stop.abort(new Error('no longer needed'));
  await expect(building).rejects.toThrow('no longer needed');
  for (const start of [
    () => parseDeck('talk.md', { cwd, signal: stop.signal }),
    () => checkDeck('talk.md', { cwd, signal: stop.signal }),
    () => exportDeck('talk.md', { cwd, to: 'pdf', signal: stop.signal }),
  ]) {
    await expect(start()).rejects.toThrow('no longer needed');
  }
});
