import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildPage } from '../../build.ts';
import { launchBrowser } from '../../src/6-export/browser/launch.ts';
import { NoWorkingFolderError, processTerminal } from '../../src/base/terminal.ts';
import { compiledImport } from '../support/compiled.ts';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern, type Outcome, runScript } from '../support/lectern.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function errorsOf(files: Readonly<Record<string, string>>): Promise<string> {
  const { errors } = await lectern(['build', 'talk.md'], temporaryFolder(files));
  expect(errors).not.toContain('[internal]');
  return errors;
}

describe('input that libraries and the stack do not bear is reported at its place', () => {
  test.each([
    ['a comment', 'a { color: red }\n/* no end', 'a.css:2:10: error: broken CSS: expected "*/"'],
    ['a string', 'a { content: "x', 'a.css:1:'],
    ['a block', 'a {', 'a.css:1:'],
    ['a bracket', 'a[b {}', 'a.css:1:'],
  ])('CSS without the end of %s', async (_, css, message) => {
    const deck = '---\nstyles: a.css\n---\n\n# Talk\n';
    expect(await errorsOf({ 'talk.md': deck, 'a.css': css })).toContain(message);
  });

  test('a script of 10,000 brackets in each other', async () => {
    const script = '['.repeat(10_000) + ']'.repeat(10_000);
    const deck = '---\nscripts: a.js\n---\n\n# Talk\n';
    expect(await errorsOf({ 'talk.md': deck, 'a.js': script })).toContain(
      'a.js:1:1: error: this JavaScript is nested too deeply to be compiled [script-syntax]',
    );
  });

  test('2,000 groups inside each other in a graph', async () => {
    const graph = `graph {${'subgraph {'.repeat(2000)}a${'}'.repeat(2000)}}`;
    expect(await errorsOf({ 'talk.md': `# Talk\n\n\`\`\`dot\n${graph}\n\`\`\`\n` })).toContain(
      'groups inside each other, deeper than 100 levels [diagram-limit]',
    );
  });

  test('1,000 files that include each other', async () => {
    const files = Array.from({ length: 1000 }, (_, i) => [
      `${i}.md`,
      `## Slide\n\n---\nsrc: ${i + 1}.md\n---\n`,
    ]);
    const deck = '# Talk\n\n---\nsrc: 0.md\n---\n';
    expect(await errorsOf({ 'talk.md': deck, ...Object.fromEntries(files) })).toContain(
      '49.md:4:6: error: more than 50 files that include each other [nesting-limit]',
    );
  });
});

test('a code sample of 150,000 lines is built', async () => {
  const sample = '1\n'.repeat(150_000);
  const deck = '# Talk\n\n```text src=a.txt\n```\n';
  expect(await errorsOf({ 'talk.md': deck, 'a.txt': sample })).not.toContain('error');
});

test('a page that is too large is reported as such, not as a problem of the disk', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# Talk' });
  const { errors } = await lectern(['build', 'talk.md'], cwd, {
    buildPage: async (...build) => {
      const page = await buildPage(...build);
      return page && Object.defineProperty({ ...page }, 'html', { get: () => 'x'.repeat(2 ** 30) });
    },
  });
  expect(errors).toContain('building talk.md: the page is larger than 500 MB [file-large]');
  expect(errors).not.toContain('--out');
});

test('a folder for temporary files that is missing is named', async () => {
  const folder = path.join(temporaryFolder(), 'missing');
  vi.stubEnv('TMPDIR', folder);
  vi.stubEnv('TEMP', folder);
  await expect(launchBrowser('browser', { sandbox: true })).rejects.toMatchObject({
    code: 'browser-ended',
    message: `the browser needs a folder for temporary files, ${folder}: there is no such folder`,
    hint: 'set TMPDIR to a folder in which you may write',
  });
});

describe('a working folder that was deleted', () => {
  test('is an error of its own', () => {
    vi.spyOn(process, 'cwd').mockImplementation(() => {
      throw Object.assign(new Error('ENOENT: uv_cwd'), { code: 'ENOENT' });
    });
    expect(processTerminal).toThrow(NoWorkingFolderError);
  });

  test.skipIf(process.platform === 'win32')('ends every command with what to do', async () => {
    const main = await compiledImport('src/cli/main.ts');
    const folder = JSON.stringify(temporaryFolder());
    const script = `
      const { main } = await import(${main});
      const { rmdirSync } = await import('node:fs');
      process.chdir(${folder});
      rmdirSync(${folder});
      await main(['build'], async () => undefined);`;
    expect(await runScript(script)).toMatchObject({
      exitCode: 2,
      errors:
        'lectern: the folder in which the terminal is was deleted\n  change to another folder, as with cd\n',
    });
  });
});

/** Builds a deck, and then others as a user who may not read every file. Root may, and loads the code before. */
async function buildAsOtherUser(
  cwd: string,
  first: string,
  decks: readonly string[],
): Promise<Outcome> {
  for (const folder of [cwd, path.join(cwd, 'dist')]) chmodSync(folder, 0o777);
  const main = await compiledImport('src/cli/main.ts');
  const pipeline = await compiledImport('build.ts');
  return runScript(`
    const { run } = await import(${main});
    const { buildPage } = await import(${pipeline});
    const [print, printError] = [() => {}, (text) => process.stderr.write(text)];
    const terminal = { cwd: ${JSON.stringify(cwd)}, colors: false, debug: false, print, printError };
    const build = (decks) => run(['build', ...decks], terminal, async () => buildPage);
    await build(${JSON.stringify([first])});
    if (process.getuid() === 0) process.setuid(65534);
    process.exitCode = await build(${JSON.stringify(decks)});`);
}

test.skipIf(process.platform === 'win32')('files that may not be read are named', async () => {
  vi.stubEnv('LECTERN_CACHE', 'off');
  const secret = {
    'a/a.png': png(1, 1),
    'a/part.md': '# Part\n',
    'a/lectern.config.json': '{}',
    'dist/two.html': '<p>',
  };
  const deck = '# Talk\n\n![A cat](a.png)\n\n---\nsrc: part.md\n---\n';
  const decks = { 'one.md': '# One\n', 'two.md': '# Two\n', 'a/talk.md': deck };
  const cwd = temporaryFolder({ ...secret, ...decks });
  for (const name of Object.keys(secret)) chmodSync(path.join(cwd, name), 0);
  const { exitCode, errors } = await buildAsOtherUser(cwd, 'one.md', ['a/talk.md', 'two.md']);
  expect(errors).not.toContain('[internal]');
  expect(errors).toMatch(/talk\.md:3:\d+: error: "a\.png" cannot be read/);
  expect(errors).toMatch(/talk\.md:6:\d+: error: a\/part\.md cannot be read/);
  expect(errors).toContain('a/lectern.config.json gives no permission, and is not read');
  expect(errors).toContain('dist/two.html cannot be read and is not replaced');
  expect(exitCode).toBe(1);
});

test.skipIf(!existsSync('/dev/full'))('a full disk for what is printed is named', async () => {
  const main = await compiledImport('src/cli/main.ts');
  const script = `
    const { main } = await import(${main});
    await main(['docs', 'markdown'], async () => undefined);`;
  const full = openSync('/dev/full', 'w');
  const { exitCode, errors } = await runScript(script, { stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  expect(exitCode).toBe(1);
  expect(errors).toMatch(/^lectern: cannot write the output: .*ENOSPC.*\n$/);
});

test('a command that waits for nothing is not silent', async () => {
  const main = await compiledImport('src/cli/main.ts');
  const cwd = JSON.stringify(temporaryFolder({ 'talk.md': '# Talk\n' }));
  const script = `
    const { main } = await import(${main});
    process.chdir(${cwd});
    await main(['build', 'talk.md'], () => new Promise(() => {}));`;
  const { exitCode, errors } = await runScript(script);
  expect(exitCode).toBe(1);
  expect(errors).toContain('running lectern build talk.md: the command ended before it was done');
});
