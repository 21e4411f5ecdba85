import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostics/diagnostic.ts';
import { Builder } from '../../src/lsp/builds/builder.ts';
import { temporaryFolder } from '../support/files.ts';

/** Milliseconds that a process may take for an answer: no part of it is its start, which takes long on busy machines. */
const patience = 2000;

/** A process per script, in turn; each defines what happens to a build. They run before the builder needs them. */
async function builderOf(...scripts: readonly string[]): Promise<Builder> {
  const folder = temporaryFolder(
    Object.fromEntries(
      scripts.map((script, i) => [
        `${i}.cjs`,
        `process.on('message', ({ kind, id, deck }) => { if (kind === 'build') { ${script} } });
        process.send('ready');`,
      ]),
    ),
  );
  // A build is tried twice, and the next one needs another process.
  const count = Math.max(scripts.length, 3);
  const children = Array.from({ length: count }, (_, i) =>
    fork(path.join(folder, `${i % scripts.length}.cjs`), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    }),
  );
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL');
  });
  await Promise.all(children.map((child) => once(child, 'message')));
  const waiting = [...children];
  const builder = new Builder(() => {
    const child = waiting.shift();
    if (!child) throw new Error('the builder has started too many processes');
    return child;
  }, patience);
  onTestFinished(() => builder.close());
  return builder;
}

/** Hangs without taking time from others. */
const hang = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);';

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

test.for([hang, 'process.exit(3)', 'throw new Error("out of memory")'])(
  'a build is tried again in a new process after: %s',
  async (failure) => {
    const builder = await builderOf(failure, answer);
    expect(await Promise.all([build(builder, 'a.md'), build(builder, 'b.md')])).toEqual([
      ['a.md'],
      ['b.md'],
    ]);
  },
);

test('a build that ends each process is an error, and the next one is made', async () => {
  const builder = await builderOf(`if (deck.file === 'a.md') process.exit(3); ${answer}`);
  const [message] = await build(builder, 'a.md');
  expect(message).toMatch(/^internal error while building a deck for an editor/);
  expect(await build(builder, 'b.md')).toEqual(['b.md']);
});

test('a build that hangs after it was overtaken is ended and not made again', async () => {
  const builder = await builderOf(`if (deck.file === 'old.md') ${hang} ${answer}`);
  const end = new AbortController();
  const old = build(builder, 'old.md', end.signal);
  end.abort();
  expect(await build(builder, 'new.md')).toEqual(['new.md']);
  expect(await old).toEqual([]);
});
