import { fork } from 'node:child_process';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostics/diagnostic.ts';
import { Builder } from '../../src/lsp/builds/builder.ts';
import { temporaryFolder } from '../support/files.ts';

/** Milliseconds for a process that starts beside many others, and answers. */
const patience = 8000;

/** A process per script, in turn; each defines what happens to a build. */
function builderOf(...scripts: readonly string[]): Builder {
  const folder = temporaryFolder(
    Object.fromEntries(
      scripts.map((script, i) => [
        `${i}.cjs`,
        `process.on('message', ({ kind, id, deck }) => { if (kind === 'build') { ${script} } });`,
      ]),
    ),
  );
  let started = 0;
  const start = () =>
    fork(path.join(folder, `${started++ % scripts.length}.cjs`), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  const builder = new Builder(start, patience);
  onTestFinished(() => builder.close());
  return builder;
}

const answer = `
const message = deck.file;
process.send({ kind: 'result', id, diagnostics: [{ code: 'file-missing', severity: 'error', message }] });
process.send({ kind: 'end', id });`;

async function build(builder: Builder, file: string, signal = new AbortController().signal) {
  const found: string[] = [];
  const notify = (all: readonly Diagnostic[]) =>
    void found.push(...all.map(({ message }) => message));
  const options = { cwd: '/', root: '/', allowRemote: false };
  await builder.build({ file, options, drafts: new Map() }, notify, signal);
  return found;
}

test.for(['for (;;);', 'process.exit(3)', 'throw new Error("out of memory")'])(
  'a build is tried again in a new process after: %s',
  async (failure) => {
    const builder = builderOf(failure, answer);
    expect(await Promise.all([build(builder, 'a.md'), build(builder, 'b.md')])).toEqual([
      ['a.md'],
      ['b.md'],
    ]);
  },
);

test('a build that ends each process is an error, and the next one is made', async () => {
  const builder = builderOf(`if (deck.file === 'a.md') process.exit(3); ${answer}`);
  const [message] = await build(builder, 'a.md');
  expect(message).toMatch(/^internal error while building a deck for an editor/);
  expect(await build(builder, 'b.md')).toEqual(['b.md']);
});

test('a build that hangs after it was overtaken is ended and not made again', async () => {
  const builder = builderOf(`if (deck.file === 'old.md') for (;;); ${answer}`);
  const end = new AbortController();
  const old = build(builder, 'old.md', end.signal);
  end.abort();
  expect(await build(builder, 'new.md')).toEqual(['new.md']);
  expect(await old).toEqual([]);
});
