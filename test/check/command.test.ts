import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { buildPage } from '../../build.ts';
import { BrowserError } from '../../src/6-export/browser/browser-error.ts';
import { checkDeck, type ShowPage } from '../../src/check/check.ts';
import { CheckProgress } from '../../src/cli/check/check-progress.ts';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const deadLink = '# One\n\nA [pear](#nothing)\n';

async function check(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const folder = temporaryFolder(files);
  const outcome = await lectern(['check', ...args], folder);
  return { ...outcome, folder };
}

describe('the text for people', () => {
  test('has a line for each deck, and one for all', async () => {
    const files = { 'a.md': deadLink, 'b.md': '# Fine\n\n---\n\n## Two\n' };
    const { output, errors, exitCode } = await check(files, 'a.md', 'b.md', '--no-browser');
    expect(output.replace(/\d+ ms|\d+\.\d s/g, '[time]')).toBe(
      [
        'a.md   1 slide   [time]   1 error   only the source was checked',
        'b.md   2 slides   [time]   nothing found   only the source was checked',
        '2 decks, 3 slides, in [time]',
        '',
      ].join('\n'),
    );
    expect(errors).toMatch(/^a\.md:3:10: error: "#nothing" leads nowhere \[link-target\]\n/);
    expect(errors).toMatch(/\n\n1 error\n$/);
    expect(exitCode).toBe(1);
  });

  test('checks a deck once that is named twice', async () => {
    const { output } = await check({ 'a.md': '# Fine\n' }, 'a.md', './a.md', '--no-browser');
    expect(output).toMatch(/^a\.md {3}1 slide .*\n$/);
  });

  test('goes on after a deck that is missing, or has errors', async () => {
    const files = { 'a.md': deadLink, 'wrong.md': '---\nlayout: [\n---\n\n# One\n' };
    const args = ['gone.md', 'wrong.md', 'a.md', '--no-browser'];
    const { output, errors, exitCode } = await check(files, ...args);
    expect(output).toMatch(/^gone\.md {3}not checked .*\nwrong\.md .*\na\.md {3}1 slide /);
    expect(errors).toContain('error: there is no file gone.md');
    expect(errors).toContain('wrong.md:2:');
    expect(errors).toContain('a.md:3:10: error: "#nothing"');
    expect(exitCode).toBe(1);
  });

  test('counts what comments ignore', async () => {
    const text = `# One\n\n<!-- check-ignore link-target: it is filled later -->\n[plum](#nothing)\n`;
    const { output, errors, exitCode } = await check({ 'a.md': text }, 'a.md', '--no-browser');
    expect(output).toContain('nothing found   1 ignored by comments');
    expect({ errors, exitCode }).toEqual({ errors: '', exitCode: 0 });
  });
});

describe('levels', () => {
  test('of lectern.config.yaml and of the deck decide on the exit code', async () => {
    const files = {
      'package.json': '{}',
      'a.md': deadLink,
      'b.md': `---\ncheck: { link-target: "off" }\n---\n\n${deadLink}`,
      'lectern.config.yaml': 'check: { link-target: warning }\n',
    };
    expect(await check(files, 'a.md', '--no-browser')).toMatchObject({ exitCode: 0 });
    expect(await check(files, 'a.md', '--no-browser', '--strict')).toMatchObject({ exitCode: 1 });
    const off = await check(files, 'b.md', '--no-browser', '--strict');
    expect(off).toMatchObject({ exitCode: 0, errors: '' });
  });

  test('of an unknown check, and invalid ones, are errors at their place', async () => {
    const files = {
      'package.json': '{}',
      'a.md': '---\ncheck: { contrst: error }\n---\n\n# One\n',
      'lectern.config.yaml': 'check: { overlap: eror }\nchek: 1\n',
    };
    const { errors, exitCode } = await check(files, 'a.md', '--no-browser');
    expect(errors).toContain('a.md:2:10: error: unknown key "contrst"');
    expect(errors).toContain('did you mean "contrast"?');
    expect(errors).toContain('lectern.config.yaml:1:19: error: ');
    expect(errors).toContain('did you mean "error"?');
    expect(errors).toContain('lectern.config.yaml:2:1: error: unknown key "chek"');
    expect(errors).toContain('did you mean "check"?');
    expect(exitCode).toBe(1);
  });

  test('are those of the nearest lectern.config.yaml, up to the root of the repository', async () => {
    const level = (name: string) => `check: { link-target: ${name} }\n`;
    const files = {
      'lectern.config.yaml': level('off'),
      'repository/.git/HEAD': '',
      'repository/lectern.config.yaml': level('warning'),
      'repository/talks/package.json': '{}',
      'repository/talks/2026/far.md': deadLink,
      'repository/talks/near/near.md': deadLink,
      'repository/talks/near/lectern.config.yaml': level('note'),
      'other/.git/HEAD': '',
      'other/outside.md': deadLink,
      'loose/below/below.md': deadLink,
    };
    const decks = [
      'repository/talks/2026/far.md',
      'repository/talks/near/near.md',
      'other/outside.md',
      'loose/below/below.md',
    ];
    const { output } = await check(files, ...decks, '--no-browser', '--json');
    const found = JSON.parse(output).findings as readonly { file: string; severity: string }[];
    expect(found.map(({ file, severity }) => `${file} ${severity}`)).toEqual([
      'repository/talks/2026/far.md warning',
      'repository/talks/near/near.md note',
      'other/outside.md error',
    ]);
  });

  test('of an invalid lectern.config.yaml are reported once for all decks', async () => {
    const files = {
      'package.json': '{}',
      'a.md': '# One\n',
      'b.md': '# One\n',
      'lectern.config.yaml': 'check: [\n',
    };
    const { output, exitCode } = await check(files, 'a.md', 'b.md', '--no-browser', '--json');
    const found = JSON.parse(output).findings.map(({ file }: { file: string }) => file);
    expect(found).toEqual(['lectern.config.yaml']);
    expect(exitCode).toBe(1);
  });
});

test('--json has all keys', async () => {
  const text = `${deadLink}\n---\n\n## Two\n\n<!-- check-ignore link-target: later -->\n[plum](#b)\n`;
  const { output, errors } = await check({ 'a.md': text }, 'a.md', '--no-browser', '--json');
  const json = JSON.parse(output);
  const finding = {
    code: 'link-target',
    severity: 'error',
    message: '"#nothing" leads nowhere',
    file: 'a.md',
    line: 3,
    column: 10,
    length: 8,
    hint: expect.any(String),
    deck: 'a.md',
    slide: 1,
    box: null,
    image: null,
    number: null,
    fix: null,
  };
  expect(json).toEqual({
    decks: [{ file: 'a.md', slides: 2, browser: false, milliseconds: expect.any(Number) }],
    report: null,
    findings: [finding],
    ignored: [
      {
        ...finding,
        message: '"#b" leads nowhere',
        line: 10,
        column: 8,
        length: 2,
        slide: 2,
        reason: 'later',
      },
    ],
  });
  expect(errors).toBe('');
});

describe('without a browser', () => {
  test('the source is checked, and the message says what was not', async () => {
    const files = { 'a.md': deadLink, 'b.md': '# Fine\n' };
    const { errors, exitCode } = await check(files, 'a.md', 'b.md', '--browser', 'gone');
    const [problem] = errors.split('\n');
    expect(problem).toBe(
      'error: browser not found: gone; only the source was checked, and not how slides look [browser-missing]',
    );
    expect(errors.match(/browser-missing/g)).toHaveLength(1);
    expect(errors).toContain('--no-browser');
    expect(errors).toContain('"#nothing" leads nowhere');
    expect(exitCode).toBe(1);
  });

  test('images are invalid usage', async () => {
    const { errors, exitCode } = await check(
      { 'a.md': deadLink },
      'a.md',
      '--no-browser',
      '--images',
      'x',
    );
    expect(errors).toBe('lectern: --images and --no-browser exclude each other\n');
    expect(exitCode).toBe(2);
  });

  test('a page that never gets ready leaves the rest of the check', async () => {
    const folder = temporaryFolder({ 'a.md': deadLink });
    const show: ShowPage = async () => {
      throw new BrowserError('page-unready', 'the page was not ready after 120 s', 'look at it');
    };
    const options = { cwd: folder, root: folder, allowRemote: false, share: false };
    const deck = path.join(folder, 'a.md');
    const { findings, wasShown } = await checkDeck(
      { deck, options },
      { buildPage, levels: new Map(), show },
    );
    expect(findings.map(({ diagnostic: { code, message } }) => [code, message])).toEqual([
      [
        'page-unready',
        'the page was not ready after 120 s; only the source was checked, and not how slides look',
      ],
      ['link-target', '"#nothing" leads nowhere'],
    ]);
    expect(wasShown).toBe(false);
  });
});

test('progress counts the slides of all decks', async () => {
  const folder = temporaryFolder({ 'a.md': '# 1\n\n---\n\n# 2\n', 'b.md': '# 1\n', 'gone/x': '' });
  const decks = ['a.md', 'b.md', 'c.md'].map((name) => ({
    deck: path.join(folder, name),
    options: { cwd: folder, root: folder, allowRemote: false, share: false },
  }));
  const shown: string[] = [];
  const show = (done: number, total: number, label: string) =>
    shown.push(`${done}/${total} ${label}`);
  const progress = await CheckProgress.of({ show, clear() {} }, decks, folder);
  for (const deck of decks) for (const slides of [0, 1]) progress.advance(deck, slides);
  expect(shown).toEqual(['0/3 a.md', '1/3 a.md', '2/3 b.md', '3/3 b.md', '3/3 c.md', '4/3 c.md']);
});

test('--images saves slides with findings, each place framed', async () => {
  const slide = (title: string) => `## ${title}\n\nA [pear](#nothing) and a [cherry](#nowhere)\n`;
  const deck = `---\ntheme: night\n---\n\n# Fine\n\n---\n\n${slide('Two')}\n---\n\n## Three\n`;
  const folder = temporaryFolder({ 'talk.md': deck });
  const args = ['check', 'talk.md', ...(await sharedBrowser()), '--images', 'shots'];
  const first = await lectern([...args, '--json'], folder);
  expect(JSON.parse(first.output).findings).toMatchObject([
    { column: 10, image: 'shots/talk-check-02.png', number: 1 },
    { column: 35, image: 'shots/talk-check-02.png', number: 2 },
  ]);
  expect(readdirSync(path.join(folder, 'shots'))).toEqual(['talk-check-02.png']);
  const file = path.join(folder, 'shots/talk-check-02.png');
  const { width, height, data } = await pixelsOf(file);
  expect([width, height]).toEqual([1920, 1080]);
  // The red of the frames.
  const isRed = (i: number) => data[i] === 0xd6 && data[i + 1] === 0 && data[i + 2] === 0x2f;
  const indexes = Array.from({ length: width * height }, (_, i) => i * 4);
  expect(indexes.filter(isRed).length).toBeGreaterThan(2000);

  writeFileSync(path.join(folder, 'talk.md'), `${deck}\n---\n\n${slide('Four')}`);
  writeFileSync(file, 'mine');
  const refused = await lectern(args, folder);
  expect(refused.output).toContain(
    '  shots/talk-check-04.png   1 link-target at 21:10, 2 link-target at 21:35\n',
  );
  expect(refused.errors).toContain(
    'shots/talk-check-02.png was not written by Lectern, or was changed since, and is not replaced',
  );
  expect(refused.errors).toContain('choose another place with --images');
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

async function pixelsOf(file: string) {
  const image = await loadImage(file);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

test('a report or an image that cannot be written is an error', async () => {
  const folder = temporaryFolder({ 'a.md': '# One\n', file: '' });
  mkdirSync(path.join(folder, 'taken.html'));
  for (const report of ['file/a11y.html', 'taken.html']) {
    const args = ['check', 'a.md', '--no-browser', '--report', report];
    const { errors, exitCode } = await lectern(args, folder);
    expect(errors).toContain(`error: cannot write ${report}: `);
    expect(errors).toContain('choose another place with --report');
    expect(exitCode).toBe(1);
  }
});
