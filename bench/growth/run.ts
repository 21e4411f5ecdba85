/**
 * Builds decks that repeat one construct, at 1, 2 and 4 times the same size, and prints those whose time grows
 * faster than linearly or exceeds five seconds. Arguments choose constructs by a part of their names. `--pptx` writes
 * PowerPoint files, too; `--dialect` reads the constructs of Lectern's own Markdown as that of another tool.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { buildPage } from '../../build.ts';
import { writePresentation } from '../../src/6-export/pptx/presentation.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { type Dialect, dialects as dialectNames } from '../../src/model/source.ts';
import { languages } from './code.ts';
import type { Construct } from './construct.ts';
import { css } from './css.ts';
import { dialects } from './dialects.ts';
import { diagrams, files } from './files.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';

const own = [...markdown, ...html, ...css, ...files, ...diagrams, ...languages];
const constructs = [...own, ...dialects];

/** At four times the size, in milliseconds of processor time. */
const limit = 5000;
/** From twice to four times the size; 2 is linear. Short times say nothing. */
const [maxRatio, shortest] = [2.9, 400];
/** Three builds that take longer together are stopped, in milliseconds of processor time. */
const stopAfter = 30_000;

interface Order {
  readonly name: string;
  readonly plan: Plan;
}

interface Measured {
  readonly times: readonly number[];
  readonly outcome: string;
}

/** What to do with the constructs. */
interface Plan {
  /** For those of Lectern's own Markdown. */
  readonly dialect?: Dialect;
  readonly withPptx: boolean;
}

if (process.send) process.on('message', (order) => void measure(order as Order));
else process.exitCode = await tryAll();

/** @returns the exit code */
async function tryAll(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { pptx: { type: 'boolean' }, dialect: { type: 'string' } },
    allowPositionals: true,
  });
  const dialect = dialectNames.find((each) => each === values.dialect);
  const plan: Plan = { withPptx: values.pptx ?? false, ...(dialect && { dialect }) };
  const isChosen = (name: string) =>
    positionals.length === 0 || positionals.some((part) => name.includes(part));
  let worker = startWorker();
  let failures = 0;
  const chosen = (dialect ? own : constructs).filter(({ name }) => isChosen(name));
  for (const { name } of chosen) {
    const measured = await ask(worker, { name, plan });
    const problem = problemOf(measured);
    if (problem) failures++;
    const times = measured?.times.map((time) => `${Math.round(time)} ms`.padStart(9)).join(' ');
    console.log(`${name.padEnd(32)} ${times ?? ''}  ${measured?.outcome ?? ''}  ${problem}`);
    if (measured) continue;
    worker.kill('SIGKILL');
    worker = startWorker();
  }
  worker.kill();
  console.log(`${failures} of ${chosen.length} constructs grow too fast`);
  return failures > 0 ? 1 : 0;
}

function startWorker(): ChildProcess {
  const env = { ...process.env, LECTERN_CACHE: 'off' };
  return fork(fileURLToPath(import.meta.url), { env });
}

/** `undefined` if the process ended, also because it took too long. */
function ask(worker: ChildProcess, order: Order): Promise<Measured | undefined> {
  return new Promise((resolve) => {
    const end = (measured?: Measured) => {
      worker.removeAllListeners();
      resolve(measured);
    };
    worker.once('message', (measured) => end(measured as Measured));
    worker.once('exit', () => end());
    worker.send(order);
  });
}

function problemOf(measured: Measured | undefined): string {
  if (!measured) return 'NEVER ENDS';
  const [, second = 0, third = 0] = measured.times;
  if (measured.outcome.includes('internal')) return 'INTERNAL ERROR';
  if (third > limit) return 'TOO SLOW';
  return third > shortest && third / second > maxRatio ? 'GROWS TOO FAST' : '';
}

async function measure({ name, plan }: Order): Promise<void> {
  const construct = constructs.find((each) => each.name === name);
  if (!construct) throw new Error(`there is no ${name}`);
  await build('# Deck\n', construct, plan);
  const times: number[] = [];
  let outcome = '';
  const watchdog = startWatchdog();
  for (const factor of [1, 2, 4]) {
    const deck = construct.write(construct.count * factor);
    const before = process.cpuUsage();
    outcome = await build(deck, construct, plan);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  await watchdog.terminate();
  process.send?.({ times, outcome } satisfies Measured);
}

/** Ends this process when it has used its time. It counts the time of the processor, as the machine may be busy. */
function startWatchdog(): Worker {
  const code = `
    const start = process.cpuUsage();
    setInterval(() => {
      const { user, system } = process.cpuUsage(start);
      if (user + system > ${stopAfter} * 1000) process.kill(process.pid, 'SIGKILL');
    }, 200);`;
  return new Worker(code, { eval: true });
}

/** @returns what was reported, by codes */
async function build(
  deck: string | Readonly<Record<string, string>>,
  { dialect }: Construct,
  plan: Plan,
): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-growth-'));
  try {
    const files = typeof deck === 'string' ? { 'deck.md': deck } : deck;
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
    const report = new Report();
    const as = dialect ?? plan.dialect;
    const place = { root: folder, cwd: folder, allowRemote: false, share: false };
    const options = { ...place, ...(as && { dialect: as }) };
    const page = await buildPage(path.join(folder, 'deck.md'), options, report);
    if (page && plan.withPptx) {
      const slides = Array.from({ length: page.slideCount }, (_, i) => i + 1);
      await writePresentation(page, { slides, rasters: new Map(), report });
    }
    const codes = new Map<string, number>();
    for (const { code } of report.diagnostics) codes.set(code, (codes.get(code) ?? 0) + 1);
    return [...codes].map(([code, count]) => `${code} ${count}`).join(', ');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
