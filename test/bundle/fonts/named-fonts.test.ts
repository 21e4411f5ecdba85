import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { libraryFolder } from '../../../src/base/files/libraries.ts';
import { temporaryFolder, writeFiles } from '../../support/files.ts';
import { buildFixture } from '../../support/fixtures.ts';
import { lectern } from '../../support/lectern.ts';

const body = '# One **two**\n\n---\n\n## Three\n\n- four `five`\n';

/** The faces in the page of a deck with this front matter, as `family weight style`. */
async function facesOf(
  frontMatter: string,
  { text = body, files = {} as Readonly<Record<string, string | Uint8Array>> } = {},
): Promise<{ readonly faces: readonly string[]; readonly html: string }> {
  const folder = temporaryFolder({ 'deck.md': `---\n${frontMatter}\n---\n\n${text}`, ...files });
  const { errors } = await lectern(['build', 'deck.md', '--strict', '--out', 'deck.html'], folder);
  expect(errors).toBe('');
  const html = readFileSync(path.join(folder, 'deck.html'), 'utf8');
  const rules = html.match(/@font-face\{[^}]*\}/g) ?? [];
  const faces = rules.map((rule) => {
    const value = (name: string) => new RegExp(`${name}:"?([^;"]*)`).exec(rule)?.[1];
    return `${value('font-family')} ${value('font-weight')} ${value('font-style')}`;
  });
  return { faces: [...new Set(faces)].sort(), html };
}

/** A token of fonts as the last rule of the page sets it. */
function stackIn(html: string, role: string): string {
  return [...html.matchAll(new RegExp(`--font-${role}:([^;}]*)`, 'g'))].at(-1)?.[1]?.trim() ?? '';
}

function fontFile(name: string, file: string): Buffer {
  return readFileSync(path.join(libraryFolder(name), 'files', file));
}

describe('a font of a package', () => {
  test('sets text and headings, in the weights that the theme has', async () => {
    const { faces, html } = await facesOf('fonts: npm:@fontsource/inter');
    expect(faces).toEqual([
      'Inter 400 normal',
      'Inter 500 normal',
      'Inter 600 normal',
      'JetBrains Mono 400 normal',
    ]);
    expect(stackIn(html, 'text')).toMatch(/^"Inter","Hanken Grotesk",.*sans-serif$/);
    expect(stackIn(html, 'heading')).toMatch(/^"Inter","Newsreader",.*serif$/);
  });

  test('sets the text alone, and leaves the theme its headings', async () => {
    const { faces, html } = await facesOf('fonts:\n  text: npm:@fontsource/inter');
    expect(faces).toEqual([
      'Inter 400 normal',
      'Inter 600 normal',
      'JetBrains Mono 400 normal',
      'Newsreader 500 normal',
    ]);
    expect(stackIn(html, 'heading')).toMatch(/^"Newsreader","Inter",/);
  });

  test('has the italics that the text needs', async () => {
    const { faces } = await facesOf('fonts: npm:@fontsource/inter', { text: '# A\n\n*b*' });
    expect(faces).toContain('Inter 400 italic');
  });

  test('with one weight stands for all of them', async () => {
    const { faces } = await facesOf('lang: ja\nfonts: npm:@fontsource/sawarabi-gothic', {
      text: '# 雲 **日**',
    });
    expect(faces).toEqual(['Sawarabi Gothic 400 normal']);
  });

  test('may be variable', async () => {
    const { faces } = await facesOf('fonts: npm:@fontsource-variable/newsreader');
    expect(faces).toContain('Newsreader 600 normal');
  });

  test('is taken from beside the deck first', async () => {
    const folder = 'node_modules/@fontsource/own';
    const files = {
      [`${folder}/package.json`]: '{"name":"@fontsource/own","version":"1.0.0"}',
      [`${folder}/metadata.json`]: JSON.stringify({
        id: 'own',
        family: 'My Own',
        subsets: ['latin'],
        weights: [300],
        styles: ['normal'],
      }),
      [`${folder}/unicode.json`]: '{"latin":"U+0-FF"}',
      [`${folder}/files/own-latin-300-normal.woff2`]: fontFile(
        '@fontsource/inter',
        'inter-latin-300-normal.woff2',
      ),
    };
    const { faces } = await facesOf('fonts: npm:@fontsource/own', { files });
    expect(faces).toEqual(['JetBrains Mono 400 normal', 'My Own 300 normal']);
  });
});

describe('a file of a font', () => {
  const inter = (weight: number) =>
    fontFile('@fontsource/inter', `inter-latin-${weight}-normal.woff2`);

  test('says itself what family, weight and style it is of', async () => {
    const files = { 'fonts/a.woff2': inter(400), 'fonts/b.woff2': inter(700) };
    const { faces, html } = await facesOf('fonts:\n  text: [fonts/a.woff2, fonts/b.woff2]', {
      files,
    });
    expect(faces).toEqual([
      'Inter 400 normal',
      'Inter 700 normal',
      'JetBrains Mono 400 normal',
      'Newsreader 500 normal',
    ]);
    expect(stackIn(html, 'text')).toMatch(/^"Inter","Hanken/);
  });

  test('gives each weight of a variable font, its other axes fixed', async () => {
    const name = 'newsreader-latin-standard-normal.woff2';
    const files = { 'v.woff2': fontFile('@fontsource-variable/newsreader', name) };
    const { faces } = await facesOf('fonts:\n  text: v.woff2', { files });
    expect(faces).toContain('Newsreader 16pt 400 normal');
    expect(faces).toContain('Newsreader 16pt 600 normal');
  });

  test('sets code', async () => {
    const { faces, html } = await facesOf('fonts:\n  mono: a.woff2', {
      files: { 'a.woff2': inter(400) },
    });
    expect(faces).toContain('Inter 400 normal');
    expect(faces).not.toContain('JetBrains Mono 400 normal');
    expect(stackIn(html, 'mono')).toMatch(/^"Inter","JetBrains Mono",.*monospace$/);
  });
});

test('what a named font lacks, the theme’s own shows', async () => {
  const files = { 'a.woff2': fontFile('@fontsource/inter', 'inter-latin-400-normal.woff2') };
  const { faces, html } = await facesOf('fonts: a.woff2', {
    files,
    text: '# A\n\n---\n\n## B\n\nErdős',
  });
  expect(faces).toEqual([
    'Hanken Grotesk 400 normal',
    'Hanken Grotesk 600 normal',
    'Inter 400 normal',
  ]);
  expect(html.match(/@font-face/g)).toHaveLength(3);
});

test('a style sheet of the deck’s names fonts by package and by path', async () => {
  const css = `
@font-face { font-family: A; src: url("npm:@fontsource/inter/files/inter-latin-400-normal.woff2") }
@font-face { font-family: B; src: url("fonts/b.woff2") }
:root { --font-text: A, sans-serif; --font-heading: B, serif }`;
  const b = fontFile('@fontsource/inter', 'inter-latin-700-normal.woff2');
  const { faces } = await facesOf('styles: own.css', {
    files: { 'own.css': css, 'fonts/b.woff2': b },
  });
  expect(faces).toEqual(expect.arrayContaining(['A undefined undefined', 'B undefined undefined']));
});

test('a font outside of the project is refused', async () => {
  const above = temporaryFolder();
  const project = path.join(above, 'project');
  writeFiles(project, { 'deck.md': '---\nfonts: ../own.woff2\n---\n\n# A\n' });
  const inter = path.join(libraryFolder('@fontsource/inter'), 'files/inter-latin-400-normal.woff2');
  copyFileSync(inter, path.join(above, 'own.woff2'));
  const messages = (await buildFixture(project)).join('\n');
  expect(messages).toContain('error: "../own.woff2" lies outside of the project\'s folder');
});

describe('a font of the system', () => {
  const stacks = async (fonts: string) => {
    const folder = temporaryFolder({ 'deck.md': `---\nfonts: ${fonts}\n---\n\n${body}` });
    const { errors, exitCode } = await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
    const html = readFileSync(path.join(folder, 'deck.html'), 'utf8');
    return { errors, exitCode, text: stackIn(html, 'text'), mono: stackIn(html, 'mono'), html };
  };

  test('comes before the fonts of the theme, which stay in the page', async () => {
    const { errors, exitCode, text, html } = await stacks('Calibri');
    expect(exitCode).toBe(0);
    expect(errors).toContain('deck.md:2:8: warning: "Calibri" is a font of the system');
    expect(text).toMatch(/^"Calibri","Hanken Grotesk",.*sans-serif$/);
    expect(html).toMatch(/@font-face\{[^}]*Hanken Grotesk/);
  });

  test('can be one of a list', async () => {
    const { text } = await stacks('["Helvetica Neue, Arial", npm:@fontsource/inter, sans-serif]');
    expect(text).toMatch(/^"Helvetica Neue","Arial","Inter",sans-serif,"Hanken Grotesk"/);
  });

  test('can be for code alone', async () => {
    const { text, mono } = await stacks('{mono: Cascadia Code}');
    expect(text).toMatch(/^"?Hanken Grotesk/);
    expect(mono).toMatch(/^"Cascadia Code","JetBrains Mono"/);
  });
});
