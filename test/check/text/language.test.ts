import { expect, test } from 'vitest';
import { findingsOf } from '../source.ts';

test('passages in another script, wherever they are', async () => {
  const found = await findingsOf(
    'language',
    `# Title

Socrates said γνῶθι σεαυτόν to *everybody*.

- He said: доброе утро, and left
- [γνῶθι σεαυτόν]{lang=grc} is fine

| a | b |
|---|---|
| x | שלום לכולם ותודה רבה |
| y | 今日はいい天気ですね |

> 我们的果园有很多苹果树

<p>مرحبا بكم في البستان</p>

::: {lang=ru}
Доброе утро
:::

A note.[^1] 안녕하세요 여러분 and *Καλημέρα* **σας και καληνύχτα**.

[^1]: สวัสดีครับทุกคนในสวน

---
lang: ja
---

## 果園

今日はいい天気ですね。We are going to see the trees of the orchard today. Lectern 2.0

---

## Names

Лев Толстой, Пётр Ильич Чайковский, 安倍晋三, Σωκράτης, α and β, Ω, نجيب محفوظ, \`доброе утро\`, 東京, スターウォーズ, $α$

\`\`\`text
доброе утро
\`\`\`
`,
  );
  expect(found.map((line) => line.split(',')[0])).toEqual([
    '3:15 this text is in Greek script',
    '5:12 this text is in Cyrillic script',
    '10:7 this text is in Hebrew script',
    '11:7 this text is in Japanese script',
    '13:3 this text is in Chinese script',
    '15:4 this text is in Arabic script',
    '21:13 this text is in Korean script',
    '21:28 this text is in Greek script',
    '23:7 this text is in Thai script',
    '31:12 this text is in Latin script',
  ]);
});

test('a footnote is in the language of the slide that refers to it', async () => {
  const note = '[^1]: 円の面積の公式をここに書きました。';
  const deck = (end: string): string =>
    `# Title\n\n---\nlang: ja\n---\n\n## 面積\n\n円の面積です。[^1]\n\n${end}\n`;
  expect(await findingsOf('language', deck(note))).toEqual([]);
  expect(await findingsOf('language', deck(`---\n\n## End\n\n${note}`))).toEqual([]);
  expect(await findingsOf('language', `# Title\n\nA note.[^1]\n\n${note}\n`)).toHaveLength(1);
});

test('a deck whose text is in another language than it says', async () => {
  const decks: Readonly<Record<string, string>> = {
    de: 'Die Ernte war in diesem Jahr besser als im letzten, und das lag vor allem am Wetter. Wir haben auch mehr Bäume als früher, aber nicht mehr Leute.',
    fr: 'La récolte de cette année est meilleure que celle de l’an dernier, et c’est surtout le temps qui a aidé. Nous avons plus d’arbres, mais pas plus de gens dans les vergers.',
    es: 'La cosecha de este año es mejor que la del pasado, y fue sobre todo por el tiempo. También hay más árboles que antes, pero no más gente en los huertos.',
    el: 'Η συγκομιδή φέτος ήταν καλύτερη από πέρυσι, και αυτό οφείλεται κυρίως στον καιρό.',
    ja: '今年の収穫は去年よりも良く、それは主に天気のおかげでした。木も増えましたが、人は増えていません。果樹園はとても静かです。',
    zh: '今年的收成比去年好，主要是因为天气。我们的树也比以前多了，但是人没有增加。果园里非常安静，大家都很高兴。',
  };
  for (const [language, text] of Object.entries(decks)) {
    const found = await findingsOf('language', `---\ntitle: X\n---\n\n# Title\n\n${text}\n`);
    expect(found).toEqual([
      `1:1 the language of the deck is "en", but most of its text is in "${language}"`,
    ]);
    const own = `---\nlang: ${language}\n---\n\n# Title\n\n${text}\n`;
    expect(await findingsOf('language', own)).toEqual([]);
  }
  const wrong = `---\ntitle: X\nlang: en\n---\n\n# Titel\n\n${decks.de}\n`;
  expect((await findingsOf('language', wrong))[0]).toMatch(/^3:1 /);
  const english = `# Title\n\nThe harvest of this year was better than that of the last one, and it was for the most part the weather. Die Bäume und der Garten.\n`;
  expect(await findingsOf('language', english)).toEqual([]);
});
