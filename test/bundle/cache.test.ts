import { chmodSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cached, cacheEntry } from '../../src/base/cache/cache.ts';
import { hash } from '../../src/base/hash.ts';
import { temporaryFolder } from '../support/files.ts';

const day = 24 * 60 * 60 * 1000;
let folder: string;

beforeEach(() => {
  folder = path.join(temporaryFolder(), 'cache');
  vi.stubEnv('LECTERN_CACHE', folder);
});
afterEach(() => void vi.unstubAllEnvs());

function entries(): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('kind-'));
}

describe('cached', () => {
  test('makes a text once for the same inputs', async () => {
    const make = vi.fn(async () => 'text – ✓');
    const first = await cached('kind', ['a', 'b'], make);
    const second = await cached('kind', ['a', 'b'], make);
    expect([first, second]).toEqual(['text – ✓', 'text – ✓']);
    expect(make).toHaveBeenCalledTimes(1);
  });

  test('makes it anew for other inputs, also where their letters are the same', async () => {
    await cached('kind', ['ab', 'c'], async () => 'one');
    expect(await cached('kind', ['a', 'bc'], async () => 'two')).toBe('two');
    expect(await cached('other', ['ab', 'c'], async () => 'three')).toBe('three');
  });

  test('makes a damaged entry anew', async () => {
    await cached('kind', ['a'], async () => 'whole');
    const file = path.join(folder, entries()[0] ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -1));
    expect(await cached('kind', ['a'], async () => 'again')).toBe('again');
    expect(await cached('kind', ['a'], async () => 'never')).toBe('again');
  });

  test('keeps nothing where it is off', async () => {
    vi.stubEnv('LECTERN_CACHE', 'off');
    await cached('kind', ['a'], async () => 'one');
    expect(await cached('kind', ['a'], async () => 'two')).toBe('two');
  });

  test('does without a folder that cannot be written', async () => {
    const file = path.join(temporaryFolder({ file: '' }), 'file');
    vi.stubEnv('LECTERN_CACHE', path.join(file, 'below'));
    expect(await cached('kind', ['a'], async () => 'text')).toBe('text');
  });

  test('does without a folder that cannot be read', async () => {
    await cached('kind', ['a'], async () => 'one');
    chmodSync(folder, 0);
    expect(await cached('kind', ['a'], async () => 'one')).toBe('one');
    chmodSync(folder, 0o700);
  });

  test('serves several builds at once', async () => {
    const texts = await Promise.all(
      Array.from({ length: 20 }, () => cached('kind', ['a'], async () => 'same')),
    );
    expect(new Set(texts)).toEqual(new Set(['same']));
    expect(entries()).toHaveLength(1);
  });
});

test('what was not used for ninety days goes, once a day at most', () => {
  const [old, fresh, last] = ['old', 'fresh', 'last'].map((name) => cacheEntry('kind', [name]));
  old?.write('old');
  fresh?.write('fresh');
  const file = path.join(folder, `kind-${hash('old')}`);
  const longAgo = (Date.now() - 91 * day) / 1000;
  utimesSync(file, longAgo, longAgo);
  last?.write('last');
  expect(old?.read()).toBe('old');
  utimesSync(file, longAgo, longAgo);
  utimesSync(path.join(folder, 'pruned'), longAgo, longAgo);
  last?.write('last');
  expect(old?.read()).toBeUndefined();
  expect(fresh?.read()).toBe('fresh');
});
