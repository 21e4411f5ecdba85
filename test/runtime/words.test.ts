import path from 'node:path';
import { describe, expect } from 'vitest';
import { wordsIn } from '../../src/base/words/words.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { press } from '../support/browser/stage.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

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

x1,x2
1,2
2,4
3,7
\`\`\`

Note: 7
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

describe.each(['de', 'ja', 'ar'])('in a deck in %s', (lang) => {
  test('no word is English that does not say so', async ({ openDeck }) => {
    const folder = temporaryFolder({ 'deck.md': `---\nlang: ${lang}\n---\n\n${slides}` });
    // Fonts are not what this is about.
    await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
    const { page } = await openDeck(path.join(folder, 'deck.html'));
    await whenReady(page);
    const english = englishIn(lang);
    const texts = new Set<string>();
    const look = async (): Promise<void> => {
      for (const text of await page.evaluate(textsIn)) texts.add(text.trim());
    };
    await look();
    for (const keys of [
      ['ArrowRight', 'ArrowRight'],
      ['?'],
      ['Escape', 'o'],
      ['Escape', '/'],
      ['Escape', 'g'],
    ]) {
      await press(page, ...keys);
      await look();
    }
    await press(page, 'Escape', 'Shift+S');
    await look();
    await press(page, 'Shift+S', 'p');
    await look();
    await press(page, 'Escape', 'r');
    await look();
    // The speaker view as a window, which has more controls.
    const opened = page.waitForEvent('popup');
    await press(page, 'Escape', 's');
    const view = await opened;
    await view.waitForSelector('.speaker-elapsed');
    for (const text of await view.evaluate(textsIn)) texts.add(text.trim());
    await view.close();
    expect([...texts].filter((text) => english.some((pattern) => pattern.test(text)))).toEqual([]);
    expect(
      [...texts].filter((text) => /\b(?:the|from|with|slide|chart|Flowchart)\b/i.test(text)),
    ).toEqual([]);
    const { panels, spoken, charts } = wordsIn(lang);
    const all = [...texts].join('\n');
    for (const word of [
      panels.overview,
      panels.findText,
      panels.readAsPage,
      charts.bar,
      panels.elapsed,
      panels.noNotesHere,
    ])
      expect(all).toContain(word);
    expect(spoken.slide).not.toBe(wordsIn('en').spoken.slide);
  });
});
