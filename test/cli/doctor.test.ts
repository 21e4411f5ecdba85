import { chmodSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { checkNode } from '../../src/cli/doctor/system-checks.ts';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

interface Check {
  readonly name: string;
  readonly status: string;
  readonly found: string;
  readonly hint: string | null;
}

async function doctor(cwd: string, ...args: readonly string[]) {
  const { output, exitCode } = await lectern(['doctor', '--json', ...args], cwd);
  const { checks } = JSON.parse(output) as { readonly checks: readonly Check[] };
  return { exitCode, checks: new Map(checks.map((check) => [check.name, check])) };
}

describe('lectern doctor', () => {
  test('says what is there, with the browser and what it draws', async () => {
    const cwd = temporaryFolder({ 'slides/talk.md': '# Talk', 'slides/_part.md': '# Part' });
    const { checks } = await doctor(cwd, ...(await sharedBrowser()));
    expect(checks.get('Browser')?.found).toMatch(/Chrome\/\d+.* in ws:/);
    expect(checks.get('Project')?.found).toContain('1 deck in slides/');
    for (const name of ['Emoji font', 'CJK font']) {
      const { status, hint } = checks.get(name) ?? {};
      expect([name, status === 'ok' ? null : 'hint']).toEqual([name, hint && 'hint']);
    }
    for (const name of ['Lectern', 'Node.js', 'Packages', 'Browser', 'Cache', 'Settings']) {
      expect(checks.get(name)).toMatchObject({ status: 'ok', hint: null });
    }
  });

  test('says what to do without a browser, and exits with 1', async () => {
    const cwd = temporaryFolder();
    const { exitCode, output } = await lectern(['doctor', '--browser', '/no/browser'], cwd);
    expect(exitCode).toBe(1);
    expect(output).toMatch(
      /^error {4}Browser .*browser not found: \/no\/browser\n +install Chrome/m,
    );
    expect(output).toMatch(/\n\n1 error.*\n$/);
    expect((await lectern(['doctor', '--no-browser'], cwd)).exitCode).toBe(0);
  });

  test('shows what is wrong with the settings of the project', async () => {
    const cwd = temporaryFolder({ 'lectern.config.json': '{"chekc": {}}' });
    const { exitCode, checks } = await doctor(cwd, '--no-browser');
    expect(exitCode).toBe(1);
    expect(checks.get('Settings')?.found).toContain('did you mean "check"?');
  });

  test('tells another version in the project', async () => {
    const cwd = temporaryFolder({ 'node_modules/lectern/package.json': '{"version": "9.8.7"}' });
    const { checks } = await doctor(cwd, '--no-browser');
    expect(checks.get('Lectern')).toMatchObject({
      status: 'warning',
      found: expect.stringContaining('but this project has 9.8.7'),
    });
  });

  test.runIf(process.getuid)('says why the cache is not used', async () => {
    const cwd = temporaryFolder({ 'cache/file': '' });
    chmodSync(path.join(cwd, 'cache'), 0o755);
    vi.stubEnv('LECTERN_CACHE', path.join(cwd, 'cache'));
    const { checks } = await doctor(cwd, '--no-browser');
    expect(checks.get('Cache')).toMatchObject({
      status: 'warning',
      found: expect.stringContaining('chmod 700'),
    });
  });

  test('an older Node.js is an error', () => {
    expect(checkNode('20.18.3')).toMatchObject({ status: 'error' });
    expect(checkNode('20.19.0')).toMatchObject({ status: 'ok' });
    expect(checkNode('24.0.0')).toMatchObject({ status: 'ok' });
  });
});
