import { execFileSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeFace } from '../../../src/1-load/theme-fonts.ts';
import { temporaryFolder } from '../../support/files.ts';
import { png } from '../../support/images.ts';
import { lectern } from '../../support/lectern.ts';
import { relation, template, usualLayouts } from '../../support/pptx/template.ts';

const megabyte = 1024 * 1024;
const deck = '---\ntheme: a.potx\n---\n\n# Apples\n';

async function build(potx: Uint8Array, ...args: readonly string[]) {
  const cwd = temporaryFolder({ 'talk.md': deck, 'a.potx': potx });
  const result = await lectern(args.length > 0 ? args : ['build', 'talk.md'], cwd);
  return { ...result, cwd, page: () => readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8') };
}

/** A template whose layouts all have an image as their background. */
function withImages(images: Readonly<Record<string, Uint8Array>>): Buffer {
  const names = Object.keys(images);
  const fill =
    '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId50"/></a:blipFill><a:effectLst/></p:bgPr></p:bg>';
  return template({
    layouts: usualLayouts.map((layout, i) => ({
      ...layout,
      background: fill,
      relationships: [relation('rId50', 'image', `../media/${names[i % names.length]}`)],
    })),
    types: '<Default Extension="svg" ContentType="image/svg+xml"/>',
    files: Object.fromEntries(names.map((name) => [`ppt/media/${name}`, images[name] ?? ''])),
  });
}

/** A PNG image with so many megabytes of a private chunk. */
function largePng(megabytes: number): Buffer {
  const whole = png(9, 9);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(megabytes * megabyte);
  return Buffer.concat([
    whole.subarray(0, 33),
    length,
    Buffer.from('prVt'),
    Buffer.alloc(megabytes * megabyte + 4),
    whole.subarray(33),
  ]);
}

describe('a template does not fill the memory', () => {
  test('with parts that unpack to hundreds of megabytes, whether they are used or not', async () => {
    const { exitCode, errors } = await build(withImages({ 'a.png': largePng(101) }));
    expect(exitCode).toBe(1);
    expect(errors).toContain('talk.md:2:8: error: "a.potx" unpacks to more than 100 MB');
  });

  test('with large images for several layouts', async () => {
    const images = { 'a.png': largePng(7), 'b.png': largePng(8), 'c.png': largePng(9) };
    const { errors, page } = await build(withImages(images));
    expect(errors).toMatch(/the images of a template have more than 20 MB with "[abc]\.png"/);

    expect(page().length).toBeLessThan(30 * megabyte);
  });

  test('with a file that has no end or is too large', async () => {
    const cwd = temporaryFolder({ 'talk.md': '# Apples\n' });
    execFileSync('mkfifo', ['pipe.potx'], { cwd });
    writeFileSync(path.join(cwd, 'large.potx'), 'PK\x03\x04');
    truncateSync(path.join(cwd, 'large.potx'), 3_000_000_000);
    const run = (name: string) =>
      lectern(['export', 'talk.md', '--to', 'pptx', '--template', name], cwd);
    expect((await run('pipe.potx')).errors).toContain('"pipe.potx" is not an ordinary file');
    expect((await run('large.potx')).errors).toContain('"large.potx" has more than 100 MB');
  });
});

test('an image of several layouts is in the page once', async () => {
  const image = png(90, 30);
  const { errors, page } = await build(withImages({ 'a.png': image }));
  expect(errors).not.toContain('error');
  expect(page().split(image.toString('base64'))).toHaveLength(2);
});

test('names of fonts do not end their text in the styles of a page', async () => {
  const name = 'A"; } body { color: lime } </style> x { y: "';
  const escaped = name.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const { page } = await build(template({ layouts: usualLayouts, fonts: [escaped, 'Arial'] }));
  expect(page()).toContain('"A; } body { color: lime } /style> x { y: "');
  expect(writeFace(name, '400;}', 'normal', 'a");}')).toBe(
    '@font-face { font-family: "A; } body { color: lime } /style> x { y: "; font-weight: 400; font-style: normal; src: url("a);}"); }',
  );
});

describe('vector images of a template', () => {
  const hostile = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><image href="https://x.test/a.png"/><path d="M0 0h9v9z"/></svg>',
  );
  const safe =
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><path d="M0 0h9v9z"></path></svg>';

  test('run and load nothing in the page', async () => {
    const { errors, page } = await build(withImages({ 'a.svg': hostile }));
    expect(errors).toContain(
      'what runs or loads something is left out of the vector image "a.svg"',
    );
    expect(page()).toContain(Buffer.from(safe).toString('base64'));
    expect(page()).not.toContain(hostile.toString('base64'));
  });

  test('run and load nothing in a PowerPoint file, whatever their names', async () => {
    const images = { 'a.svg': hostile, 'b.png': hostile };
    const result = await build(withImages(images), 'export', 'talk.md', '--to', 'pptx');
    expect(result.errors).toContain('left out of the vector image a.svg');
    const parts = unzipSync(readFileSync(path.join(result.cwd, 'dist/talk.pptx')));
    const text = (name: string) => new TextDecoder().decode(parts[`ppt/media/${name}`]);
    expect([text('a.svg'), text('b.png')]).toEqual([safe, safe]);
  });

  test('that copy themselves millions of times are left out', async () => {
    const levels = Array.from(
      { length: 7 },
      (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(10)}</g>`,
    ).join('');
    const bomb = `<svg xmlns="http://www.w3.org/2000/svg"><g id="g0"><path/></g>${levels}</svg>`;
    const { errors } = await build(withImages({ 'a.svg': Buffer.from(bomb) }));
    expect(errors).toContain('cannot read the vector image "a.svg"');
  });
});
