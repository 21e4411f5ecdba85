import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildMarkdown } from '../support/builds.ts';

/** The slides of a deck, as HTML. */
async function slidesOf(text: string, frontMatter = 'fit: split'): Promise<readonly string[]> {
  const html = readFileSync(await buildMarkdown(`---\n${frontMatter}\n---\n\n${text}`), 'utf8');
  return html.match(/<section class="slide[\s\S]*?<\/section>/g) ?? [];
}

const lines = (count: number, write: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index + 1)).join('\n');

const titlesOf = (slides: readonly string[]) =>
  slides.map((slide) => /data-title="([^"]*)"/.exec(slide)?.[1]);

const all = (slides: readonly string[], pattern: RegExp): readonly (readonly string[])[] =>
  slides.map((slide) => Array.from(slide.matchAll(pattern), ([, found = '']) => found));

test('a long list continues on slides with its title', async () => {
  const slides = await slidesOf(
    `## Points {#points}\n\n${lines(15, (number) => `${number}. Point`)}\n\nNote:\nTell all.\n\n---\n\n## Next\n`,
  );
  expect(titlesOf(slides)).toEqual(['Points 1 / 2', 'Points 2 / 2', 'Next']);
  const counts = slides.map((slide) => slide.match(/<li>/g)?.length);
  expect(counts).toEqual([8, 7, undefined]);
  expect(all(slides, /<ol start="(\d+)"/g)).toEqual([[], ['9'], []]);
  expect(all(slides, /aria-label="(\d of \d)/g).flat()).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  // Links lead to the first of them, and what is said is said once.
  expect(slides.filter((slide) => slide.includes('id="points"'))).toHaveLength(1);
  expect(slides.map((slide) => slide.includes('Tell all.'))).toEqual([true, false, false]);
});

test('a long table repeats its header', async () => {
  const rows = lines(20, (number) => `| Row ${number} | ${number} |`);
  const slides = await slidesOf(`## Table\n\n| Name | Value |\n|---|---:|\n${rows}\n`);
  expect(slides).toHaveLength(3);
  expect(all(slides, /<th[^>]*>(Name)<\/th>/g).flat()).toHaveLength(3);
  expect(all(slides, /<th scope="row">(Row \d+)<\/th>/g).flat()).toEqual(
    Array.from({ length: 20 }, (_, index) => `Row ${index + 1}`),
  );
});

test('long code keeps its numbers and highlighted lines', async () => {
  const code = lines(40, (number) => `let v${number};`);
  const slides = await slidesOf(`## Code\n\n\`\`\`js {1|30} {numbers}\n${code}\n\`\`\`\n`);
  expect(slides.length).toBeGreaterThan(1);
  const numbers = all(slides, /<span class="number"[^>]*>(\d+)/g).flat();
  expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => `${index + 1}`));
  expect(slides.at(0)).toContain('data-steps="1"');
  expect(slides.at(-1)).toMatch(/data-steps="\d+"/);
  // Each part is highlighted.
  for (const slide of slides) expect(slide).toContain('hljs-keyword');
});

test('what is above stays on the first slide, what is below comes on the last one', async () => {
  const items = lines(14, (number) => `- Item ${number}`);
  const slides = await slidesOf(`## List\n\nBefore it.\n\n${items}\n\nAfter it.\n`);
  expect(slides.map((slide) => slide.includes('Before it.'))).toEqual([true, false]);
  expect(slides.map((slide) => slide.includes('After it.'))).toEqual([false, true]);
});

test('what fits is not divided, nor what nobody has asked to', async () => {
  const long = lines(20, (number) => `- Item ${number}`);
  expect(await slidesOf(`## Short\n\n- One\n- Two\n`)).toHaveLength(1);
  expect(await slidesOf(`## Long\n\n${long}\n`, 'numbers: true')).toHaveLength(1);
  const one = await slidesOf(
    `## Long\n\n${long}\n\n---\nfit: split\n---\n\n## Long\n\n${long}\n`,
    'numbers: true',
  );
  expect(one).toHaveLength(4);
});

test('parts of a vertical slide stay in its stack', async () => {
  const items = lines(20, (number) => `- Item ${number}`);
  const html = readFileSync(
    await buildMarkdown(`---\nfit: split\n---\n\n## Top\n\nText\n\n--\n\n## Below\n\n${items}\n`),
    'utf8',
  );
  const [stack = ''] = /<section class="stack">[\s\S]*?<\/section>\s*<\/section>/.exec(html) ?? [];
  expect(stack.match(/data-title="[^"]*"/g)).toEqual([
    'data-title="Top"',
    'data-title="Below 1 / 3"',
    'data-title="Below 2 / 3"',
    'data-title="Below 3 / 3"',
  ]);
});
