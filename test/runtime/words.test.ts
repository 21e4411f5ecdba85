import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { showAudioLabels } from '../../src/6-export/browser/audio-labels.ts';
import { languagesOfMedia, mediaWordsIn } from '../../src/6-export/browser/media-words.ts';
import { pageGlobal, pageScript } from '../../src/6-export/page-script.ts';
import { wordsIn } from '../../src/base/words/words.ts';
import type { PrintedTag } from '../../src/model/printed-tag.ts';
import { elements, OpenedFile } from '../export/pptx/opened-file.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { press } from '../support/browser/stage.ts';
import { readText, temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { wav } from '../support/media.ts';

/** The texts of the author are digits and no words, so that all letters are Lectern's. */
const slides = `# 1

---

## 2

- [x] 10
- [ ] 11

\`\`\`js {1|2-3|all}
1;
2;
3;
\`\`\`

---

## 3

\`\`\`chart bar
x0,q1,q2
2016,14,3
2017,20,5
2018,10,9
\`\`\`

---

## 4

\`\`\`mermaid
flowchart LR
  1 -->|5| 2
\`\`\`

---

## 5

\`\`\`qr
555
\`\`\`

---

## 6

> [!TIP]
> 66[^1]

> [!WARNING]
> 67

[^1]: 6

---

## 7

\`\`\`chart scatter
source: 7

x1,x2,x3
1,2,3
2,4,4
3,7,5
\`\`\`

Note: 7

---

<audio src="8.wav" controls></audio>

---

9

Note: 9
`;

/** All texts in the tree whose language is not English. */
function textsIn(): readonly string[] {
  const names = [
    ...['aria-label', 'title', 'placeholder', 'aria-roledescription', 'aria-valuetext', 'alt'],
    ...['data-says', 'data-starts'],
  ];
  const found = [...document.body.querySelectorAll('*')].flatMap((element) => {
    const isSpoken = !element.closest('script, style, [lang="en"]');
    if (!isSpoken) return [];
    const own = [...element.childNodes].flatMap((node) =>
      node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : [],
    );
    // Keys have the names that are on them.
    if (element.matches('kbd, code *, code')) return [];
    return [...own, ...names.map((name) => element.getAttribute(name) ?? '')].filter(Boolean);
  });
  return [document.title, ...found];
}

/** Texts of English words that are others in a language, as patterns. */
function englishIn(lang: string): readonly RegExp[] {
  const [english, own] = [wordsIn('en'), wordsIn(lang)];
  const pairs = [
    ...(['charts', 'chart', 'diagrams', 'diagram', 'spoken', 'panels'] as const).flatMap((group) =>
      Object.entries(english[group]).map(([key, text]) => [
        text,
        (own[group] as unknown as Readonly<Record<string, string>>)[key],
      ]),
    ),
    ...(['done', 'toDo', 'qrCode', 'data', 'slide', 'tip', 'warning', 'speakerNotes'] as const).map(
      (key) => [english[key], own[key]],
    ),
  ];
  return pairs.flatMap(([text = '', other]) => {
    const words = text.replace(/\{[abc]\}/g, '').trim();
    if (other === text || words.length < 4 || /^[^a-z]*$/.test(words)) return [];
    return [new RegExp(`^${words.replace(/[^\w\s]/g, '\\$&')}$`, 'i')];
  });
}

/** What the words of a language must not have in them. */
function foreignIn(lang: string): readonly RegExp[] {
  const english = [...englishIn(lang), /\b(?:the|from|with|slide|chart|Flowchart)\b/i];
  // Where words have other letters, all Latin ones are foreign, but for what is called so everywhere.
  const latin = /(?<![\w-])(?!(?:ms?|CSV|Ctrl|Enter|Esc|HTML|PDF|QR|Markdown|Lectern)\b)[a-z]{2,}/i;
  return lang === 'de' ? english : [...english, latin];
}

/** Everything that a page says and shows on the way through it, its windows and its print. */
async function readPage(page: Page): Promise<ReadonlySet<string>> {
  const texts = new Set<string>();
  const add = (all: readonly string[]): void => {
    for (const text of all) texts.add(text.trim());
  };
  const look = async (): Promise<void> => add(await page.evaluate(textsIn));
  await look();
  for (const keys of [
    ['PageDown', 'PageDown', 'PageDown', 'PageDown'],
    ['PageDown', 'PageDown', 'd'],
    ['d', '?'],
    ['Escape', 'o'],
    ['Escape', '/', '1'],
    ['Escape', 'g', '1'],
    ['Escape', '2'],
    ['Escape', 'b'],
    ['b', 'w'],
    ['w', 'l'],
    ['l', 'p'],
    ['p', 'End', 'PageUp', 'v'],
    ['Shift+S'],
    ['Shift+S', 'r'],
    ['Escape'],
  ]) {
    await press(page, ...keys);
    await look();
  }
  // The speaker view as a window, which has more controls.
  const opened = page.waitForEvent('popup');
  await press(page, 's');
  const view = await opened;
  await view.waitForSelector('.speaker-elapsed');
  add(await view.evaluate(textsIn));
  await view.click('.speaker-times');
  add(await view.evaluate(textsIn));
  await view.close();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => {
    document.documentElement.dataset.print = 'steps notes drawings';
    dispatchEvent(new Event('beforeprint'));
  });
  await look();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  return texts;
}

/** What is in the tags of a PDF, and on paper instead of players. */
async function readTags(page: Page): Promise<readonly string[]> {
  const words = mediaWordsIn(await page.evaluate<readonly string[]>(languagesOfMedia));
  await page.evaluate(showAudioLabels(words));
  const tagging = await pageScript('export/tagging');
  const tags = await page.evaluate<readonly PrintedTag[]>(
    `${tagging};${pageGlobal}.prepareTags(${JSON.stringify(words)})`,
  );
  const labels = await page.locator('.audio-label').allTextContents();
  return [...labels, ...tags.flatMap((tag) => ('text' in tag ? [tag.text] : []))];
}

/** The texts and text alternatives of a presentation that do not say that they are English. */
function readPresentation(file: string): readonly string[] {
  const opened = new OpenedFile(readFileSync(file));
  const parts = opened.paths.filter((name) =>
    /^ppt\/(?:slides|notesSlides|charts)\/[^_].*xml$/.test(name),
  );
  return parts.flatMap((name) => {
    const root = opened.xml(name);
    const runs = elements(root, 'a:r').flatMap((run) => {
      const isEnglish = elements(run, 'a:rPr').some(({ attribs }) =>
        attribs.lang?.startsWith('en'),
      );
      return isEnglish ? [] : elements(run, 'a:t');
    });
    const texts = [...runs, ...elements(root, 'c:v')].map(({ children: [text] }) =>
      text && 'data' in text ? text.data : '',
    );
    return [...texts, ...elements(root, 'p:cNvPr').map(({ attribs }) => attribs.descr ?? '')];
  });
}

describe.each(['de', 'ja', 'ar'])('in a deck in %s', (lang) => {
  test('no word is English that does not say so', async ({ openDeck }) => {
    const folder = temporaryFolder({
      'deck.md': `---\nlang: ${lang}\ncheck: { alt-text: off }\n---\n\n${slides}`,
      '8.wav': wav(),
    });
    // Fonts are not what this is about.
    await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
    await lectern(['export', 'deck.md', '--to', 'pptx', '--out', 'deck.pptx'], folder);
    await lectern(['export', 'deck.md', '--to', 'notes', '--out', 'deck-notes.md'], folder);
    const { page } = await openDeck(path.join(folder, 'deck.html'));
    await whenReady(page);
    const texts = await readPage(page);
    const tags = await readTags(page);
    const presentation = readPresentation(path.join(folder, 'deck.pptx'));
    const notes = readText(folder, 'deck-notes.md');
    const foreign = foreignIn(lang);
    expect(
      [...texts, ...tags, ...presentation, notes].filter((text) =>
        foreign.some((pattern) => pattern.test(text)),
      ),
    ).toEqual([]);
    const { charts, panels, spoken, ...words } = wordsIn(lang);
    const all = [...texts].join('\n');
    for (const word of [
      ...[panels.overview, panels.findText, panels.readAsPage, panels.elapsed],
      ...[panels.noNotesHere, panels.oneByStep, panels.lastRuns, charts.bar, words.chart.value],
      ...[spoken.blackScreen, spoken.whiteScreen, spoken.laserPointer, spoken.pen],
    ])
      expect(all).toContain(word);
    expect(tags.join('\n')).toContain(words.inHtmlDeck.replace('{a}', panels.audio));
    expect(presentation.join('\n')).toContain(charts.bar);
    expect(presentation).toContain(panels.audio);
    expect(notes).toContain(`${words.slide} 9`);
    expect(spoken.slide).not.toBe(wordsIn('en').spoken.slide);
  });
});
