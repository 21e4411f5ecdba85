/**
 * Measures Lectern as its users run it, beside Node alone, Marp CLI and decktape, and writes RESULTS.md.
 * With `--quick`, fewer runs and nothing written; with `--build`, only builds; with `--install`, only what is
 * installed; with `--stage`, only what a browser does; with `--export`, only PDFs; with `--limits`, only what the
 * machine needs by itself for the same; with `--live`, only decks that are being written; with `--hour`, which all
 * others leave out, hundreds of saves of one.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../test/support/browser/find-browser.ts';
import { type DeckPlan, writeDeck, writePicture } from './decks.ts';
import {
  type Beside,
  type ExportSeries,
  type Program,
  peakMemory,
  programs,
} from './export/export.ts';
import { exportCommands } from './export/export-commands.ts';
import { replaceExport, writeExport } from './export/export-report.ts';
import { measureTypst } from './export/typst.ts';
import { type Hour, playHour } from './hour.ts';
import { replaceHour, writeHour } from './hour-report.ts';
import { installLectern, measureInstall, replaceInstall } from './install.ts';
import { captureSlides, type LimitRound, measurePageMemory } from './limits.ts';
import { type LimitSeries, limitSeries, replaceLimits, writeLimits } from './limits-report.ts';
import { measureLive } from './live/live.ts';
import { type LiveSeries, replaceLive, writeLive } from './live/live-report.ts';
import { freePort } from './live/servers.ts';
import { livePlans, watchersOf } from './live/watchers.ts';
import { type Command, type Measurement, measure } from './measure.ts';
import { type ChartRound, type Round, type Series, writeReport } from './report.ts';
import { measurePage, size } from './sizes.ts';
import { measureStage, writePlainPage } from './stage/stage.ts';
import { replaceStage, writeStage } from './stage/stage-report.ts';

const bench = path.dirname(fileURLToPath(import.meta.url));
const isQuick = process.argv.includes('--quick');
const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
const scratchFile = path.join(folder, 'measured');
const [warmCache, coldCache] = [path.join(folder, 'warm'), path.join(folder, 'cold')];
const lecternProgram = path.join(folder, 'node_modules/.bin/lectern');
const lectern = [process.execPath, lecternProgram, 'build', 'deck.md', '--out', 'deck.html'];
const marpProgram = path.join(bench, 'node_modules/.bin/marp');
const marp = [process.execPath, marpProgram, 'marp.md', '-o', 'marp.html'];

const plans = [
  { slides: 12, charts: [], rounds: isQuick ? 5 : 21 },
  { slides: 12, charts: ['bar'], rounds: isQuick ? 3 : 9 },
  { slides: 100, charts: [], rounds: isQuick ? 3 : 9 },
  { slides: 1000, charts: [], rounds: isQuick ? 2 : 5 },
] as const;

try {
  const load = os.loadavg()[0] ?? 0;
  const tarball = installLectern(folder);
  writeFileSync(path.join(folder, 'picture.svg'), writePicture());
  const results = path.join(bench, 'RESULTS.md');
  const parts = ['--build', '--install', '--stage', '--export', '--limits', '--live', '--hour'];
  const only = parts.find((flag) => process.argv.includes(flag));
  let report = only === undefined ? measurePrograms(load) : readFileSync(results, 'utf8');
  if (only === '--build') {
    report = measurePrograms(load) + report.slice(report.indexOf('\n## Installed'));
  }
  if ((only ?? '--install') === '--install') {
    report = replaceInstall(report, measureInstall(folder, tarball));
  }
  if ((only ?? '--stage') === '--stage') {
    const stage = await measureStage([12, 200, 1000], isQuick ? 2 : 7, buildForStage);
    report = replaceStage(report, writeStage(stage, load));
  }
  if ((only ?? '--live') === '--live') {
    report = replaceLive(report, writeLive(await measureWatchers(), load));
  }
  if (only === '--hour') report = replaceHour(report, writeHour(await playOne(), load));
  if ((only ?? '--export') === '--export') {
    report = replaceExport(report, writeExport(await measureExports(), load));
  }
  if ((only ?? '--limits') === '--limits') {
    report = replaceLimits(report, writeLimits(await measureLimits(), load));
  }
  if (isQuick) console.log(report);
  else writeFileSync(results, report);
} finally {
  remove(folder);
}

function measurePrograms(load: number): string {
  const series = plans.map(({ rounds, ...plan }) => measureDeck(plan, rounds));
  const charts = measureCharts(isQuick ? 5 : 20);
  return writeReport({ series, charts, pages: measurePages(), versions: versions(), load });
}

function buildForStage(slides: number): string {
  writeDecks({ slides, charts: [], draft: 0 });
  run(lectern, { LECTERN_CACHE: warmCache });
  return path.join(folder, 'deck.html');
}

async function measureLimits(): Promise<readonly LimitSeries[]> {
  console.error('close to the limit');
  const rounds = isQuick ? 1 : 5;
  const memory = await measurePageMemory(buildForStage(1000), rounds);
  const images: LimitRound[] = [];
  const shots = exportCommands({ folder, lecternProgram, browser: browserFile() }).images;
  for (let round = 0; round < (isQuick ? 1 : 3); round++) {
    const file = buildForStage(100);
    const limit = await captureSlides(file, folder);
    images.push({ lectern: run(shots, exportEnvironment()).wall, limit });
  }
  return limitSeries(memory, images);
}

async function measureWatchers(): Promise<readonly LiveSeries[]> {
  const all: LiveSeries[] = [];
  for (const { name, most, mostTimes, ...plan } of livePlans) {
    console.error(`while writing, ${name}`);
    const runs = await measureLive(
      watchersOf(plan, { folder, lecternProgram, cache: warmCache }),
      isQuick ? 5 : 20,
    );
    all.push({ name, most, mostTimes, runs });
  }
  return all;
}

async function playOne(): Promise<Hour> {
  return playHour({
    folder: path.join(folder, 'hour'),
    lectern: [process.execPath, lecternProgram],
    env: { LECTERN_CACHE: warmCache },
    port: await freePort(),
    changes: isQuick ? 50 : 720,
  });
}

async function measureExports(): Promise<readonly ExportSeries[]> {
  const all: ExportSeries[] = [];
  const plan = (count: number, others: Beside): Beside => {
    return { lectern: count, chromium: count, marp: count, ...others };
  };
  // decktape waits for a second at each slide.
  for (const [slides, rounds] of [
    [12, plan(isQuick ? 3 : 9, { decktape: isQuick ? 1 : 3 })],
    [100, plan(isQuick ? 2 : 5, isQuick ? {} : { decktape: 1 })],
    [1000, plan(isQuick ? 1 : 3, { marp: 0 })],
  ] as const) {
    console.error(`PDFs of ${slides} slides: ${rounds.lectern} rounds`);
    all.push(await measureExport(slides, rounds));
  }
  return all;
}

/** @param rounds in how many of them each program takes part */
async function measureExport(slides: number, rounds: Beside): Promise<ExportSeries> {
  const commands = exportCommands({ folder, lecternProgram, browser: browserFile() });
  const ask = async (round: number, take: (argv: Command['argv']) => number | Promise<number>) => {
    writeDecks({ slides, charts: [], draft: round });
    const figures: Partial<Record<Program, number>> = {};
    for (const program of programs) {
      if ((rounds[program] ?? 0) < Math.max(round, 1)) continue;
      // From what Lectern makes of the slides, but not for it.
      if (program === 'chromium') run(lectern, { LECTERN_CACHE: warmCache });
      if (program === 'decktape') writePlainDeck();
      figures[program] = await take(commands[program]);
    }
    return figures;
  };
  const env = exportEnvironment();
  // The round before the first fills the caches, and is the one whose memory is looked at.
  const memory = await ask(0, (argv) => peakMemory(argv, { cwd: folder, env }));
  const all: Beside[] = [];
  for (let round = 1; round <= (rounds.lectern ?? 0); round++) {
    all.push(await ask(round, (argv) => run(argv, env).wall));
  }
  const sizes = Object.keys(memory).map((program) => {
    return [program, statSync(path.join(folder, `${program}.pdf`)).size];
  });
  const typst = measureTypst(folder, slides, isQuick ? 3 : 9);
  return { slides, rounds: all, memory, size: Object.fromEntries(sizes), typst };
}

function exportEnvironment(): Readonly<Record<string, string>> {
  return { LECTERN_CACHE: warmCache, CHROME_PATH: browserFile() };
}

function browserFile(): string {
  const found = findBrowser();
  if (!found || 'problem' in found) throw new Error(found?.problem ?? 'there is no browser');
  return found.path;
}

/** A page as reveal.js' own documentation shows it. */
function writePlainDeck(): void {
  run(lectern, { LECTERN_CACHE: warmCache });
  const html = readFileSync(path.join(folder, 'deck.html'), 'utf8');
  writeFileSync(path.join(folder, 'plain.html'), writePlainPage(html));
}

/** Runs all programs on one deck, round by round, so that what disturbs one disturbs all. */
function measureDeck(plan: Omit<DeckPlan, 'draft'>, rounds: number): Series {
  console.error(
    `${plan.slides} slides${plan.charts.length > 0 ? ' with a chart' : ''}: ${rounds} rounds`,
  );
  // The round before the first fills the caches: the system's of files, and Lectern's own.
  const all = Array.from({ length: rounds + 1 }, (_, round) => measureRound(plan, round));
  return { slides: plan.slides, hasChart: plan.charts.length > 0, rounds: all.slice(1) };
}

function measureRound(plan: Omit<DeckPlan, 'draft'>, round: number): Round {
  const node = run([process.execPath, '-e', '0']);
  writeDecks({ ...plan, draft: round });
  const edited = run(lectern, { LECTERN_CACHE: warmCache });
  // No page is cached whose files were saved less than two seconds ago: they might change unnoticed.
  sleep(2100);
  run(lectern, { LECTERN_CACHE: warmCache });
  const cached = run(lectern, { LECTERN_CACHE: warmCache });
  const beside = plan.charts.length > 0 ? {} : { marp: run(marp) };
  for (const name of ['cold', 'deck.html']) remove(path.join(folder, name));
  const first = run(lectern, { LECTERN_CACHE: coldCache });
  return { node, first, edited, cached, ...beside };
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** First builds of a deck as it is, with a slide with a chart more, and with eleven, round by round. */
function measureCharts(rounds: number): readonly ChartRound[] {
  console.error(`charts: ${rounds} rounds`);
  const build = (count: number): Measurement => {
    const charts = Array.from({ length: count }, () => 'bar' as const);
    writeDecks({ slides: 12 + count, charts, draft: 0 });
    for (const name of ['cold', 'deck.html']) remove(path.join(folder, name));
    return run(lectern, { LECTERN_CACHE: coldCache });
  };
  const all = Array.from({ length: rounds + 1 }, () => {
    return { none: build(0), one: build(1), eleven: build(11) };
  });
  return all.slice(1);
}

function writeDecks(plan: DeckPlan): void {
  writeFileSync(path.join(folder, 'deck.md'), writeDeck(plan, 'lectern'));
  writeFileSync(path.join(folder, 'marp.md'), writeDeck(plan, 'marp'));
}

function run(argv: Command['argv'], env?: Command['env']): Measurement {
  return measure({ argv, cwd: folder, ...(env && { env }) }, scratchFile);
}

function measurePages() {
  const build = (...charts: DeckPlan['charts']) => {
    writeDecks({ slides: 12, charts, draft: 0 });
    run(lectern, { LECTERN_CACHE: warmCache });
    return measurePage(readFileSync(path.join(folder, 'deck.html'), 'utf8'));
  };
  const withBoth = build('bar', 'line');
  const withChart = build('bar');
  const plain = build();
  run(marp);
  return {
    plain,
    withChart,
    withBoth,
    marp: size(readFileSync(path.join(folder, 'marp.html'), 'utf8')),
  };
}

function versions() {
  const read = (file: string): string => JSON.parse(readFileSync(file, 'utf8')).version;
  return {
    lectern: read(path.join(folder, 'node_modules/lectern/package.json')),
    marp: read(path.join(bench, 'node_modules/@marp-team/marp-cli/package.json')),
  };
}

function remove(file: string): void {
  rmSync(file, { recursive: true, force: true });
}
