import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

/** What `lectern build` prints to standard error. */
async function errorsOf(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<string> {
  const decks = Object.keys(files);
  return (await lectern(['build', ...decks, ...args], temporaryFolder(files))).errors;
}

describe('diagnostics that differ only in their place', () => {
  const links = Array.from({ length: 50 }, () => '[x](javascript:1)').join('\n');

  test('are printed once, with the first places', async () => {
    expect(await errorsOf({ 'talk.md': links })).toBe(
      [
        'talk.md:1:5: error: a link must not be a "javascript:" address [link-unsafe]',
        '  1 │ [x](javascript:1)',
        '    │     ^^^^^^^^^^^^',
        '  link to a web address, a file, or a slide: #its-title',
        '  the same at 2:5, 3:5, 4:5, 5:5 and 45 other places (--verbose lists all)',
        '',
        '50 errors: dist/talk.html was not written',
        '',
      ].join('\n'),
    );
  });

  test('are all listed with --verbose', async () => {
    const errors = await errorsOf({ 'talk.md': links }, ['--verbose']);
    expect(errors.match(/^talk\.md:\d+:5: error/gm)).toHaveLength(50);
  });

  test('are all in the JSON', async () => {
    const cwd = temporaryFolder({ 'talk.md': links });
    const { output } = await lectern(['build', 'talk.md', '--json'], cwd);
    expect(JSON.parse(output).diagnostics).toHaveLength(50);
  });

  test('are told apart by what they quote', async () => {
    const errors = await errorsOf({ 'talk.md': '---\nfoo: 1\nbar: 2\n---\n\n# A\n' });
    expect(errors).toContain('unknown key "foo"');
    expect(errors).toContain('unknown key "bar"');
  });
});

test('a diagnostic of a file that two decks include is printed and counted once', async () => {
  const cwd = temporaryFolder({
    'a.md': '# A\n\n---\nsrc: part.md\n---\n',
    'b.md': '# B\n\n---\nsrc: part.md\n---\n',
    'part.md': '[x](javascript:1)\n',
  });
  const { errors } = await lectern(['build', 'a.md', 'b.md'], cwd);
  expect(errors.match(/part\.md:1:5/g)).toHaveLength(1);
  expect(errors).toContain('1 error: dist/a.html, dist/b.html were not written');
});

test('the list of valid keys is printed once a run', async () => {
  const errors = await errorsOf({
    'a.md': '---\nfoo: 1\nbar: 2\n---\n\n# A\n',
    'b.md': '---\nbaz: 1\n---\n\n# B\n',
  });
  expect(errors.match(/one of: title, /g)).toHaveLength(1);
  expect(errors.match(/one of those listed above/g)).toHaveLength(2);
});

describe('long values are shortened', () => {
  const long = `${'a'.repeat(40)}${'b'.repeat(1_000_000)}${'c'.repeat(20)}`;

  test.each([
    ['in an address', `![x](data:foo/bar;base64,${long})\n`],
    ['in a key', `---\n${long}: 1\n---\n\n# A\n`],
    ['in a value', `---\ntheme: ${long}\n---\n\n# A\n`],
    ['in an attribute', `# A {${long}=1}\n`],
    ['in the name of a block', `::: ${long}\n\n:::\n`],
    ['in an icon', `:lucide-${long}:\n`],
    ['in the name of a variable', `{{ ${long} }}\n`],
    ['in a footnote', `[^${long}]\n`],
    ['in the language of a fence', `\`\`\`${long}\nx\n\`\`\`\n`],
    ['in a formula', `$\\${long}$\n`],
    ['in a chart', `\`\`\`chart bar\n${long}\n\`\`\`\n`],
    ['in a diagram', `\`\`\`mermaid\n${long}\n\`\`\`\n`],
    ['in a path', `![x](${long}.png)\n`],
  ])('%s', async (_, deck) => {
    const errors = await errorsOf({ 'talk.md': deck });
    const lines = errors.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(400);
    expect(lines.length).toBeLessThan(15);
  });

  test('to their beginning and end, as the end of a path names the file', async () => {
    const name = `${'folder/'.repeat(20)}photo.png`;
    expect(await errorsOf({ 'talk.md': `![x](${name})\n` })).toMatch(
      /"folder\/folder\/folder\/[^"]*…[^"]*folder\/photo\.png"/,
    );
  });
});
