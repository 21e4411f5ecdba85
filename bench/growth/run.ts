/**
 * Builds decks that repeat one construct, at 1, 2 and 4 times the same size, and prints those whose time grows
 * faster than linearly or exceeds five seconds. Arguments choose constructs by a part of their names.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { languages } from './code.ts';
import { css } from './css.ts';
import { diagrams, files } from './files.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';

const constructs = [...markdown, ...html, ...css, ...files, ...diagrams, ...languages];

/** At four times the size, in milliseconds of processor time. */
const limit = 5000;
/** From twice to four times the size; 2 is linear. Short times say nothing. */
const [maxRatio, shortest] = [2.9, 400];
/** A build that takes longer is stopped, in milliseconds. */
const stopAfter = 60_000;

interface Measured {
  readonly times: readonly number[];
  readonly outcome: string;
}

if (process.send) process.on('message', (name) => void measure(String(name)));
else process.exitCode = await tryAll(process.argv.slice(2));

/** @returns the exit code */
async function tryAll(parts: readonly string[]): Promise<number> {
  const isChosen = (name: string) =>
    parts.length === 0 || parts.some((part) => name.includes(part));
  let worker = startWorker();
  let failures = 0;
  for (const { name } of constructs.filter((each) => isChosen(each.name))) {
    const measured = await ask(worker, name);
    const problem = problemOf(measured);
    if (problem) failures++;
    const times = measured?.times.map((time) => `${Math.round(time)} ms`.padStart(9)).join(' ');
    console.log(`${name.padEnd(32)} ${times ?? ''}  ${measured?.outcome ?? ''}  ${problem}`);
    if (measured) continue;
    worker.kill('SIGKILL');
    worker = startWorker();
  }
  worker.kill();
  console.log(`${failures} of ${constructs.length} constructs grow too fast`);
  return failures > 0 ? 1 : 0;
}

function startWorker(): ChildProcess {
  const env = { ...process.env, LECTERN_CACHE: 'off' };
  return fork(fileURLToPath(import.meta.url), { env });
}

/** `undefined` if it took too long or the process ended. */
function ask(worker: ChildProcess, name: string): Promise<Measured | undefined> {
  return new Promise((resolve) => {
    const end = (measured?: Measured) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(measured);
    };
    const timer = setTimeout(end, stopAfter);
    worker.once('message', (measured) => end(measured as Measured));
    worker.once('exit', () => end());
    worker.send(name);
  });
}

function problemOf(measured: Measured | undefined): string {
  if (!measured) return 'NEVER ENDS';
  const [, second = 0, third = 0] = measured.times;
  if (measured.outcome.includes('internal')) return 'INTERNAL ERROR';
  if (third > limit) return 'TOO SLOW';
  return third > shortest && third / second > maxRatio ? 'GROWS TOO FAST' : '';
}

async function measure(name: string): Promise<void> {
  await build('# Deck\n');
  const { count, write } = constructs.find((each) => each.name === name) ?? { count: 0 };
  const times: number[] = [];
  let outcome = '';
  for (const factor of [1, 2, 4]) {
    const deck = write?.(count * factor) ?? '';
    const before = process.cpuUsage();
    outcome = await build(deck);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  process.send?.({ times, outcome } satisfies Measured);
}

/** @returns what was reported, by codes */
async function build(deck: string | Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-growth-'));
  try {
    const files = typeof deck === 'string' ? { 'deck.md': deck } : deck;
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
    const report = new Report();
    const options = { root: folder, cwd: folder, allowRemote: false, share: false };
    await buildPage(path.join(folder, 'deck.md'), options, report);
    const codes = new Map<string, number>();
    for (const { code } of report.diagnostics) codes.set(code, (codes.get(code) ?? 0) + 1);
    return [...codes].map(([code, count]) => `${code} ${count}`).join(', ');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
