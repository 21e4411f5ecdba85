import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readAssets } from '../../src/5-bundle/assets/assets.ts';
import { FileContents } from '../../src/5-bundle/assets/file-contents.ts';
import { fillSlides } from '../../src/5-bundle/fill-slides.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { Inputs } from '../../src/base/inputs.ts';
import { assetMark } from '../../src/model/rendered.ts';
import { temporaryFolder } from '../support/files.ts';
import { encodeGif } from '../support/gif.ts';
import { optionsFor, problems, refTo, stacksOf } from './support.ts';

const gif = encodeGif([0]);

function fill(html: string, assets: readonly string[]): string | undefined {
  const [[slide] = []] = fillSlides(
    { stacks: stacksOf(html) },
    { assets, sizes: [], charts: [], diagrams: [], tones: new Map() },
  );
  return slide?.html;
}

test('a file becomes a data: URL, and stands where its mark was', async () => {
  const root = temporaryFolder({ 'a b.gif': gif });
  const report = new Report();
  const refs = [refTo('a b.gif', root), refTo('./a%20b.gif', root)];
  const { urls, origins } = await readAssets(
    refs,
    optionsFor(root),
    new FileContents(),
    new Inputs(),
    report,
  );
  expect(problems(report)).toEqual([]);
  const url = `data:image/gif;base64,${gif.toString('base64')}`;
  expect(urls).toEqual([url, url]);
  expect(origins).toEqual([]);
  expect(fill(`<img src="${assetMark(0)}"> 1`, urls)).toBe(`<img src="${url}"> 1`);
});

test('what cannot stand in a page is named, all of it', async () => {
  const root = temporaryFolder({ 'in/page.gif': '<html>', 'in/notes.txt': 'text', 'out.gif': gif });
  const inside = path.join(root, 'in');
  symlinkSync('../out.gif', path.join(inside, 'link.gif'));
  writeFileSync(path.join(inside, 'big.gif'), gif);
  truncateSync(path.join(inside, 'big.gif'), 60 * 1024 * 1024);
  writeFileSync(path.join(inside, 'big.mp4'), '');
  truncateSync(path.join(inside, 'big.mp4'), 101 * 1024 * 1024);
  const names = [
    'page.gif',
    'notes.txt',
    'none.gif',
    '../out.gif',
    'link.gif',
    'big.gif',
    'big.mp4',
    '.',
  ];
  const report = new Report();
  const refs = names.map((name) => refTo(name, inside));
  await readAssets(refs, optionsFor(inside), new FileContents(), new Inputs(), report);
  expect(problems(report)).toEqual([
    'image-type 1:1 "page.gif" is a web page, which browsers do not show',
    'image-type 1:1 "notes.txt" is of no type that a page shows',
    'file-missing 1:1 there is no file "none.gif"',
    `file-outside 1:1 "../out.gif" lies outside of the project's folder`,
    `file-outside 1:1 "link.gif" lies outside of the project's folder`,
    'file-large 1:1 "big.gif" has 60 MB; a page holds image files of up to 25 MB',
    'file-large 1:1 "big.mp4" has 101 MB; a page holds media files of up to 100 MB',
    'file-kind 1:1 "." is not an ordinary file',
  ]);
});

test('what is on the web is an error, or with allowRemote a link', async () => {
  const root = temporaryFolder();
  const refs = ['https://a.example/x(1).png?q="1"&b', '//b.example:8080/y.mp4'].map((ref) =>
    refTo(ref, root),
  );
  const report = new Report();
  await readAssets(refs, optionsFor(root), new FileContents(), new Inputs(), report);
  // Both are at the same place here.
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['image-remote']);

  const allowing = new Report();
  const { urls, origins } = await readAssets(
    refs,
    optionsFor(root, { allowRemote: true }),
    new FileContents(),
    new Inputs(),
    allowing,
  );
  expect(problems(allowing)).toEqual([]);
  expect(urls).toEqual([
    'https://a.example/x%281%29.png?q=%221%22&amp;b',
    'https://b.example:8080/y.mp4',
  ]);
  expect(origins).toEqual(['https://a.example', 'https://b.example:8080']);
  expect(fill(assetMark(0), urls)).toBe(urls[0]);
});

test('a data: URL is an image of the type of its bytes, and anything else is reported', async () => {
  const root = temporaryFolder();
  const report = new Report();
  const base64 = gif.toString('base64');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const read = async (...paths: readonly string[]): Promise<readonly string[]> => {
    const refs = paths.map((each) => refTo(each, root));
    const read = readAssets(refs, optionsFor(root), new FileContents(), new Inputs(), report);
    return (await read).urls;
  };
  expect(await read(`data:image/gif;base64,${base64}`, `data:;base64,${base64}`)).toEqual([
    `data:image/gif;base64,${base64}`,
    `data:image/gif;base64,${base64}`,
  ]);
  expect(await read(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`)).toEqual([
    `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
  ]);
  expect(problems(report)).toEqual([]);
  expect(await read('data:text/html,<p>', 'data:image/png;base64,AAAA', 'data:%')).toEqual([
    '',
    '',
    '',
  ]);
  expect(problems(report)).toEqual(['image-type 1:1 this data: URL contains no image']);
});

test('only origins come into the policy of a page', async () => {
  const root = temporaryFolder({});
  const report = new Report();
  const addresses = [
    'https://b.test,default-src/y.png',
    'https://a;script-src b.test/x.png',
    'https://b.test%3Bscript-src/x.png',
    "https://x'unsafe-inline'.test/x.png",
    'https://*.test/x.png',
    'https://user:secret@b.test/x.png',
  ];
  const { origins } = await readAssets(
    [...addresses, 'https://b.test:8443/x.png', 'http://[::1]/x.png'].map((each) =>
      refTo(each, root),
    ),
    optionsFor(root, { allowRemote: true }),
    new FileContents(),
    new Inputs(),
    report,
  );
  expect(origins).toEqual(['http://[::1]', 'https://b.test:8443']);
  expect(report.diagnostics).toHaveLength(addresses.length);
});
