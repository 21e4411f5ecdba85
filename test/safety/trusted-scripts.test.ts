import { chmodSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { TrustedScripts } from '../../src/base/scripts/trusted-scripts.ts';
import { temporaryFolder } from '../support/files.ts';

let settings = '';

beforeEach(() => {
  settings = path.join(temporaryFolder(), 'settings');
  vi.stubEnv('LECTERN_SETTINGS', settings);
  return () => vi.unstubAllEnvs();
});

describe('what the author has agreed to', () => {
  test('is the content of the scripts of one project', () => {
    expect(new TrustedScripts(false).includes('/a', ['x'])).toBe(false);
    expect(new TrustedScripts(true).includes('/a', ['x'])).toBe(true);
    const later = new TrustedScripts(false);
    expect(later.includes('/a', ['x'])).toBe(true);
    expect(later.includes('/b', ['x'])).toBe(false);
    expect(later.includes('/a', ['x', 'y'])).toBe(false);
    expect(later.includes('/a', ['y'])).toBe(false);
    expect(later.includes('/a', [])).toBe(true);
    expect(statSync(settings).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(settings, 'trusted-scripts')).mode & 0o777).toBe(0o600);
  });

  test.skipIf(process.platform === 'win32')('is not read from a list that others can write', () => {
    new TrustedScripts(true).includes('/a', ['x']);
    const list = path.join(settings, 'trusted-scripts');
    const isTrusted = () => new TrustedScripts(false).includes('/a', ['x']);
    chmodSync(settings, 0o777);
    expect(isTrusted()).toBe(false);
    chmodSync(settings, 0o700);
    expect(isTrusted()).toBe(true);
    const linked = temporaryFolder();
    symlinkSync(list, path.join(linked, 'trusted-scripts'));
    chmodSync(linked, 0o700);
    vi.stubEnv('LECTERN_SETTINGS', linked);
    expect(isTrusted()).toBe(false);
    symlinkSync(settings, path.join(linked, 'settings'));
    vi.stubEnv('LECTERN_SETTINGS', path.join(linked, 'settings'));
    expect(isTrusted()).toBe(false);
  });
});
