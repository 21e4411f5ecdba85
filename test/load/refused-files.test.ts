import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { buildFixture, messagesOf } from '../support/fixtures.ts';

describe('a file in another encoding:', () => {
  test('UTF-16', async () => {
    const text = Buffer.from('\uFEFF# Title\n', 'utf16le');
    expect(await messagesOf({ 'deck.md': text })).toMatchInlineSnapshot(`
      "deck.md:1:1: error: the file is UTF-16, not UTF-8 [file-encoding]
        1 │ # Title
          │ ^
        save the file as UTF-8"
    `);
  });

  test('Latin-1', async () => {
    const text = Buffer.from('# Title\n\nA caf\xe9 in Paris\n', 'latin1');
    expect(await messagesOf({ 'deck.md': text })).toMatchInlineSnapshot(`
      "deck.md:3:6: error: a byte that is not UTF-8 [file-encoding]
        3 │ A café in Paris
          │      ^
        save the file as UTF-8"
    `);
  });

  test('a NUL, in a file that the deck names', async () => {
    const deck = '# Title\n\n---\nsrc: other.md\n---\n';
    const messages = await messagesOf({ 'deck.md': deck, 'other.md': '## One\n\na\0b' });
    expect(messages).toMatchInlineSnapshot(`
      "other.md:3:2: error: a NUL character: this is not a text file [file-encoding]
        3 │ a�b
          │  ^
        save the file as UTF-8"
    `);
  });

  test('CRLF and a byte-order mark are accepted, and move no caret', async () => {
    const text = '\uFEFF---\r\ntitle: x\r\nauhtor: y\r\n---\r\n\r\n# {{x}}\r\n';
    expect(await messagesOf({ 'deck.md': text })).toMatchInlineSnapshot(`
      "deck.md:3:1: error: unknown key "auhtor" [key-unknown]
        3 │ auhtor: y
          │ ^^^^^^
        did you mean "author"?

      deck.md:6:3: error: there is no variable "x" [var-unknown]
        6 │ # {{x}}
          │   ^^^^^
        define it under "vars:" in the front matter, or write it as \`code\`"
    `);
  });
});

describe('a file that is refused:', () => {
  test('outside of the project, by whatever way', async () => {
    const above = temporaryFolder({ 'project/deck.md': '', 'secret.md': '## Secret' });
    const project = path.join(above, 'project');
    symlinkSync(above, path.join(project, 'link'));
    writeFiles(project, {
      'deck.md': `![](../secret.md) ![](..%2fsecret.md) ![](link/secret.md)

\`\`\`md src=../secret.md
\`\`\`

---
src: ../secret.md
---
`,
    });
    const messages = (await buildFixture(project)).join('\n\n');
    expect(messages).toMatchInlineSnapshot(`
      "deck.md:1:5: error: "../secret.md" lies outside of the project's folder [file-outside]
        1 │ ![](../secret.md) ![](..%2fsecret.md) ![](link/secret.md)
          │     ^^^^^^^^^^^^
        move it under [root], or name a wider folder with --root

      deck.md:1:23: error: "..%2fsecret.md" lies outside of the project's folder [file-outside]
        1 │ ![](../secret.md) ![](..%2fsecret.md) ![](link/secret.md)
          │                       ^^^^^^^^^^^^^^
        move it under [root], or name a wider folder with --root

      deck.md:1:43: error: "link/secret.md" lies outside of the project's folder [file-outside]
        1 │ ![](../secret.md) ![](..%2fsecret.md) ![](link/secret.md)
          │                                           ^^^^^^^^^^^^^^
        move it under [root], or name a wider folder with --root

      deck.md:3:11: error: "../secret.md" lies outside of the project's folder [file-outside]
        3 │ \`\`\`md src=../secret.md
          │           ^^^^^^^^^^^^
        move it under [root], or name a wider folder with --root

      deck.md:7:6: error: "../secret.md" lies outside of the project's folder [file-outside]
        7 │ src: ../secret.md
          │      ^^^^^^^^^^^^
        move it under [root], or name a wider folder with --root"
    `);
  });

  test.each([
    ['the folder of a theme', 'themes/t', '../../elsewhere/t', 'theme: t'],
    ['the style sheet of a theme', 'themes/t/theme.css', '../../../elsewhere/diary.md', 'theme: t'],
    ['the folder of themes', 'themes', '../elsewhere', 'theme: t'],
    ['a theme with the name of one of Lectern', 'themes/ink', '../../elsewhere/t', 'theme: ink'],
    ['a theme by its path', 'a', '../elsewhere/t', 'theme: ./a/theme.css'],
    ['a theme that a style sheet imports', 'themes/t', '../../elsewhere/t', 'styles: own.css'],
  ])('outside of the project, by a link: %s', async (_, link, target, matter) => {
    const secret = 'nobody-may-read-this';
    const above = temporaryFolder({
      'elsewhere/t/theme.css': `/* ${secret} */ h1 { color: red }`,
      'elsewhere/diary.md': `# ${secret}`,
      'project/deck.md': `---\n${matter}\n---\n\n# A\n`,
      'project/own.css': '@import "t";',
    });
    const project = path.join(above, 'project');
    mkdirSync(path.dirname(path.join(project, link)), { recursive: true });
    symlinkSync(target, path.join(project, link));
    const messages = (await buildFixture(project)).join('\n');
    expect(messages).toContain("lies outside of the project's folder");
    expect(messages).toContain('[file-outside]');
    expect(messages).not.toContain(secret);
  });

  test('outside of the project, by its absolute path', async () => {
    const file = path.join(temporaryFolder({ 'secret.png': '' }), 'secret.png');
    const messages = await messagesOf({ 'deck.md': `![](${file})` });
    expect(messages).toContain(`error: "${file}" lies outside of the project's folder`);
  });

  test.skipIf(process.platform === 'win32')('a pipe', async () => {
    const deck = '# Title\n\n![](pipe)\n\n---\nsrc: pipe\n---\n';
    const project = temporaryFolder({ 'deck.md': deck });
    execFileSync('mkfifo', [path.join(project, 'pipe')]);
    expect((await buildFixture(project)).join('\n\n')).toMatchInlineSnapshot(`
      "deck.md:3:5: error: "pipe" is not an ordinary file [file-kind]
        3 │ ![](pipe)
          │     ^^^^

      deck.md:6:6: error: "pipe" is not an ordinary file [file-kind]
        6 │ src: pipe
          │      ^^^^"
    `);
  });

  test('a film where a text should be', async () => {
    const project = temporaryFolder({
      'deck.md': '# Title\n\n```text src=film.mp4\n```\n',
      'film.mp4': '',
    });
    truncateSync(path.join(project, 'film.mp4'), 33 * 1024 * 1024);
    expect((await buildFixture(project)).join('\n\n')).toMatchInlineSnapshot(`
      "deck.md:3:13: error: film.mp4 is larger than 32 MB [file-large]
        3 │ \`\`\`text src=film.mp4
          │             ^^^^^^^^
        is it a text file?"
    `);
  });
});
