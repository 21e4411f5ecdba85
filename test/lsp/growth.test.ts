import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './client.ts';

let editor: Editor;

beforeAll(async () => {
  const files = Object.fromEntries([...'abcdef'].map((name) => [`slides/${name}.md`, '# B\n']));
  editor = await Editor.start({ ...files, 'slides/talk.md': '# A\n' });
  await editor.open('slides/talk.md');
});
afterAll(async () => {
  await editor.close();
});

test.each([
  ['spaces in settings', `---\nsrc: a${' '.repeat(20_000)}"x\n---\n\n# A\n`],
  ['links without end', `# A\n\n${'](x'.repeat(4000)}${'#'.repeat(4000)}\n`],
  ['a row of bars', `# A\n\n|a|\n${'|-'.repeat(60_000)}x\n`],
  ['comments without end', '<!--\n'.repeat(40_000)],
])('a text that was made to be slow does not keep the editor waiting: %s', async (_, text) => {
  await editor.write('slides/talk.md', text);
  const textDocument = { uri: editor.uri('slides/talk.md') };
  // In time that grew with the square or the cube of the text, it would not be there before the test ends.
  const links = await editor.connection.sendRequest('textDocument/documentLink', { textDocument });
  expect(links).toEqual([]);
});

test('files are linked as they are written', async () => {
  const text =
    '---\nlogo: "a.md" \nstyles: b.md#x\n---\n\n<!-- src: c.md -->\n\n# A\n\n[x](d.md#y "z") ![](<e.md>) <img alt="" src="f.md">\n';
  await editor.write('slides/talk.md', text);
  const links = await editor.connection.sendRequest<{ target: string }[]>(
    'textDocument/documentLink',
    { textDocument: { uri: editor.uri('slides/talk.md') } },
  );
  const names = links.map(({ target }) => target.split('/').at(-1));
  expect(names).toEqual(['a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md']);
});
