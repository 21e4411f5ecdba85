import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';
import { mp4 } from '../support/media.ts';
import { startWebServer } from '../support/web-server.ts';
import { fetchingBuild, readLock, readPage, shownPart, useCacheWithoutWeb } from './support.ts';

beforeEach(useCacheWithoutWeb);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const inPage = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Images that differ. */
const image = (number: number): Buffer => png(number + 1, 2);

describe('is embedded', () => {
  test('however it is named, with one request for an address', async () => {
    const paths = ['/a.png', '/b', '/bg.png', '/css.png', '/sheet.png', '/part.png', '/poster.png'];
    const { base, asked } = await startWebServer({
      ...Object.fromEntries(paths.map((name, i) => [name, image(i)])),
      '/film?id=3': mp4(),
      '/talk.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n',
      '/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="3"/>',
    });
    const cwd = temporaryFolder({
      'talk.md': `---
logo: ${base}/logo.svg
styles: own.css
css: |
  h2 { background: url(${base}/css.png) }
---

# Talk

![One](${base}/a.png)

---
background: ${base}/bg.png
---

## Again

<img src="${base}/a.png#part" alt="One"> <img src="${base}/b" alt="Two">

---

## Film

<video src="${base}/film?id=3" poster="${base}/poster.png" aria-label="A talk" controls>
<track src="${base}/talk.vtt" kind="captions" srclang="en"></video>

---
src: parts/part.md
---
`,
      'own.css': `h1 { background: url("${base}/sheet.png") no-repeat, url(${base}/css.png) }`,
      'parts/part.md': `## Part\n\n![Three](${base}/part.png)\n`,
    });
    const { exitCode, errors } = await fetchingBuild(cwd);
    expect(errors).toBe('');
    expect(exitCode).toBe(0);
    const expected = [...paths, '/film?id=3', '/talk.vtt', '/logo.svg'].sort();
    expect([...asked].sort()).toEqual(expected);
    const page = shownPart(readPage(cwd));
    expect(page).not.toContain(base);
    for (const number of paths.keys()) expect(page).toContain(inPage(image(number)));
    expect(page).toContain(`data:video/mp4;base64,${inPage(mp4())}`);
    expect(page).toContain('data:text/vtt;base64,');
    const lock = readLock(cwd);
    expect(Object.keys(lock?.files ?? {})).toEqual(expected.map((name) => base + name));
    expect(lock?.files[`${base}/b`]).toEqual({
      sha256: sha256(image(1)),
      bytes: image(1).length,
      type: 'image/png',
    });
  });

  test.each([
    ['Marp', '---\nmarp: true\n---\n\n# Talk\n\n![bg](BASE/a.png)\n'],
    ['Slidev', '---\nlayout: image-right\nimage: BASE/a.png\nmdc: true\n---\n\n# Talk\n'],
    [
      'reveal.js',
      '---\nseparator: "---"\n---\n\n<!-- .slide: data-background="BASE/a.png" -->\n# Talk\n',
    ],
    ['Quarto', '---\nformat: revealjs\n---\n\n## Talk {background-image="BASE/a.png"}\n\nText\n'],
    ['Pandoc', '% Talk\n\n# One\n\n![One](BASE/a.png)\n'],
  ])('in a deck of %s', async (_, text) => {
    const { base } = await startWebServer({ '/a.png': image(0) });
    const cwd = temporaryFolder({ 'talk.md': text.replace('BASE', base) });
    const { exitCode, errors } = await fetchingBuild(cwd);
    expect(errors).not.toMatch(/error|warning/);
    expect(exitCode).toBe(0);
    expect(shownPart(readPage(cwd))).toContain(inPage(image(0)));
  });

  test('by check, and by export into the formats without a browser', async () => {
    const { base, asked } = await startWebServer({ '/a.png': image(0) });
    const cwd = temporaryFolder({ 'talk.md': `# Talk\n\n![One](${base}/a.png)\n` });
    const fetching = ['talk.md', '--fetch-remote', '--fetch-private'];
    const checked = await lectern(['check', ...fetching, '--no-browser'], cwd);
    expect(checked.errors).not.toContain('[remote-');
    const exported = await lectern(['export', ...fetching, '--to', 'notes'], cwd);
    expect(exported).toMatchObject({ exitCode: 0, errors: '' });
    expect(asked).toEqual(['/a.png']);
  });

  test('at most six at a time', async () => {
    const paths = Array.from({ length: 20 }, (_, i) => `/${i}.png`);
    const slow = (number: number) => (_: unknown, response: { end(bytes: Buffer): void }) =>
      setImmediate(() => response.end(image(number)));
    const server = await startWebServer(
      Object.fromEntries(paths.map((name, i) => [name, slow(i)])),
    );
    const images = paths.map((name) => `![x](${server.base}${name})`).join('\n\n---\n\n');
    const cwd = temporaryFolder({ 'talk.md': `# Talk\n\n---\n\n${images}\n` });
    expect(await fetchingBuild(cwd)).toMatchObject({ exitCode: 0, errors: '' });
    expect(server.mostOpen()).toBeGreaterThan(1);
    expect(server.mostOpen()).toBeLessThanOrEqual(6);
    expect(Object.keys(readLock(cwd)?.files ?? {})).toHaveLength(20);
  });
});

describe('what was fetched', () => {
  const deckOf = (base: string) => `# Talk\n\n![One](${base}/a.png)\n`;

  test('needs no server again, and gives the same bytes', async () => {
    const server = await startWebServer({ '/a.png': image(0) });
    const cwd = temporaryFolder({ 'talk.md': deckOf(server.base) });
    await fetchingBuild(cwd);
    const first = readPage(cwd);
    await server.close();
    for (const more of [[], ['--out', 'other/talk.html']]) {
      expect(await fetchingBuild(cwd, ...more)).toMatchObject({ exitCode: 0, errors: '' });
    }
    expect(readPage(cwd)).toBe(first);
    expect(readFileSync(path.join(cwd, 'other/talk.html'), 'utf8')).toBe(first);
    expect(server.asked).toEqual(['/a.png']);
  });

  test('is the same on another machine, which asks once', async () => {
    const { base, asked } = await startWebServer({ '/a.png': image(0) });
    const cwd = temporaryFolder({ 'talk.md': deckOf(base) });
    await fetchingBuild(cwd);
    const first = readPage(cwd);
    await useCacheWithoutWeb();
    expect(await fetchingBuild(cwd)).toMatchObject({ exitCode: 0, errors: '' });
    expect(readPage(cwd)).toBe(first);
    expect(asked).toEqual(['/a.png', '/a.png']);
  });

  test('stays in the cache when it changes on the web', async () => {
    const { base, answers } = await startWebServer({ '/a.png': image(0) });
    const cwd = temporaryFolder({ 'talk.md': deckOf(base) });
    await fetchingBuild(cwd);
    answers.set('/a.png', image(1));
    expect(await fetchingBuild(cwd)).toMatchObject({ exitCode: 0, errors: '' });
    expect(shownPart(readPage(cwd))).toContain(inPage(image(0)));
  });

  test('and has changed is an error where it is not in the cache, until that is accepted', async () => {
    const { base, answers } = await startWebServer({ '/a.png': image(0) });
    const cwd = temporaryFolder({ 'talk.md': deckOf(base) });
    await fetchingBuild(cwd);
    const first = readPage(cwd);
    answers.set('/a.png', image(1));
    await useCacheWithoutWeb();
    const { exitCode, errors } = await fetchingBuild(cwd);
    expect(exitCode).toBe(1);
    expect(errors).toContain(
      `talk.md:3:8: error: "${base}/a.png" has changed since lectern-lock.json recorded it: ` +
        `${sha256(image(0)).slice(0, 8)}…, ${image(0).length} bytes became ` +
        `${sha256(image(1)).slice(0, 8)}…, ${image(1).length} bytes [remote-changed]`,
    );
    expect(errors).toContain('--fetch-remote=update');
    expect(readPage(cwd)).toBe(first);
    expect(readLock(cwd)?.files[`${base}/a.png`]?.sha256).toBe(sha256(image(0)));

    const updated = await fetchingBuild(cwd, '--fetch-remote=update');
    expect(updated).toMatchObject({ exitCode: 0, errors: '' });
    expect(readLock(cwd)?.files[`${base}/a.png`]?.sha256).toBe(sha256(image(1)));
    expect(shownPart(readPage(cwd))).toContain(inPage(image(1)));
  });

  test('is fetched anew once its entry is deleted', async () => {
    const { base, answers } = await startWebServer({ '/a.png': image(0) });
    const cwd = temporaryFolder({ 'talk.md': deckOf(base) });
    await fetchingBuild(cwd);
    answers.set('/a.png', image(1));
    writeFiles(cwd, { 'lectern-lock.json': '{ "version": 1, "files": {} }\n' });
    expect(await fetchingBuild(cwd)).toMatchObject({ exitCode: 0, errors: '' });
    expect(shownPart(readPage(cwd))).toContain(inPage(image(1)));
  });

  test('is recorded for all decks of a project, and each page carries its own part', async () => {
    const { base } = await startWebServer({ '/a.png': image(0), '/b.png': image(1) });
    const cwd = temporaryFolder({
      '.git/HEAD': 'ref: refs/heads/main\n',
      'slides/a.md': `# A\n\n![One](${base}/a.png)\n`,
      'slides/b.md': `# B\n\n![Two](${base}/b.png)\n`,
    });
    const build = () => lectern(['build', '--fetch-remote', '--fetch-private'], cwd);
    expect(await build()).toMatchObject({ exitCode: 0, errors: '' });
    expect(Object.keys(readLock(cwd)?.files ?? {})).toEqual([`${base}/a.png`, `${base}/b.png`]);
    const first = readPage(cwd, 'a');
    expect(await build()).toMatchObject({ exitCode: 0, errors: '' });
    expect(readPage(cwd, 'a')).toBe(first);
    const out = path.join(cwd, 'out');
    const extracted = await lectern(['extract', 'dist/a.html', '--out', out], cwd);
    expect(extracted).toMatchObject({ exitCode: 0, errors: '' });
    expect(Object.keys(readLock(out)?.files ?? {})).toEqual([`${base}/a.png`]);
  });

  test('is not used without the option', async () => {
    const { base } = await startWebServer({ '/a.png': image(0) });
    const cwd = temporaryFolder({ 'talk.md': deckOf(base) });
    await fetchingBuild(cwd);
    const { exitCode, errors } = await lectern(['build', 'talk.md'], cwd);
    expect(exitCode).toBe(1);
    expect(errors).toContain('[image-remote]');
    expect(errors).toContain('--fetch-remote');
  });
});

test('no lock file without remote files', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# Talk\n' });
  expect(await fetchingBuild(cwd)).toMatchObject({ exitCode: 0, errors: '' });
  expect(existsSync(path.join(cwd, 'lectern-lock.json'))).toBe(false);
});

describe('a converted deck', () => {
  const marp = (base: string) => `---\nmarp: true\n---\n\n# Talk\n\n![bg](${base}/a.png)\n`;

  test('names the same files, which are recorded', async () => {
    const { base, asked } = await startWebServer({ '/a.png': image(0) });
    const cwd = temporaryFolder({ 'package.json': '{}', 'slides/talk.md': marp(base) });
    const flags = ['--fetch-remote', '--fetch-private'];
    const converted = await lectern(['convert', 'slides/talk.md', ...flags], cwd);
    expect(converted.exitCode).toBe(0);
    expect(converted.errors).not.toMatch(/warning|error/);
    expect(Object.keys(readLock(cwd)?.files ?? {})).toEqual([`${base}/a.png`]);
    const built = await lectern(['build', 'slides/talk.lectern.md', ...flags], cwd);
    expect(built).toMatchObject({ exitCode: 0, errors: '' });
    expect(asked).toEqual(['/a.png']);
  });

  test('takes the record along into another project', async () => {
    const { base } = await startWebServer({ '/a.png': image(0) });
    const cwd = temporaryFolder({ 'package.json': '{}', 'slides/talk.md': marp(base) });
    const out = temporaryFolder();
    const flags = ['--fetch-remote', '--fetch-private'];
    await lectern(['convert', 'slides/talk.md', '--out', out, ...flags], cwd);
    expect(readLock(out)).toEqual(readLock(cwd));
  });
});
