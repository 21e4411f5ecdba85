import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cacheEntry } from '../../src/base/cache/cache.ts';
import { cacheProblem } from '../../src/base/cache/cache-folder.ts';
import { hash } from '../../src/base/hash.ts';
import { temporaryFolder } from '../support/files.ts';
import { runLectern } from '../support/lectern.ts';

const isRoot = process.geteuid?.() === 0;

let folder: string;

beforeEach(() => {
  folder = path.join(temporaryFolder(), 'cache');
  vi.stubEnv('LECTERN_CACHE', folder);
});

const entry = () => cacheEntry('kind', ['a']);
const fileOfEntry = () => path.join(folder, `kind-${hash('a')}`);

describe('a folder that others could change is not used', () => {
  test.each([0o777, 0o770, 0o755, 0o701])('mode %o', (mode) => {
    mkdirSync(folder);
    chmodSync(folder, mode);
    entry().write('text');
    expect(entry().read()).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
    expect(cacheProblem()).toBe(
      `other users have access to "${folder}"; allow only yourself: chmod 700`,
    );
  });

  test('a symbolic link', () => {
    const target = temporaryFolder();
    symlinkSync(target, folder);
    entry().write('text');
    expect(readdirSync(target)).toEqual([]);
    expect(cacheProblem()).toBe(`"${folder}" is a symbolic link`);
  });

  test.runIf(isRoot)('one of another user', () => {
    mkdirSync(folder, { mode: 0o700 });
    chownSync(folder, 12345, 12345);
    expect(cacheProblem()).toBe(`"${folder}" belongs to another user`);
  });

  test.each([0o777, 0o775])('one in a folder of mode %o', (mode) => {
    const parent = path.dirname(folder);
    chmodSync(parent, mode);
    if (mode === 0o775 && isRoot) chownSync(parent, 0, 12345);
    else if (mode === 0o775) return;
    expect(cacheProblem()).toBe(`other users can replace folders in "${parent}"`);
  });

  test.runIf(isRoot)('one below a link of another user', () => {
    const target = temporaryFolder();
    const link = path.join(path.dirname(folder), 'link');
    symlinkSync(target, link);
    execFileSync('chown', ['-h', '12345', link]);
    vi.stubEnv('LECTERN_CACHE', path.join(link, 'cache'));
    expect(cacheProblem()).toBe(`other users can replace folders in "${link}"`);
  });

  test('the command says so and works without it', async () => {
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    const outcome = await runLectern(['--version'], { env: process.env });
    expect(outcome).toMatchObject({ exitCode: 0, errors: expect.stringContaining('chmod 700') });
    expect(outcome.output).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a folder of this user', () => {
  test('is created for nobody else, and so are its files', () => {
    entry().write('text');
    expect(entry().read()).toBe('text');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) {
      expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
    }
    expect(cacheProblem()).toBeUndefined();
  });

  test('holds no entry that was signed elsewhere', () => {
    entry().write('text');
    const planted = Buffer.from('planted');
    writeFileSync(fileOfEntry(), `${hash(planted)}\n${planted}`);
    expect(entry().read()).toBeUndefined();
  });

  test('does not read an entry as another one', () => {
    cacheEntry('kind', ['b']).write('b');
    writeFileSync(fileOfEntry(), readFileSync(path.join(folder, `kind-${hash('b')}`)));
    expect(entry().read()).toBeUndefined();
  });

  test('follows no link from an entry, and replaces it', () => {
    entry().write('text');
    const target = path.join(temporaryFolder({ target: readFileSync(fileOfEntry()) }), 'target');
    rmSync(fileOfEntry());
    symlinkSync(target, fileOfEntry());
    expect(entry().read()).toBeUndefined();
    entry().write('new');
    expect(entry().read()).toBe('new');
    expect(lstatSync(fileOfEntry()).isFile()).toBe(true);
    expect(readFileSync(target, 'utf8')).toContain('text');
  });

  test.each(['entry', 'key', 'pruned'])('waits for no FIFO: %s', (name) => {
    mkdirSync(folder, { mode: 0o700 });
    const file = name === 'entry' ? fileOfEntry() : path.join(folder, name);
    execFileSync('mkfifo', [file]);
    expect(entry().read()).toBeUndefined();
    entry().write('text');
    expect(entry().read()).toBe('text');
    expect(existsSync(file) && lstatSync(file).isFile()).toBe(true);
  });

  test('empties no file that "pruned" links to', () => {
    const target = path.join(temporaryFolder({ target: 'precious' }), 'target');
    mkdirSync(folder, { mode: 0o700 });
    symlinkSync(target, path.join(folder, 'pruned'));
    entry().write('text');
    expect(readFileSync(target, 'utf8')).toBe('precious');
  });

  test('reads no entry of 3 GB', () => {
    entry().write('text');
    truncateSync(fileOfEntry(), 3 * 1024 ** 3);
    expect(entry().read()).toBeUndefined();
  });

  test('works with folders in place of entries', () => {
    mkdirSync(fileOfEntry(), { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    entry().write('text');
    cacheEntry('kind', ['b']).write('b');
    expect(entry().read()).toBeUndefined();
    expect(cacheEntry('kind', ['b']).read()).toBe('b');
  });
});
