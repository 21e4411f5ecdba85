import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, readText, temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const marp = '---\nmarp: true\n---\n\n# Pears\n\n<!-- A note. -->\n';

const project = {
  'package.json': '{}',
  'slides/talk.md': [
    '---\ntheme: default\nmdc: true\nbackground: ../images/back.png\n---\n',
    '# A talk about ../images/pear.png\n\n![A pear](./img/pear.png)\n\n![Another](../images/my%20pear.png)\n',
    '---\nsrc: ./pages/more.md\n---\n',
    '---\n\n`../images/my pear.png`\n\n```md\n![](../images/back.png)\n```\n\n<<< @/../code/a.ts\n',
  ].join('\n'),
  'slides/pages/more.md':
    '# More\n\n![A pear](../../images/my%20pear.png)\n\n<v-click>step</v-click>\n',
  'slides/style.css': '.slide { background-image: url("../images/back.png") }\n',
  'slides/img/pear.png': pixel,
  'images/my pear.png': pixel,
  'images/back.png': pixel,
  'code/a.ts': 'export const a = 1;\n',
  'other/unused.png': pixel,
};

describe('a deck in another folder', () => {
  test('has the files that it uses, and the paths to them', async () => {
    const cwd = temporaryFolder(project);
    const args = ['convert', 'slides/talk.md', '--out', 'out'];
    const { exitCode, output } = await lectern(args, cwd);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^out\/talk\.md .* 3 slides {3}and 6 other files, .*\n$/);
    expect(filesIn(path.join(cwd, 'out'))).toEqual([
      'code/a.ts',
      'images/back.png',
      'images/my pear.png',
      'img/pear.png',
      'pages/more.md',
      'style.css',
      'talk.md',
    ]);
    const text = readText(cwd, 'out/talk.md');
    expect(text).toContain('background: images/back.png\n');
    expect(text).toContain('# A talk about ../images/pear.png\n');
    expect(text).toContain('![A pear](./img/pear.png)');
    expect(text).toContain('![Another](images/my%20pear.png)');
    expect(text).toContain('src: ./pages/more.md\n');
    expect(text).toContain('`../images/my pear.png`');
    expect(text).toContain('```md\n![](../images/back.png)\n```');
    expect(text).toContain('src=code/a.ts');
    expect(readText(cwd, 'out/pages/more.md')).toContain('![A pear](../images/my%20pear.png)');
    expect(readText(cwd, 'out/style.css')).toContain('url("images/back.png")');
    const built = await lectern(['build', 'out/talk.md', '--root', 'out'], cwd);
    expect(built.errors).not.toContain('error');
    expect(built.exitCode).toBe(0);
  });

  test('in place, converts what it includes as well', async () => {
    const cwd = temporaryFolder(project);
    expect(await lectern(['convert', 'slides/talk.md'], cwd)).toMatchObject({ exitCode: 0 });
    expect(readText(cwd, 'slides/talk.lectern.md')).toContain('src: ./pages/more.lectern.md\n');
    expect(readText(cwd, 'slides/pages/more.lectern.md')).toContain(
      '<div class="fragment">step</div>',
    );
    expect(filesIn(cwd).length).toBe(Object.keys(project).length + 2);
  });

  test('cannot be one output if it includes others', async () => {
    const cwd = temporaryFolder(project);
    const result = await lectern(['convert', 'slides/talk.md', '--out', '-'], cwd);
    expect(result).toMatchObject({ exitCode: 1, output: '' });
    expect(result.errors).toContain('the deck includes files that are converted, too');
  });

  test('shares it with decks whose files have the same names', async () => {
    const deck = `${marp}\n![A pear](pear.png)\n`;
    const other = Buffer.concat([pixel, Buffer.from('x')]);
    const cwd = temporaryFolder({
      ...{ 'package.json': '{}', 'a/one.md': deck, 'a/pear.png': pixel },
      ...{ 'b/two.md': deck, 'b/pear.png': other },
    });
    await lectern(['convert', 'a/one.md', 'b/two.md', '--out', 'out'], cwd);
    expect(filesIn(path.join(cwd, 'out'))).toEqual(['one.md', 'pear-2.png', 'pear.png', 'two.md']);
    expect(readText(cwd, 'out/two.md')).toContain('![A pear](pear-2.png)');
    expect(readFileSync(path.join(cwd, 'out/pear-2.png')).equals(other)).toBe(true);
  });

  test('names a theme of the project by its path', async () => {
    const cwd = temporaryFolder({
      'package.json': '{}',
      'themes/house/theme.css': '@import "ink";\n',
      'slides/talk.md': '---\nmarp: true\ntheme: house\n---\n\n# Pears\n',
    });
    await lectern(['convert', 'slides/talk.md', '--out', 'out/talk.md'], cwd);
    const built = await lectern(['build', 'out/talk.md', '--root', 'out'], cwd);
    expect(built).toMatchObject({ exitCode: 0 });
  });
});
