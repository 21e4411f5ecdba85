import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { decodeHTML } from 'entities';
import { describe, expect, test } from 'vitest';
import { stripMetadata } from '../../src/5-bundle/metadata/strip.ts';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';
import { files } from './hiding-places.ts';

const photo = files['secret-file-name.jpg'] as Uint8Array;

/** Words in all places that readers do not see: `secret-…`; and that they do see: `shown-…`. */
const deck = `---
title: shown-title
author: shown-author
description: shown-description
vars:
  unused: secret-variable
  used: shown-variable
macros:
  '\\unused': '\\text{secret-macro}'
styles: own.css
# secret-yaml-comment
---

# shown-heading

{{used}}

<!-- secret-comment -->
<!-- .slide: data-notes="secret-slide-comment" -->

[secret-unused-definition]: https://example.org/secret-definition "secret-definition-title"

Note:
secret-note

---
notes: secret-yaml-notes
# secret-slide-yaml-comment
---

## Notes

::: notes
secret-notes-block
:::

<aside class="notes">secret-aside</aside>
<aside CLASS='x  notes' lang=en>secret-aside-quotes</aside>
<aside class=notes>secret-aside-bare <!-- secret-comment-in-aside --></aside>
<aside class="&#110;otes">secret-aside-reference</aside>

::: fragment
shown-step

<aside class="notes">

**secret-aside-markdown** ![secret-alt-in-notes](secret-file-name.jpg)

## secret-heading-in-notes

</aside>
:::

<div><div>shown-nested <div class="notes"><p>secret-div</p></div></div></div>

<p data-notes="secret-data-notes" class="fragment">shown-fragment</p>

shown-paragraph {data-notes="secret-data-list"}

secret-class {.notes}

shown-words **bold**{data-notes="secret-bold"} [link](https://example.org){data-notes="secret-link-note"} :tada:{data-notes="secret-emoji"} [secret-span]{.notes} and text

- shown-item <aside class="notes">secret-in-item</aside>

| shown-cell <aside class="notes">secret-in-cell</aside> |
|---|
| 1 |

---

## Hidden

<p hidden>secret-hidden <img src="secret-file-name.jpg" alt="secret-hidden-alt" title="secret-hidden-title"></p>

<div style="color: red; display : none">

secret-display-none [secret-link](https://example.org/secret-address)

</div>

<span style='visibility:hidden' title="secret-tooltip">secret-visibility</span> shown-text
<div style="display:n\\6fne">secret-escaped-value</div>
<div style="dis\\70lay:none">secret-escaped-name</div>
<svg viewBox="0 0 1 1" width="9"><g display="NONE"><text>secret-display</text></g><text visibility="hid\\64 en">secret-visible</text><path d="M0 0"/></svg>
<input type="hidden" value="secret-input">
<dialog>secret-dialog</dialog>
<svg viewBox="0 0 1 1" width="10"><metadata>secret-inline-metadata</metadata><desc>secret-inline-desc</desc><path d="M0 0"/></svg>

---
hide: true
---

## secret-hidden-slide

secret-hidden-slide-text

---

## Comments

\`\`\`chart bar
data: secret-data-name.csv
x: fruit
y: kilos # secret-chart-comment
\`\`\`

\`\`\`mermaid
flowchart LR
  %% secret-diagram-comment
  shown-a --> shown-b
\`\`\`

$$
x + y % secret-formula-comment
$$

<p title="shown-tooltip">shown-html<!-- secret-html-comment --></p>

---

## Files

![shown-alt](secret-file-name.jpg)
![](photo.png)
![](loop.gif)
![](photo.webp)

---

## More files

![](drawing.svg)

<img alt="" src="data:image/jpeg;base64,${Buffer.from(photo).toString('base64')}">
<img alt="" src='data:image/svg+xml,${encodeURIComponent(String(files['drawing.svg']))}'>

---

![shown-film](film.mp4)

---

![shown-sound](bee.mp3)

---
src: part.md#1
---
`;

describe('a shared deck', () => {
  test('contains nothing that its readers do not see', async () => {
    const { html, errors } = await buildShared(deck);
    expect(errors.match(/\[[\w-]+\]$/gm)).toEqual([
      '[foreign-comment]',
      '[alt-text]',
      '[alt-text]',
    ]);
    const text = decoded(html);
    expect(words(text, 'secret')).toEqual([]);
    const wanted = words(deck, 'shown');
    expect(words(text, 'shown')).toEqual(expect.arrayContaining(wanted));
  });

  test('contains hidden elements that may be shown, and says so', async () => {
    const { html, errors } = await buildShared(
      '# Title\n\n<p id="a" hidden>kept-id</p>\n\n---\n\n## Next\n\n<p hidden>gone</p>\n',
    );
    expect(errors).toContain('deck.md:3:1: warning: this hidden element is in the shared file');
    expect(html).toContain('kept-id');
    expect(html).not.toContain('gone');
  });

  test('contains scripts without their comments, and what they may show', async () => {
    const { html, errors } = await buildShared(
      '---\nscripts: own.js\n---\n\n# Title\n\n<p hidden>kept-for-scripts</p>\n',
    );
    expect(errors).toContain('as a script may show it');
    expect(words(decoded(html), 'secret')).toEqual([]);
    expect(html).toContain('shown-script');
    expect(html).toContain('kept-for-scripts');
  });

  test('is not written if the metadata of a file cannot be removed', async () => {
    const text = Buffer.from('\0\0\0\x63tEXtcut off', 'latin1');
    const broken = { 'photo.png': Buffer.concat([png(2, 2).subarray(0, -12), text]) };
    const building = buildShared('# Title\n\n![a](photo.png)\n', broken);
    await expect(building).rejects.toThrow(/error: the metadata of "photo.png" could not be .*\n/);
  });
});

test('a deck that is not shared contains its notes and its source', async () => {
  const folder = temporaryFolder({ 'deck.md': deck, ...files });
  await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
  const found = words(decoded(readFileSync(path.join(folder, 'deck.html'), 'utf8')), 'secret');
  expect(found).toEqual(expect.arrayContaining(words(deck, 'secret')));
});

test.each([
  'image/avif',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/svg+xml',
  'video/mp4',
  'video/webm',
  'video/ogg',
  'audio/mpeg',
  'audio/wav',
  'audio/flac',
])('damaged files of the type %s are no error', (mime) => {
  const samples = Object.values(files).map((file) => Buffer.from(file));
  for (const sample of samples) {
    for (const end of [0, 1, 9, 13, 30, 64, sample.length >> 1]) {
      const head = sample.subarray(0, end);
      expect(() => stripMetadata(head, mime)).not.toThrow();
    }
  }
});

async function buildShared(
  text: string,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<{ readonly html: string; readonly errors: string }> {
  const folder = temporaryFolder({ 'deck.md': text, ...files, ...more });
  const { errors } = await lectern(['build', 'deck.md', '--share', '--out', 'deck.html'], folder);
  if (!existsSync(path.join(folder, 'deck.html'))) throw new Error(errors);
  return { html: readFileSync(path.join(folder, 'deck.html'), 'utf8'), errors };
}

function words(text: string, kind: string): string[] {
  return [...new Set(text.match(new RegExp(`${kind}-[a-z0-9-]+`, 'g')))].sort();
}

/** A text and all that is in it in another encoding: references, percent-encoding, base64, UTF-16, deflate. */
function decoded(text: string): string {
  const urls = text.replace(/%[0-9a-f]{2}/gi, (code) =>
    String.fromCharCode(Number(`0x${code.slice(1)}`)),
  );
  const parts = [text, decodeHTML(text), urls];
  for (const [run] of urls.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)) {
    const bytes = Buffer.from(run, 'base64');
    const inner = bytes.toString('latin1');
    parts.push(
      inner,
      bytes.toString('utf16le'),
      bytes.subarray(1).toString('utf16le'),
      ...inflated(bytes),
    );
    if (/base64,/.test(inner)) parts.push(decoded(inner));
  }
  return parts.join('\n');
}

function inflated(bytes: Buffer): readonly string[] {
  const texts: string[] = [];
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1)) {
    if (((bytes[at + 1] ?? 1) + 0x7800) % 31 !== 0) continue;
    try {
      texts.push(inflateSync(bytes.subarray(at)).toString('latin1'));
    } catch {
      // Not the start of a stream.
    }
  }
  return texts;
}
