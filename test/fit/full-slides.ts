/** Slides with more content than room, by their titles. */

const sentence =
  'We moved the whole catalogue to the new service in the spring, and nobody outside the team noticed.';

const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('\n');

const bullets = (count: number): string => times(count, () => `- ${sentence}`);

const chart = '```chart bar\nQuarter,Revenue\nQ1,12\nQ2,15\nQ3,9\n```';

const row = (cells: number, write: (index: number) => string): string =>
  `|${Array.from({ length: cells }, (_, index) => ` ${write(index)} `).join('|')}|`;

export const fullSlides: Readonly<Record<string, string>> = {
  'Twelve long bullets': bullets(12),
  'Seven bullets and a footnote': `${bullets(7)}\n\nLast[^a].\n\n[^a]: ${sentence}`,
  'A table of twenty rows': [
    '| Year | Region | Revenue |\n|---|---|---:|',
    times(20, (index) => `| ${2000 + index} | Region ${index} | ${index * 137.5} |`),
  ].join('\n'),
  'A table of fourteen columns': [
    row(14, (index) => `Col ${index}`),
    row(14, () => '---'),
    times(6, (index) => row(14, (column) => String(index * column * 1234))),
  ].join('\n'),
  'Twenty-four lines of code': `\`\`\`ts\n${times(24, (index) => `const step${index} = (value: number): number => value * ${index};`)}\n\`\`\``,
  'Paragraphs and charts': [sentence, chart, sentence, chart, sentence].join('\n\n'),
  'A very long title that goes on over three lines because its author could not decide what to leave out of it, and why should anybody': `::: columns\n\n::: column\n\n${bullets(3)}\n\n:::\n\n::: column\n\n${bullets(3)}\n\n:::\n\n:::`,
  'Six images': times(6, () => '![A photo](photo.jpg)\n'),
  'Images in HTML': `<img src="photo.jpg" width="640">\n\n${sentence}\n\n<img src="photo.jpg">`,
  'A division with images': `<div align="center"><img src="photo.jpg" width="400"><img src="photo.jpg" width="400"></div>\n\n${sentence}\n\n![A photo](photo.jpg)`,
  'A wide formula': `$$ ${Array.from({ length: 14 }, (_, index) => `\\frac{x_{${index}}^2}{y_{${index}}}`).join(' + ')} = 0 $$\n\n${sentence}`,
  'Long words': times(
    8,
    () => '- Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  ),
  Callouts: ['NOTE', 'TIP', 'WARNING']
    .map((kind) => `> [!${kind}]\n> ${sentence} ${sentence}`)
    .join('\n\n'),
  'A list, code and a table': `${bullets(3)}\n\n\`\`\`ts\n${times(6, (index) => `let value${index};`)}\n\`\`\`\n\n| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |`,
  'Nested lists': times(3, () => `- ${sentence}\n  - ${sentence}\n    - ${sentence}`),
};

/** A quote of 90 words, which has no title. */
export const longQuote = `<!-- layout: quote -->\n\n> ${`${sentence} `.repeat(5)}\n\n— Somebody`;

/** A deck of these slides. @param frontMatter its lines */
export function fullDeck(frontMatter: string): string {
  const slides = Object.entries(fullSlides).map(([title, text]) => `## ${title}\n\n${text}`);
  return `---\n${frontMatter}\nfooter: A conference\nnumbers: true\n---\n\n# Full slides\n\n---\n\n${[...slides, longQuote].join('\n\n---\n\n')}\n`;
}
