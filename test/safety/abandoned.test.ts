import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { launchBrowser } from '../../src/6-export/browser/launch.ts';
import { temporaryName } from '../../src/base/files/temporary-name.ts';
import { compiledImport } from '../support/compiled.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern, runScript } from '../support/lectern.ts';

afterEach(() => vi.unstubAllEnvs());

/** What a process names that is killed at once. */
async function nameOfKilled(what: string): Promise<string> {
  const module = await compiledImport('src/base/files/temporary-name.ts');
  const script = `
    const { temporaryName } = await import(${module});
    process.stdout.write(temporaryName(${JSON.stringify(what)}), () => process.kill(process.pid, 'SIGKILL'));
    await new Promise((resolve) => setInterval(resolve, 1e9));`;
  const { output, signal } = await runScript(script);
  expect(signal).toBe('SIGKILL');
  return output;
}

test('a run removes what killed runs left next to a deck and its output, and nothing else', async () => {
  const dead = await nameOfKilled('talk.md');
  const others = [
    temporaryName('talk.md'),
    dead.replace(/\.[\da-f]{8}-/, '.00000000-'),
    dead.replace(/-\d+-/, `-${process.ppid}-`),
    `${dead}.txt`,
    dead.slice(1),
    '.talk.md.swp',
    '.talk.md.tmp',
  ];
  const all = [dead, ...others].flatMap((name) => [
    [name, ''],
    [`dist/${name}`, ''],
  ]);
  const cwd = temporaryFolder({ 'talk.md': '# Talk', ...Object.fromEntries(all) });
  expect((await lectern(['build', 'talk.md'], cwd)).exitCode).toBe(0);
  expect(readdirSync(cwd).sort()).toEqual([...others, 'dist', 'talk.md'].sort());
  expect(readdirSync(path.join(cwd, 'dist')).sort()).toEqual([...others, 'talk.html'].sort());
});

test('what another machine left is removed after a day', async () => {
  const name = temporaryName('talk.md').replace(/\.[\da-f]{8}-/, '.00000000-');
  const cwd = temporaryFolder({ 'talk.md': '# Talk', [name]: '' });
  const past = Date.now() / 1000 - 2 * 24 * 60 * 60;
  utimesSync(path.join(cwd, name), past, past);
  await lectern(['build', 'talk.md'], cwd);
  expect(existsSync(path.join(cwd, name))).toBe(false);
});

test('the profile of a browser whose run was killed is removed by the next', async () => {
  const folder = temporaryFolder();
  const profile = path.join(folder, await nameOfKilled('lectern-browser'));
  mkdirSync(profile);
  writeFileSync(path.join(profile, 'Cookies'), '');
  vi.stubEnv('TMPDIR', folder);
  vi.stubEnv('TEMP', folder);
  const missing = path.join(folder, 'no-browser');
  await expect(launchBrowser(missing, { sandbox: true })).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([]);
});
