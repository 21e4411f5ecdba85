import { type ChildProcess, spawn } from 'node:child_process';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { renderUnicodeCompact } from 'uqr';
import { expect, onTestFinished, test } from 'vitest';
import { compiledModule } from '../../support/compiled.ts';
import { temporaryFolder } from '../../support/files.ts';
import { lectern, runLectern } from '../../support/lectern.ts';

/** Resolves with the output once it says what is waited for. */
function saying(child: ChildProcess, words: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
      if (words.test(output)) resolve(output);
    });
  });
}

test('it prints where to look and what was built, and Ctrl+C ends it', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# A talk' });
  let output: Promise<string> | undefined;
  const { exitCode, signal, errors } = await runLectern(['dev', 'talk.md'], {
    cwd,
    onStart: (child) => {
      output = saying(child, /1 slide/);
      void output.then(() => child.kill('SIGINT'));
    },
  });
  expect(await output).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/talk\/\?token=[\w-]{22}\ntalk\.md {3}1 slide {3}/,
  );
  expect({ exitCode, signal, errors }).toEqual({ exitCode: 0, signal: null, errors: '' });
});

test('it ends when its terminal is closed', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# A talk' });
  const { exitCode, signal, errors } = await runLectern(['dev', 'talk.md'], {
    cwd,
    onStart: (child) => void saying(child, /1 slide/).then(() => child.kill('SIGHUP')),
  });
  expect({ exitCode, signal, errors }).toEqual({ exitCode: null, signal: 'SIGHUP', errors: '' });
});

test('--host prints the address of the presentation, that of the remote, and its QR code', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# A talk', 'other.md': '# Another' });
  const outputOf = async (...decks: readonly string[]): Promise<string> => {
    let output: Promise<string> | undefined;
    await runLectern(['dev', '--host', ...decks], {
      cwd,
      onStart: (child) => {
        output = saying(child, /1 slide/);
        void output.then(() => child.kill('SIGINT'));
      },
    });
    return (await output) ?? '';
  };
  const one = await outputOf('talk.md');
  expect(one).toMatch(
    /^presentation: http:\/\/[\d.]+:\d+\/talk\/\?token=[\w-]{22}\nremote: {7}http:\/\/[\d.]+:\d+\/talk\/remote\?token=[\w-]{22}$/m,
  );
  const [, remote = ''] = /remote: +(.*)/.exec(one) ?? [];
  expect(one.startsWith(`${renderUnicodeCompact(remote)}\n`)).toBe(true);
  expect(await outputOf('talk.md', 'other.md')).toMatch(
    /^presentation: http:\/\/[\d.]+:\d+\/\?token=[\w-]{22}\nremote: {7}http:\/\/[\d.]+:\d+\/\?token=[\w-]{22}$/m,
  );
});

test('decks of the same name are served beside each other', async () => {
  const cwd = temporaryFolder({ 'a/talk.md': '# A', 'b/talk.md': '# B' });
  const { exitCode, errors } = await runLectern(['dev', 'a/talk.md', 'b/talk.md'], {
    cwd,
    onStart: (child) =>
      void saying(child, /b\/talk.md {3}1 slide/).then(() => child.kill('SIGINT')),
  });
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
});

test('where there is no deck it says how to name one', async () => {
  const { exitCode, errors } = await lectern(['dev'], temporaryFolder());
  expect(errors).toBe(
    'lectern: there is no folder slides/ here\n  name a deck: lectern dev talk.md\n',
  );
  expect(exitCode).toBe(2);
});

test('a port that is taken is said, with what to do', async () => {
  const other = net.createServer();
  onTestFinished(() => void other.close());
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const cwd = temporaryFolder({ 'talk.md': '# A talk' });
  const { exitCode, errors } = await lectern(['dev', 'talk.md', '--port', `${port}`], cwd);
  expect(errors).toBe(
    `lectern: port ${port} is in use by another program\n  omit --port to use a free one\n`,
  );
  expect(exitCode).toBe(2);
});

test('an invalid port is an error', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# A talk' });
  for (const port of ['http', '70000', '-1', '80.5']) {
    const { errors } = await lectern(['dev', 'talk.md', `--port=${port}`], cwd);
    expect(errors).toContain(`invalid --port ${port}`);
  }
});

/** Runs a program where the system gives only so many watches; not everywhere can one be made so. */
function withoutWatches(program: string): readonly [string, readonly string[]] {
  const limit = 'echo 1 > /proc/sys/user/max_inotify_watches';
  return ['unshare', ['--user', '--map-root-user', 'sh', '-c', `${limit} && exec ${program}`]];
}

test.skipIf(process.platform !== 'linux')(
  'at the limit of file watches it polls, and says so once',
  async ({ skip }) => {
    const cwd = temporaryFolder({ 'package.json': '{}', 'a/b/talk.md': '# A talk' });
    const cli = await compiledModule('src/cli.ts');
    const [file, args] = withoutWatches(`node ${cli} dev a/b/talk.md`);
    const child = spawn(file, args, { cwd });
    onTestFinished(() => void child.kill('SIGKILL'));
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += data;
    });
    const failed = new Promise<string>((resolve) => child.on('exit', () => resolve('')));
    const output = await Promise.race([saying(child, /1 slide/), failed]);
    if (output === '') skip(`no namespace can be made here: ${errors}`);
    const { writeFileSync } = await import('node:fs');
    const changed = saying(child, /2 slides/);
    writeFileSync(path.join(cwd, 'a/b/talk.md'), '# A talk\n\n---\n\n# More');
    await changed;
    expect(errors).toContain('sudo sysctl fs.inotify.max_user_watches=524288');
    expect(
      errors.match(/system limit of file watches is reached \(fs\.inotify\.max_user_watches\)/g),
    ).toHaveLength(1);
  },
);
