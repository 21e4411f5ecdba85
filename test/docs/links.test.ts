import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { lectern } from '../support/lectern.ts';
import { pages, proseOf } from './pages.ts';

interface Link {
  readonly target: string;
  /** The file that it leads to, from the package's root. */
  readonly file: string;
  readonly anchor: string;
}

describe('each link leads somewhere:', () => {
  test.each(pages.map((page) => [page.name, page] as const))('%s', (_, page) => {
    const links = linksIn(page.name, proseOf(page));
    const broken = links.filter(({ file, anchor }) => !leadsSomewhere(file, anchor));
    expect(broken.map(({ target }) => target)).toEqual([]);
  });
});

test('each page of the manual is in the list of its pages, and linked from the README', () => {
  const manual = pages.filter(({ name }) => name.startsWith('docs/') && name !== 'docs/README.md');
  const targetsIn = (name: string): readonly string[] => {
    const page = pages.find((candidate) => candidate.name === name);
    return page ? linksIn(name, proseOf(page)).map(({ file }) => file) : [];
  };
  for (const index of ['README.md', 'docs/README.md']) {
    const targets = targetsIn(index);
    expect(manual.map(({ name }) => name).filter((name) => !targets.includes(name))).toEqual([]);
  }
});

test('the README has a row for each command', async () => {
  const { output } = await lectern(['help'], packageRoot);
  const listed = /^Commands:\n((?: {2}.*\n)+)/m.exec(output)?.[1] ?? '';
  const commands = [...listed.matchAll(/^ {2}(\w+) /gm)].map(([, name = '']) => name);
  const readme = readFileSync(path.join(packageRoot, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| `lectern (\w+)/gm)].map(([, name]) => name);
  expect(rows).toEqual(commands.filter((name) => name !== 'help'));
});

test('each picture of the documentation is shown by a page', () => {
  const shown = pages.flatMap((page) => linksIn(page.name, proseOf(page))).map(({ file }) => file);
  const pictures = readdirSync(path.join(packageRoot, 'assets/pictures'));
  const files = pictures.map((name) => `assets/pictures/${name}`);
  expect(files.filter((file) => !shown.includes(file))).toEqual([]);
});

/** Links and pictures of a page, without those to other sites. */
function linksIn(page: string, prose: string): readonly Link[] {
  const text = prose.replace(/`[^`\n]*`(?!\])/g, '');
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [name = '', anchor = ''] = target.split('#');
      const file = name === '' ? page : path.posix.join(path.posix.dirname(page), name);
      return { target, file, anchor };
    });
}

function leadsSomewhere(file: string, anchor: string): boolean {
  const full = path.join(packageRoot, file);
  if (!existsSync(full)) return false;
  return anchor === '' || anchorsOf(readFileSync(full, 'utf8')).includes(anchor);
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(text: string): readonly string[] {
  const headings = proseOf({ name: '', text }).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
