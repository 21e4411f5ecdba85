import { lexer } from 'marked';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './client.ts';

const slide = (number: number): string =>
  `## Slide ${number} {#s${number}}\n\n- one *two*\n- [three](#s1)\n\n\`\`\`js\nlet a = 1\n\`\`\`\n`;
const talk = `---\ntitle: Large\ntheme: ink\n---\n\n${Array.from({ length: 1000 }, (_, i) => slide(i + 1)).join('\n---\n\n')}`;

/** What else a process does, such as compiling itself, adds to its time. */
const least = (times: readonly number[]): number => Math.min(...times);

/** @returns the processor time, in microseconds, in which a parser of Markdown reads the talk */
function readingTime(): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    lexer(talk);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  return least(times);
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
      const start = await editor.processorTime();
      await editor.write('slides/large.md', talk.replace('](#s1)', `](#s1${i})`));
      const names = await editor.complete('slides/large.md', place);
      times.push((await editor.processorTime()) - start);
      expect(names).toContain(name);
    }
    expect(least(times)).toBeLessThan(4 * readingTime());
  },
);

/** What the last build has found. */
const missing = (): string =>
  (editor.published.get(editor.uri('slides/large.md')) ?? []).map(({ message }) => message).join();

test.for(['documentSymbol', 'foldingRange', 'hover', 'definition'])(
  'it answers %s at once after an edit, while it is built',
  async (method) => {
    const times: number[] = [];
    for (let i = 0; i < 7; i++) {
      const start = await editor.processorTime();
      await editor.write(
        'slides/large.md',
        talk.replace('## Slide 500', `## ![](${method}${i}.png)`),
      );
      const place = method === 'hover' ? 'the|me: ink' : '[three](#s|1)';
      const answer = await editor.ask<object | null>(method, 'slides/large.md', place);
      expect(Object.keys(answer ?? {})).not.toEqual([]);
      expect(missing()).not.toContain(`${method}${i}.png`);
      times.push((await editor.processorTime()) - start);
    }
    expect(least(times)).toBeLessThan(10 * readingTime());
  },
);

test('the last of these edits is built', async () => {
  await editor.diagnostics('slides/large.md', () => missing().includes('definition6.png'));
});

test('its symbols are found among those of the other files', async () => {
  const found = await editor.connection.sendRequest<{ name: string }[]>('workspace/symbol', {
    query: 'plums',
  });
  expect(found.map(({ name }) => name)).toEqual(['Other plums']);
});
