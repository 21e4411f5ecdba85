import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { codes } from '../src/base/diagnostics/diagnostic.ts';
import { packageRoot } from '../src/base/files/package-root.ts';
import { checkRules } from '../src/model/check.ts';
import { temporaryFolder } from './support/files.ts';
import { buildFixture, expectFile, fixtureNames, messagesOf } from './support/fixtures.ts';
import { encodeGif } from './support/gif.ts';
import { png, unreadableJpeg } from './support/images.ts';

/** A folder a problem, named after its code: a deck that has it, and what the command line says. */
const folder = path.join(packageRoot, 'test/diagnostics');
const names = fixtureNames(folder);

/** Codes whose decks no text file can be, and the tests that make them. */
const elsewhere: Readonly<Record<string, string>> = {
  'deck-large': 'test/safety/growth.test.ts',
  'browser-ended': 'test/export/browser.test.ts',
  'browser-missing': 'test/export/errors.test.ts',
  'code-slow': 'below',
  'dialect-settings': 'test/dialects/',
  'dialect-unmapped': 'test/dialects/',
  'emoji-font': 'test/export/emoji.test.ts',
  'file-encoding': 'test/load/refused-files.test.ts',
  'file-large': 'test/load/refused-files.test.ts',
  'file-outside': 'test/load/refused-files.test.ts',
  'file-unreadable': 'test/load/read.test.ts',
  'image-large': 'below',
  'image-unreduced': 'below',
  internal: 'test/cli/errors.test.ts',
  'output-kind': 'test/safety/outputs.test.ts',
  'output-unwritable': 'test/cli/errors.test.ts',
  'page-unready': 'test/export/browser.test.ts',
  'remote-changed': 'test/remote/fetch.test.ts',
  'remote-failed': 'test/remote/failures.test.ts',
  'remote-lock': 'test/remote/lock.test.ts',
  'remote-unrecorded': 'test/remote/fetch-state.test.ts',
  'import-changed': 'test/import/content.test.ts',
  'import-lost': 'test/import/content.test.ts',
  'pptx-content': 'test/export/pptx/losses.test.ts',
  'pptx-font': 'test/export/pptx/losses.test.ts',
  'pptx-image': 'test/export/pptx/losses.test.ts',
  'pptx-layout': 'test/export/pptx/template/templates.test.ts',
  'template-content': 'test/export/pptx/template/refused.test.ts',
  'template-layout': 'test/export/pptx/template/refused.test.ts',
  'script-untrusted': 'test/safety/strangers-deck.test.ts',
  'share-hidden': 'test/share/share.test.ts',
  'share-metadata': 'test/share/share.test.ts',
  'slides-range': 'test/export/errors.test.ts',
  'time-limit': 'below',
  ...Object.fromEntries(Object.keys(checkRules).map((rule) => [rule, 'test/check/'])),
  'check-comment': 'test/check/',
  'check-partial': 'test/check/',
};

for (const name of names) {
  test(name, async () => {
    const project = temporaryFolder();
    cpSync(path.join(folder, name), project, { recursive: true });
    const dialect = name.startsWith('dialect-') ? 'found' : 'lectern';
    const messages = await buildFixture(project, dialect);
    expectFile(path.join(folder, name, 'expected.txt'), `${messages.join('\n\n')}\n`);
  });
}

test('each code has a deck that has it', () => {
  const shown = names
    .map((name) => readFileSync(path.join(folder, name, 'expected.txt'), 'utf8'))
    .join('');
  const missing = Object.keys(codes).filter(
    (code) => !shown.includes(`[${code}]`) && !(code in elsewhere),
  );
  expect(missing).toEqual([]);
});

test('a large image', async () => {
  const photo = Buffer.concat([png(60, 40), Buffer.alloc(4 * 1024 * 1024)]);
  const deck = '![Photo](photo.png)\n\n---\n\n![Photo](photo.png)\n';
  expect(await messagesOf({ 'deck.md': deck, 'photo.png': photo })).toMatchInlineSnapshot(`
    "deck.md:1:10: warning: "photo.png" has 4.0 MB and 60 × 40 pixels [image-large]
      1 │ ![Photo](photo.png)
        │          ^^^^^^^^^
      to reduce it in the page, write images: {max: 2560, quality: 80} in the front matter; or make it smaller yourself"
  `);
});

test('images that cannot be reduced, and one that stays large', async () => {
  const deck = '---\nimages: {max: 320}\n---\n\n![Photo](photo.jpg) ![Large](large.gif)\n';
  const gif = Buffer.concat([encodeGif([0]), Buffer.alloc(4 * 1024 * 1024)]);
  gif.writeUInt16LE(300, 6);
  gif.writeUInt16LE(200, 8);
  const photo = unreadableJpeg(900, 600);
  expect(
    await messagesOf({ 'deck.md': deck, 'photo.jpg': photo, 'large.gif': gif }),
  ).toMatchInlineSnapshot(`
    "deck.md:5:10: warning: "photo.jpg" is not reduced: it is damaged, or takes too much memory [image-unreduced]
      5 │ ![Photo](photo.jpg) ![Large](large.gif)
        │          ^^^^^^^^^
      save it again with another program, as JPEG, PNG or WebP in RGB

    deck.md:5:30: warning: "large.gif" has 4.0 MB and 300 × 200 pixels [image-large]
      5 │ ![Photo](photo.jpg) ![Large](large.gif)
        │                              ^^^^^^^^^
      make it smaller: the sharpest projector shows 3840 × 2160 pixels; or save it as WebP or JPEG"
  `);
  const keys =
    '---\nimages: {max: 10, qualty: 5}\n---\n\n# Title\n\n---\nimages: true\n---\n\nText\n';
  expect(await messagesOf({ 'deck.md': keys })).toMatchInlineSnapshot(`
    "deck.md:2:15: error: "max" needs a number of pixels from 320 to 16384 [value-invalid]
      2 │ images: {max: 10, qualty: 5}
        │               ^^

    deck.md:2:19: error: unknown key "qualty" [key-unknown]
      2 │ images: {max: 10, qualty: 5}
        │                   ^^^^^^
      did you mean "quality"?

    deck.md:8:1: error: unknown key "images" [key-unknown]
      8 │ images: true
        │ ^^^^^^
      this belongs into the front matter at the top of the deck"
  `);
});

test('what a deck holds does not steer the terminal', async () => {
  const text = '---\ntransition: "\x1b[31mfade\x1b]0;title\x07"\n---\n\n# Title\n';
  expect(await messagesOf({ 'deck.md': text })).toMatchInlineSnapshot(`
    "deck.md:2:13: error: unknown transition "�[31mfade�]0;title�" [value-invalid]
      2 │ transition: "�[31mfade�]0;title�"
        │             ^^^^^^^^^^^^^^^^^^^^^
      one of: none, fade, slide, convex, concave, zoom"
  `);
});

describe('YAML that would explode:', () => {
  test('but not the text below a key, such as CSS with a font in it', async () => {
    const css = `.slide { --font: "${'x'.repeat(65 * 1024)}" }`;
    const text = `---\ntitle: Talk\ncss: |\n  ${css}\n\n  h1 { color: red }\nlang: de\n---\n\n# Title\n`;
    expect(await messagesOf({ 'deck.md': text })).toBe('');
  });

  test('more than 64 kB', async () => {
    const text = `---\ntitle: ${'x'.repeat(65 * 1024)}\n---\n\n# Title\n`;
    expect(await messagesOf({ 'deck.md': text })).toMatchInlineSnapshot(`
      "deck.md:2:1: error: more than 64 kB of YAML [yaml-limit]
        2 │ title: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
          │ ^"
    `);
  });

  test('a thousand million laughs', async () => {
    const names = [...'abcdefghi'];
    const lines = names.map((name, i) => {
      const before = i === 0 ? '"lol"' : `*${names[i - 1]}`;
      return `${name}: &${name} [${Array(9).fill(before).join(', ')}]`;
    });
    const text = `---\n${lines.join('\n')}\n---\n\n# Title\n`;
    expect(await messagesOf({ 'deck.md': text })).toMatchInlineSnapshot(`
      "deck.md:5:16: error: more than 20 YAML aliases [yaml-limit]
        5 │ d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
          │                ^"
    `);
  });

  test('a few laughs are only unknown keys', async () => {
    const text = '---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b, *b]\n---\n\n# Title\n';
    expect(await messagesOf({ 'deck.md': text })).toMatch(/unknown key "c"/);
  });

  test('brackets without end', async () => {
    const text = `---\na: ${'['.repeat(20_000)}\n---\n\n# Title\n`;
    expect(await messagesOf({ 'deck.md': text })).toMatchInlineSnapshot(`
      "deck.md:2:23: error: YAML nested deeper than 20 levels [yaml-limit]
        2 │ a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
          │                       ^"
    `);
  });
});

describe('text that is deep or slow to read:', () => {
  test('a list 3,000 deep', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `${' '.repeat(2 * i)}- x`);
    expect(await messagesOf({ 'deck.md': lines.join('\n') })).toMatchInlineSnapshot(`
      "deck.md:101:201: error: lists or quotes nested deeper than 100 levels [nesting-limit]
        101 │ …                                       - x
            │                                         ^"
    `);
  });

  test('3,000 quotes', async () => {
    const text = `# Title\n\n${'>'.repeat(3000)} x`;
    expect(await messagesOf({ 'deck.md': text })).toMatchInlineSnapshot(`
      "deck.md:3:1: error: lists or quotes nested deeper than 100 levels [nesting-limit]
        3 │ >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>
          │ ^"
    `);
  });

  test('20,000 stars', async () => {
    const text = `# Title\n\nText ${'*'.repeat(20_000)}x\n`;
    expect(await messagesOf({ 'deck.md': text })).toMatchInlineSnapshot(`
      "deck.md:3:1: warning: this slide is far too full: much of it is cut, even at the smallest readable size [slide-crowded]
        3 │ Text ***********************************************************************************************
          │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        shorten it, divide it, or write fit: split in its settings; "lectern check" shows where it is cut"
    `);
  });

  test('an address that may come at the end of 120,000 letters', async () => {
    const text = `# Title\n\n${'a.'.repeat(60_000)}@\n`;
    expect(await messagesOf({ 'deck.md': text })).toMatchInlineSnapshot(`
      "deck.md:3:1: error: this block takes too long to read [time-limit]
        3 │ a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.
          │ ^
        simplify or split it"
    `);
  });

  test('front matter that is not closed', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `and one more line, number ${i}`);
    const text = `# Title\n\n---\nReminder: this is text\n${lines.join('\n')}\n\n{{x}}\n`;
    expect(await messagesOf({ 'deck.md': text })).toMatch(/^deck\.md:36:1: .* \[var-unknown\]/);
  });

  test('code with a word of 200,000 letters', async () => {
    const text = `# Title\n\n\`\`\`ts\n${'a'.repeat(200_000)}\n\`\`\`\n`;
    expect(await messagesOf({ 'deck.md': text })).toMatchInlineSnapshot(`
      "deck.md:3:1: warning: highlighting this block takes too long; it is shown as plain text [code-slow]
        3 │ \`\`\`ts
          │ ^^^^^
        break its long lines, or write "text" as its language"
    `);
  });
});
