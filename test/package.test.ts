import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, vi } from 'vitest';
import { builtInThemes } from '../src/1-load/theme.ts';
import { packageRoot } from '../src/base/files/package-root.ts';
import { editWith } from './package/editor-session.ts';
import {
  bundleCoreOf,
  compiledIn,
  emptyPackages,
  english,
  initializeMcp,
  madeFilesIn,
  makeAgain,
  packagesIn,
  rareBlocks,
  talk,
  writeLibraryUses,
} from './package/support.ts';
import { test } from './support/browser/browser.ts';
import { writeFiles } from './support/files.ts';
import { lectern } from './support/lectern.ts';
import { installNode, node, npm } from './support/npm.ts';

/** Reduced by codecs that came with the package. */
const photo = createCanvas(500, 400).toBuffer('image/jpeg', 95);
const settings = '---\nstyles: own.css\nimages: {max: 320}';
/** What only some decks need. The Polish characters are in no font of the shipped cache. */
const deckOfEverything = [
  talk.replace('---', settings),
  '![A photo](photo.jpg)',
  '# Łódź :tada:\n\n~~~python\nx = 1\n~~~',
  rareBlocks,
].join('\n\n---\n\n');

const quickly = ['--prefer-offline', '--no-audit', '--no-fund'];

describe('the package, installed into an empty folder', () => {
  let folder: string;
  /** The page of a deck of everything, as a checkout builds it. */
  let everything: string;

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'lectern-package-')));
    npm(['pack', '--pack-destination', folder], packageRoot);
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    // No package needs to run anything when it is installed.
    npm(['install', ...quickly, '--ignore-scripts', `./${tarball}`], folder);
    writeFiles(folder, {
      // The project's own, of some other version: not what decks are made of.
      ...emptyPackages(['chart.js', 'highlight.js', 'reveal.js', 'temml', '@viz-js/viz']),
      'talk.md': talk,
      'own.css': 'p { color: #333 }',
      'photo.jpg': photo,
      'all.md': deckOfEverything,
    });
    await lectern(['build', 'all.md', '--out', 'from-checkout/all.html'], folder);
    everything = readFileSync(path.join(folder, 'from-checkout/all.html'), 'utf8');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the package's command. */
  function run(args: readonly string[], cache: string, program = process.execPath) {
    const command = path.join(folder, 'node_modules/lectern/lib/cli.cjs');
    return spawnSync(program, [command, ...args], {
      cwd: folder,
      env: { ...process.env, LECTERN_CACHE: cache },
      encoding: 'utf8',
    });
  }

  /** @returns the page of the deck of everything */
  function buildEverything(cache: string, program = process.execPath): string {
    const { stderr, status } = run(['build', 'all.md', '--out', 'all.html'], cache, program);
    expect([stderr, status]).toEqual(['', 0]);
    return readFileSync(path.join(folder, 'all.html'), 'utf8');
  }

  /** Builds an ordinary deck, and again after a change. @returns the compiled chunks, which must stay as they were */
  function compileTwice(cache: string, program?: string): ReturnType<typeof compiledIn> {
    writeFiles(folder, { 'english.md': english });
    run(['build', 'english.md'], cache, program);
    const compiled = compiledIn(cache);
    writeFiles(folder, { 'english.md': `${english}\nMore.\n` });
    run(['build', 'english.md'], cache, program);
    expect(compiledIn(cache)).toEqual(compiled);
    return compiled;
  }

  test('is the same, byte for byte, when it is made again elsewhere in the world', () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    vi.stubEnv('LC_ALL', 'tr_TR.UTF-8');
    expect(makeAgain()).toEqual(madeFilesIn(path.join(folder, 'node_modules/lectern')));
  });

  test('builds a deck, the very one that a checkout builds', async ({ openDeck }) => {
    const output = npm(['exec', '--', 'lectern', 'build', 'talk.md'], folder);
    expect(output).toMatch(
      /^dist\/talk\.html .* 3 slides .* contains the speaker notes and its source$/m,
    );
    const html = readFileSync(path.join(folder, 'dist/talk.html'), 'utf8');
    await lectern(['build', 'talk.md', '--out', 'from-checkout.html'], folder);
    expect(readFileSync(path.join(folder, 'from-checkout.html'), 'utf8')).toBe(html);

    const deck = await openDeck(path.join(folder, 'dist/talk.html'));
    expect(await deck.page.title()).toBe('A talk from nowhere');
    expect(await deck.page.locator('h1').isVisible()).toBe(true);
    expect(deck.requests).toEqual([]);
    expect(deck.consoleErrors).toEqual([]);
    expect(await deck.violations()).toEqual([]);
  });

  test('builds a deck of everything as a checkout does, be anything cached or not', () => {
    for (const cache of ['off', path.join(folder, 'cache'), path.join(folder, 'cache')])
      expect(buildEverything(cache)).toBe(everything);
    expect(everything).toContain('aria-label="Flowchart: Begin to Choose “then”;');
    expect(everything).not.toContain(photo.toString('base64'));
  });

  test('reports errors in rare blocks', () => {
    writeFiles(folder, { 'faulty.md': '$$ \\fraq{a}{b} $$\n\n```chart pie\nx,y\na,-1\n```\n' });
    const { stderr, status } = run(['build', 'faulty.md'], 'off');
    expect(stderr).toContain('there is no command \\fraq');
    expect(stderr).toContain('faulty.md:5:3: error');
    expect(status).toBe(1);
  });

  test('has each command, and ready what the deck needs that people begin with', () => {
    expect(run(['docs', 'charts'], 'off').stdout).toContain('# Charts');
    expect(run(['doctor', '--no-browser'], 'off').status).toBe(0);
    // To list them, all commands are loaded.
    expect(run(['--help'], 'off').stdout).toMatch(/new .*dev .*build .*export .*extract /s);
    expect(run(['dev', '--help'], 'off').stdout).toContain('Usage: lectern dev');
    const cache = path.join(folder, 'cache-of-commands');
    const runs = (...args: readonly string[]) =>
      expect([args, run(args, cache).status]).toEqual([args, 0]);
    runs('new', 'from-package');
    runs('build', 'slides/from-package.md', '--out', 'made.html');
    const made = readdirSync(cache).map((name) => name.replace(/-.*/, ''));
    expect(made).toContain('chart');
    expect(made.filter((kind) => /^(?:runtime|styles|font|sfnt)$/.test(kind))).toEqual([]);
    runs('extract', 'made.html');
    runs('export', 'slides/from-package.md', '--to', 'notes');
    expect(run(['biuld'], 'off').stderr).toContain('did you mean "build"?');
  });

  test('serves agents and editors', async () => {
    const command = path.join(folder, 'node_modules/lectern/lib/cli.cjs');
    const { stdout, status } = spawnSync(process.execPath, [command, 'mcp', '--no-browser'], {
      cwd: folder,
      input: initializeMcp,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ result: { serverInfo: { name: 'lectern' } } });
    expect(await editWith(command, folder)).toEqual([['key-unknown'], 0]);
  });

  test('has ready for a first build what an ordinary deck shares with others, in each theme', () => {
    const cache = path.join(folder, 'cache-of-themes');
    const decks = builtInThemes.map((theme) => `${theme}.md`);
    for (const theme of builtInThemes)
      writeFiles(folder, { [`${theme}.md`]: `---\ntheme: ${theme}\n---\n\n${english}` });
    // In one process, as what one deck adds to the cache is in its file for all.
    expect(run(['build', ...decks], cache).status).toBe(0);
    const made = new Set(readdirSync(cache).map((name) => name.replace(/-.*/, '')));
    // A page is cached where its deck is older than two seconds: on a slow machine.
    made.delete('page');
    expect([...made].sort()).toEqual(['code', 'key', 'output', 'program', 'pruned', 'slides']);
  });

  test('keeps the compiled program from one run to the next, without what draws charts and diagrams', () => {
    const cache = path.join(folder, 'compiled');
    const compiled = compileTwice(cache);
    const chunks = ['lectern.cjs', 'rolldown-runtime.cjs', 'command.cjs', 'pipeline.cjs'];
    expect(compiled).toHaveLength(chunks.length);
    const lib = readdirSync(path.join(folder, 'node_modules/lectern/lib'));
    expect(lib).toEqual(
      expect.arrayContaining([...chunks, 'chart.cjs', 'diagram.cjs', 'template.cjs']),
    );
  });

  test.for([22, 24, 26])('builds the same page with Node %i', (major) => {
    const other = installNode(major);
    const cache = path.join(folder, `cache-of-node-${major}`);
    expect(buildEverything(cache, other)).toBe(everything);
    // The program is compiled by a build of its own, as a library that makes fonts keeps Node from caching code.
    expect(compileTwice(cache, other).length).toBeGreaterThan(1);
    const use = "import * as l from 'lectern'; console.log(process.version, typeof l.buildDeck)";
    writeFiles(folder, { 'import.mjs': use });
    const { stdout } = spawnSync(other, ['import.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toMatch(new RegExp(`^v${major}\\..* function\n$`));
  });

  test('edits a deck in the page, by a script that came with it', async ({ browser }) => {
    const command = path.join(folder, 'node_modules/lectern/lib/cli.cjs');
    const server = spawn(process.execPath, [command, 'dev', 'talk.md'], { cwd: folder });
    try {
      const url = await new Promise<string>((resolve) => {
        server.stdout.on('data', (data) => resolve(/http:\S+/.exec(String(data))?.[0] ?? ''));
      });
      const page = await browser.openWindow();
      await page.goto(url);
      await page.waitForSelector('html[data-ready]');
      await page.keyboard.press('e');
      await page.waitForSelector('.cm-content[contenteditable=true]:focus');
      await page.locator('.cm-line', { hasText: '# A talk from nowhere' }).click();
      await page.keyboard.press('End');
      await page.keyboard.type(', edited');
      await page.locator('h1', { hasText: 'A talk from nowhere, edited' }).waitFor();
    } finally {
      server.kill();
    }
    const installed = path.join(folder, 'node_modules/lectern');
    expect(existsSync(path.join(installed, 'src/runtime/dev/editor'))).toBe(false);
    expect(existsSync(path.join(folder, 'node_modules/@codemirror'))).toBe(false);
  });

  test('brings no TypeScript to run, and what it needs', () => {
    const installed = path.join(folder, 'node_modules/lectern');
    expect(readdirSync(installed).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'docs',
      'lib',
      'npm-shrinkwrap.json',
      'package.json',
      'src',
      'themes',
    ]);
    expect(readdirSync(path.join(installed, 'src')).sort()).toEqual([
      'base',
      'chart',
      'runtime',
      'templates',
    ]);
    const licenses = readFileSync(path.join(installed, 'lib/LICENSES.txt'), 'utf8');
    for (const name of ['marked', 'htmlparser2', '@codemirror/view', '@jsquash/webp', 'chart.js'])
      expect(licenses).toContain(`\n${name} `);
    const reveal = readdirSync(path.join(installed, 'lib/node_modules/reveal.js/dist'));
    expect(reveal.sort()).toEqual(['reveal.css', 'theme']);
  });

  test('fixes the version of everything that it installs, and lists it', () => {
    const installed = path.join(folder, 'node_modules/lectern');
    const bill = JSON.parse(readFileSync(path.join(installed, 'lib/sbom.cdx.json'), 'utf8')) as {
      readonly components: readonly { readonly purl: string; readonly hashes: unknown }[];
    };
    const listed = bill.components.map(({ purl }) => purl);
    // What npm has installed next to the package.
    const { 'node_modules/lectern': _, ...others } = packagesIn(
      path.join(folder, 'node_modules/.package-lock.json'),
    );
    expect(Object.keys(others)).toContain('node_modules/postcss');
    const fixed = packagesIn(path.join(installed, 'npm-shrinkwrap.json'));
    for (const [place, { version, integrity }] of Object.entries(others)) {
      const expected = expect.objectContaining({ version, integrity });
      expect([place, fixed[place]]).toEqual([place, expected]);
      const name = place.replace(/^.*node_modules\//, '').replace('@', '%40');
      expect(listed).toContain(`pkg:npm/${name}@${version}`);
    }
    const bundled = listed.map((purl) => purl.replace(/@[^@]+$/, ''));
    expect(bundled).toEqual(expect.arrayContaining(['pkg:npm/parse5', 'pkg:npm/chart.js']));
    expect(bill.components.filter(({ hashes }) => !hashes)).toEqual([]);
    expect(run(['--version'], 'off').stderr).toBe('');
  });

  test('is a library with types, as the manual shows it, and can be bundled for web pages', async () => {
    const names = writeLibraryUses(folder);
    expect(node([path.join(packageRoot, 'node_modules/typescript/bin/tsc')], folder)).toBe('');
    for (const name of names.filter((each) => each.endsWith('.mjs'))) node([name], folder);
    expect(existsSync(path.join(folder, 'harvest.html'))).toBe(true);
    expect(await bundleCoreOf(folder)).toContain('createCore');
    expect(node(['use.mjs'], folder)).toBe(
      "A talk from nowhere 3 string [ 'error: there is no file missing.md [file-missing]' ]\ntrue\n",
    );
  });
});
