import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { launchBrowser } from '../../src/6-export/browser/launch.ts';
import { temporaryName } from '../../src/base/files/temporary-name.ts';
import { compiledImport } from '../support/compiled.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern, runScript } from '../support/lectern.ts';

afterEach(() => vi.unstubAllEnvs());

/** Runs a module's text that is killed as soon as a function of the file system has returned, or is called. */
async function runKilled(
  when: 'after rename' | 'after link' | 'before link',
  text: string,
  options: Parameters<typeof runScript>[1],
): Promise<void> {
  const [moment, name] = when.split(' ');
  const kill = `process.kill(process.pid, 'SIGKILL')`;
  const body = moment === 'after' ? `await original(...names); ${kill};` : kill;
  const script = `
    import fs from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    const original = fs.${name};
    fs.${name} = async (...names) => { ${body} };
    syncBuiltinESMExports();
    ${text}`;
  const { signal, errors } = await runScript(script, options);
  expect({ signal, errors }).toEqual({ signal: 'SIGKILL', errors: '' });
}

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

test('an export that is killed right after it has written is repeated by the next', async () => {
  const noteOf = (text: string) => `# Talk\n\nNote:\n${text}\n`;
  const cwd = temporaryFolder({ 'talk.md': noteOf('One') });
  const args = ['export', 'talk.md', '--to', 'notes'];
  expect((await lectern(args, cwd)).errors).toBe('');
  writeFileSync(path.join(cwd, 'talk.md'), noteOf('Two'));
  const main = `process.argv = ${JSON.stringify(['node', 'lectern', ...args])};
    await import(${await compiledImport('src/cli.ts')});`;
  await runKilled('after rename', main, { cwd });
  const notes = () => readFileSync(path.join(cwd, 'dist/talk-notes.md'), 'utf8');
  expect(notes()).toContain('Two');
  writeFileSync(path.join(cwd, 'talk.md'), noteOf('Three'));
  expect((await lectern(args, cwd)).errors).toBe('');
  expect(notes()).toContain('Three');
  expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['talk-notes.md']);
});

test('an image whose upload is killed is not half-written', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# Talk' });
  const markdown = JSON.stringify(path.join(cwd, 'talk.md'));
  const text = `
    const { addImage } = await import(${await compiledImport('src/dev/files/upload.ts')});
    await addImage(${markdown}, 'photo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));`;
  await runKilled('before link', text, { cwd });
  expect(readdirSync(cwd).filter((name) => name.includes('photo'))).toEqual([
    expect.stringMatching(/^\.photo\.svg\..*\.tmp$/),
  ]);
  await lectern(['build', 'talk.md'], cwd);
  expect(readdirSync(cwd).sort()).toEqual(['dist', 'talk.md']);
});

test('a text that is saved while the run is killed is the old or the new one', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# Old' });
  const file = path.join(cwd, 'talk.md');
  const text = `
    const { saveText } = await import(${await compiledImport('src/dev/files/save.ts')});
    const { readFileState } = await import(${await compiledImport('src/base/files/edit/edited-file.ts')});
    const file = ${JSON.stringify(file)};
    const { version } = readFileState(file);
    await saveText({ type: 'save', file: 'talk.md', text: '# New', version }, file, '.');`;
  await runKilled('after rename', text, { cwd });
  expect(readFileSync(file, 'utf8')).toBe('# New');
  expect(readdirSync(cwd)).toEqual(['talk.md']);
});

test('a deck whose creation is killed is completed by the next run', async () => {
  const cwd = temporaryFolder();
  const args = ['new', 'a'];
  const main = `process.argv = ${JSON.stringify(['node', 'lectern', ...args])};
    await import(${await compiledImport('src/cli.ts')});`;
  await runKilled('after link', main, { cwd });
  expect(readdirSync(path.join(cwd, 'slides'))).toEqual(['a']);
  expect(await lectern(args, cwd)).toMatchObject({ exitCode: 0, errors: '' });
  expect(readdirSync(path.join(cwd, 'slides')).sort()).toEqual(['a', 'a.md']);
  expect(readdirSync(path.join(cwd, 'slides', 'a')).sort()).toEqual(['path.svg', 'visitors.csv']);
});
