import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { packageRoot } from '../src/base/files/package-root.ts';
import { lectern } from './support/lectern.ts';
import { npm } from './support/npm.ts';

const version = packageVersion(packageRoot);

function packageVersion(folder: string): string {
  return (
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }
  ).version;
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
}

/** The files in a folder, by their paths from there on. */
function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files
    .map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    )
    .sort();
}

describe('npm create lectern, from the packed package in an empty folder', () => {
  let folder: string;

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'lectern-create-')));
    npm(['pack', '--pack-destination', folder], path.join(packageRoot, 'packages/create-lectern'));
    const tarball = `create-lectern-${version}.tgz`;
    npm(
      ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${tarball}`],
      folder,
    );
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function create(...args: readonly string[]) {
    const command = path.join(folder, 'node_modules/create-lectern/lib/create.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  test('is small and needs no other package', () => {
    const installed = path.join(folder, 'node_modules');
    expect(readdirSync(installed).filter((name) => !name.startsWith('.'))).toEqual([
      'create-lectern',
    ]);
    expect(create('--version').stdout).toBe(`${version}\n`);
    expect(create('--help').stdout).toContain('npm create lectern <folder>');
  });

  test('creates a project that builds, checks and has all that its scripts name', async () => {
    const { status, stdout, stderr } = create('my-talk');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('\nnext:\n\n  cd my-talk\n  npm install\n  npm run dev\n');
    const project = path.join(folder, 'my-talk');
    expect(filesIn(project)).toEqual([
      '.github/workflows/slides.yml',
      '.gitignore',
      '.vscode/extensions.json',
      'package.json',
      'slides/my-talk.md',
      'slides/my-talk/path.svg',
      'slides/my-talk/visitors.csv',
    ]);
    const manifest = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
      readonly name: string;
      readonly scripts: Readonly<Record<string, string>>;
      readonly devDependencies: object;
    };
    const { publisher, name: extension } = readJson(
      path.join(packageRoot, 'editors/vscode/package.json'),
    );
    expect(readJson(path.join(project, '.vscode/extensions.json'))).toEqual({
      recommendations: [`${publisher}.${extension}`],
    });
    expect(manifest).toMatchObject({ name: 'my-talk', devDependencies: { lectern: version } });
    const workflow = parseDocument(
      readFileSync(path.join(project, '.github/workflows/slides.yml'), 'utf8'),
    );
    expect([...workflow.errors, ...workflow.warnings]).toEqual([]);
    const run = String(workflow).match(/npx lectern [^\n]*/g) ?? [];
    const commands = [
      ...Object.values(manifest.scripts).filter((each) => each !== 'lectern dev'),
      ...run,
    ];
    for (const command of commands.filter((each) => !each.includes('export'))) {
      const args = command.replace(/^(?:npx )?lectern /, '').split(' ');
      const flags = args[0] === 'check' ? ['--no-browser'] : ['--strict'];
      expect([command, await lectern([...args, ...flags], project)]).toEqual([
        command,
        expect.objectContaining({ exitCode: 0 }),
      ]);
    }
    expect(existsSync(path.join(project, 'dist/my-talk.html'))).toBe(true);
  });

  test.each([
    ['Überblick 2026', ['--template', 'report'], 'uberblick-2026', 'überblick-2026'],
    ['talks/plan-b', [], 'plan-b', 'plan-b'],
    ['日本語', ['--template', 'lightning'], 'slides', '日本語'],
  ])('%s gets a valid name', (name, flags, expected, deck) => {
    expect(create(name, ...flags)).toMatchObject({ status: 0, stderr: '' });
    const project = path.join(folder, name);
    const { name: own } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
      name: string;
    };
    expect(own).toBe(expected);
    expect(existsSync(path.join(project, `slides/${deck}.md`))).toBe(true);
  });

  test('fills an empty folder, also one with a repository', () => {
    mkdirSync(path.join(folder, 'empty/.git'), { recursive: true });
    expect(create('empty').status).toBe(0);
  });

  test('leaves folders with files as they are', () => {
    mkdirSync(path.join(folder, 'taken'));
    writeFileSync(path.join(folder, 'taken/notes.txt'), 'mine');
    writeFileSync(path.join(folder, 'file'), 'mine');
    cpSync(path.join(folder, 'taken'), path.join(folder, 'taken-before'), { recursive: true });
    for (const name of ['taken', 'file', '.']) {
      const { status, stderr } = create(name);
      expect([name, status]).toEqual([name, 2]);
      expect(stderr).toContain('exists already, and is not empty\n  choose another name');
    }
    expect(filesIn(path.join(folder, 'taken'))).toEqual(['notes.txt']);
  });

  test.each([
    [[], 'expected one folder'],
    [['a', 'b'], 'expected one folder'],
    [['x', '--template', 'tlak'], 'unknown template "tlak"\n  did you mean "talk"?'],
    [['???'], 'contains no character that is allowed in a file name'],
  ])('%j is refused', (args, message) => {
    const { status, stderr } = create(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(existsSync(path.join(folder, 'x'))).toBe(false);
  });
});
