import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { writePolicy } from '../../src/5-bundle/csp.ts';
import { bundlePage } from '../../src/5-bundle/page.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { Inputs } from '../../src/base/inputs.ts';
import type { BundledPage } from '../../src/model/page.ts';
import { assetMark, type RenderedDeck } from '../../src/model/rendered.ts';
import { temporaryFolder } from '../support/files.ts';
import { encodeGif } from '../support/gif.ts';
import { optionsFor, problems, refTo, renderedDeck, stacksOf } from './support.ts';

const theme = `@import "more.css";
@font-face { font-family: Text; src: url("npm:@fontsource/inter/files/inter-latin-400-normal.woff2") }
body { font-family: Text }
.x::after { content: "</style>" }`;

function project(): string {
  return temporaryFolder({
    'theme.css': theme,
    'more.css': '.more { color: red }',
    'own.js': 'console.debug("</script>");',
    'x.gif': encodeGif([0]),
  });
}

function bundleDeck(deck: RenderedDeck, root: string, report = new Report()): Promise<BundledPage> {
  return bundlePage(deck, { ...optionsFor(root), isDraft: () => false }, new Inputs(), report);
}

async function bundle(root: string, report = new Report()): Promise<string> {
  const deck = renderedDeck(path.join(root, 'theme.css'), {
    title: 'A & <b>',
    stacks: stacksOf(
      `<section class="slide"><h1>Title</h1><img src="${assetMark(0)}" alt=""></section>\n`,
    ),
    assets: [refTo('x.gif', root)],
  });
  const frontMatter = { ...deck.frontMatter, author: 'Ann "A"', scripts: [refTo('own.js', root)] };
  const page = await bundleDeck({ ...deck, frontMatter }, root, report);
  return page.html;
}

test('two runs give the same bytes: with and without a cache, in any folder', async () => {
  vi.stubEnv('LECTERN_CACHE', 'off');
  const first = await bundle(project());
  vi.stubEnv('LECTERN_CACHE', temporaryFolder());
  const root = project();
  const [second, third] = [await bundle(root), await bundle(root)];
  vi.unstubAllEnvs();
  expect(second).toBe(first);
  expect(third).toBe(first);
});

test('the policy names each script and the style by its hash, before all of them', async () => {
  const html = await bundle(project());
  const policy = /content="(default-src[^"]*)"/.exec(html)?.[1] ?? '';
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text);
  expect([scripts.length, styles.length]).toEqual([3, 1]);
  for (const text of [...scripts, ...styles]) {
    const hash = createHash('sha256').update(text).digest('base64');
    expect(policy).toContain(`'sha256-${hash}'`);
  }
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script>'));
  expect(policy.replace(/'sha256-[^']*'/g, '#')).toBe(
    "default-src 'none';script-src # # #;style-src #;style-src-attr 'unsafe-inline';img-src data:;font-src data:;media-src data:;base-uri 'none';form-action 'none'",
  );
});

test('what is left on the web may load from its origin', () => {
  const policy = writePolicy({ scripts: [], styles: [''], origins: ['https://a.example'] });
  expect(policy).toContain('img-src data: https://a.example;');
  expect(policy).toContain('media-src data: https://a.example;');
  expect(policy).toContain('font-src data:;');
});

test('the page says what it is, and holds what the deck names', async () => {
  const html = await bundle(project());
  expect(html).toMatch(
    /^<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">/,
  );
  expect(html).toContain('<title>A &amp; &lt;b&gt;</title>');
  expect(html).toContain('<meta name="author" content="Ann &quot;A&quot;">');
  expect(html).toContain(
    '<main class="deck" data-width="1280" data-height="720" data-transition="none">',
  );
  expect(html).toContain('src="data:image/gif;base64,');
  expect(html).toContain('@page{size:1280px 720px;margin:0}');
  expect(html).toContain('src:url(data:font/woff2;base64,');
  expect(html).toContain('.more{color:red}');
  expect(html).not.toMatch(/\0|https?:\/\/(?!www\.w3\.org)/);
});

test('a style sheet that changes is seen', async () => {
  const root = project();
  const [, first] = [await bundle(root), await bundle(root)];
  const { writeFiles } = await import('../support/files.ts');
  writeFiles(root, { 'more.css': '.other { color: blue }' });
  const second = await bundle(root);
  expect(first).toContain('.more{');
  expect(second).toContain('.other{');
});

test('errors in styles, scripts and assets are reported in one run', async () => {
  const root = temporaryFolder({
    'theme.css': '@import "none.css";\n.a { background: url(none.png) }',
    'own.js': 'let = 1 2',
  });
  const report = new Report();
  await bundle(root, report);
  expect(problems(report).map((problem) => problem.split(' ')[0])).toEqual([
    'file-missing',
    'file-missing',
    'file-missing',
    'script-syntax',
  ]);
});

test('the page says what its deck is about', async () => {
  const root = project();
  const deck = renderedDeck(path.join(root, 'theme.css'));
  const named = {
    ...deck,
    frontMatter: { ...deck.frontMatter, author: 'A & B', keywords: 'tea, "best" cups' },
  };
  const { html } = await bundleDeck(named, root);
  expect(html).toContain('<meta name="author" content="A &amp; B">');
  expect(html).toContain('<meta name="keywords" content="tea, &quot;best&quot; cups">');
});

test('a link to the page shows a picture, if the front matter names one', async () => {
  const root = project();
  const image = 'https://example.org/talk.png?a=1&b=2';
  const deck = renderedDeck(path.join(root, 'theme.css'), { title: 'A & B' });
  const write = async (frontMatter: object) => {
    const named = { ...deck, frontMatter: { ...deck.frontMatter, ...frontMatter } };
    const { html } = await bundleDeck(named, root);
    return html.match(/<meta (?:property="og|name="twitter).*>/g)?.join('\n') ?? '';
  };
  const described = await write({ image, description: 'On "A"' });
  expect(described).toBe(`<meta property="og:type" content="website">
<meta property="og:title" content="A &amp; B">
<meta property="og:description" content="On &quot;A&quot;">
<meta property="og:image" content="https://example.org/talk.png?a=1&amp;b=2">
<meta name="twitter:card" content="summary_large_image">`);
  expect(await write({ image })).not.toContain('og:description');
  expect(await write({ description: 'B' })).toBe('');
});
