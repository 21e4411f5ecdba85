import { chmodSync, chownSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findRoot } from '../../src/base/files/project-root.ts';
import { temporaryFolder } from '../support/files.ts';

test('a project of Quarto without a repository is the folder of a deck in it', () => {
  const folder = temporaryFolder({ '_quarto.yml': '', 'slides/one/deck.qmd': '## One\n' });
  const deck = path.join(folder, 'slides/one/deck.qmd');
  expect(findRoot(deck, path.dirname(deck))).toBe(folder);
});

test('a package or a repository counts more than a project of Quarto in it', () => {
  const folder = temporaryFolder({
    ...{ 'package.json': '{}', 'site/_quarto.yml': '', 'site/deck.qmd': '## One\n' },
  });
  expect(findRoot(path.join(folder, 'site/deck.qmd'), folder)).toBe(folder);
});

const isRoot = process.geteuid?.() === 0;

test.runIf(isRoot).each(['package.json', '.git', '_quarto.yml'])(
  '%s of another user makes no project of a folder of everybody',
  (name) => {
    const folder = temporaryFolder({ [name]: '', 'talk/deck.md': '# One\n' });
    const deck = path.join(folder, 'talk/deck.md');
    chownSync(path.join(folder, name), 12345, 12345);
    expect(findRoot(deck, path.dirname(deck))).toBe(folder);
    chmodSync(folder, 0o1777);
    expect(findRoot(deck, path.dirname(deck))).toBe(path.dirname(deck));
  },
);
