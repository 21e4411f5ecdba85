import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedBrowser } from '../../support/export-flags.ts';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';
import { findUaProblems } from '../../support/pdf/pdf-ua.ts';
import { readPlainTexts } from '../../support/pdf/plain-text.ts';

const deck = `---
title: Words
fonts: [npm:@fontsource/noto-naskh-arabic, npm:@fontsource/sawarabi-gothic]
---

# Words

---

## English

A long paragraph of English text which certainly wraps at the end of a line, well-known-and-loved hyphenated-words included, so that one sees what happens **in bold text which wraps, too, over the line** and after it goes on.

Hard\\
break

| a cell of a table with long text that wraps | another cell with a long text that wraps | x |
|---|---|---|
| one two three four five six seven eight nine | ten eleven twelve thirteen fourteen | y |

---

## Deutsch

Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsänderungsgesetzesentwurf wird umbrochen, und dann kommen weitere Wörter. Ein Dampf&shy;schiff fährt, und am Ende der Zeile Donaudampf&shy;schifffahrtsgesellschafts&shy;kapitäne.

\`\`\`js
function b() {
  return a;
}
\`\`\`

---

## Marks

- One
- Two
  1. a
  2. b

---

## 日本語

吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。

---

## Arabic

<p lang="ar" dir="rtl">هذا نص عربي طويل جدا يجب أن ينتقل إلى السطر التالي لأن الكلمات كثيرة للغاية ولا تتسع في سطر واحد من الشريحة مهما كان</p>
`;

test('words are apart at the ends of lines, blocks and cells, and only there', async () => {
  const cwd = temporaryFolder({ 'talk.md': deck });
  const { errors } = await lectern(['export', 'talk.md', ...(await sharedBrowser())], cwd);
  expect(errors).toBe('');
  const pdf = path.join(cwd, 'dist/talk.pdf');
  const [english, german, marks, japanese, arabic] = [2, 3, 4, 5, 6].map((page) =>
    readPlainTexts(pdf, page),
  );
  expect(english?.join('')).toBe(
    'English A long paragraph of English text which certainly wraps at the end of a line, well-known-and-loved ' +
      'hyphenated-words included, so that one sees what happens in bold text which wraps, too, over the line and ' +
      'after it goes on. Hard break a cell of a table with long text that wraps another cell with a long text that ' +
      'wraps x one two three four five six seven eight nine ten eleven twelve thirteen fourteen y',
  );
  expect(german?.join('')).toBe(
    'Deutsch Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsänderungsgesetzesentwurf wird ' +
      'umbrochen, und dann kommen weitere Wörter. Ein Dampfschiff fährt, und am Ende der Zeile ' +
      'Donaudampf\u00adschifffahrtsgesellschaftskapitäne. function b() {   return a; } ',
  );
  expect(marks?.join('')).toMatch(/^Marks –\sOne –\sTwo 1\.\sa 2\.\sb$/);
  expect(japanese?.join('')).toBe(
    '日本語 吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャー' +
      'ニャー泣いていた事だけは記憶している。',
  );
  // Lines are written from the left: the first word of a line is its last one.
  const ends = arabic?.filter((text) => /\S\s$/.test(text));
  expect(ends).toHaveLength(2);
  expect(findUaProblems(pdf)).toEqual([]);
});
