import { lexer } from 'marked';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './client.ts';

const slide = (number: number): string =>
  `## Slide ${number} {#s${number}}\n\n- one *two*\n- [three](#s1)\n\n\`\`\`js\nlet a = 1\n\`\`\`\n`;
const talk = `---\ntitle: Large\ntheme: ink\n---\n\n${Array.from({ length: 1000 }, (_, i) => slide(i + 1)).join('\n---\n\n')}`;

/** Others may use the processor. */
const fastest = (times: readonly number[]): number => Math.min(...times);

/** @returns milliseconds in which a parser of Markdown reads the talk on this machine, at this moment */
function readingTime(): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    lexer(talk);
    return performance.now() - start;
  });
  return fastest(times);
}

let editor: Editor;

beforeAll(async () => {
  const others = Array.from(
    { length: 1000 },
    (_, i) => [`notes/${i}.md`, `# Note ${i}\n`] as const,
  );
  const decks = { 'slides/large.md': talk, 'slides/other.md': '# Other plums\n' };
  editor = await Editor.start({ ...Object.fromEntries(others), ...decks });
  await editor.open('slides/large.md');
});
afterAll(async () => {
  await editor.close();
});

test.for([
  ['theme: |ink', 'paper'],
  ['the|me: ink', 'transition'],
  ['[three](#|s1', 's1000'],
] as const)(
  '1,000 slides in a folder of 1,000 files: %s is completed at once',
  async ([place, name]) => {
    await editor.complete('slides/large.md', place);
    const times: number[] = [];
    for (let i = 0; i < 7; i++) {
      await editor.write('slides/large.md', talk.replace('](#s1)', `](#s1${i})`));
      const start = performance.now();
      const names = await editor.complete('slides/large.md', place);
      times.push(performance.now() - start);
      expect(names).toContain(name);
    }
    expect(fastest(times)).toBeLessThan(8 * readingTime());
  },
);

test.for(['documentSymbol', 'foldingRange', 'hover', 'definition'])(
  'it answers %s at once after an edit, while it is built',
  async (method) => {
    const times: number[] = [];
    for (let i = 0; i < 7; i++) {
      await editor.write('slides/large.md', talk.replace('## Slide 500', `## Slide ${i}500`));
      const start = performance.now();
      const place = method === 'hover' ? 'the|me: ink' : '[three](#s|1)';
      const answer = await editor.ask<object | null>(method, 'slides/large.md', place);
      expect(Object.keys(answer ?? {})).not.toEqual([]);
      times.push(performance.now() - start);
    }
    expect(fastest(times)).toBeLessThan(40 * readingTime());
  },
);

test('its symbols are found among those of the other files', async () => {
  const found = await editor.connection.sendRequest<{ name: string }[]>('workspace/symbol', {
    query: 'plums',
  });
  expect(found.map(({ name }) => name)).toEqual(['Other plums']);
});
