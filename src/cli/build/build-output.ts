import { existsSync } from 'node:fs';
import { type Diagnostic, withoutNotes } from '../../base/diagnostics/diagnostic.ts';
import { createRunPrinter } from '../../base/diagnostics/run-printer.ts';
import type { Terminal } from '../../base/terminal.ts';
import { visibleJson } from '../../base/text/visible-text.ts';
import { count, formatPath, formatSize, formatTime } from '../../base/units.ts';
import type { Page } from '../../model/page.ts';
import type { Job } from '../plan.ts';
import { countProblems, type TextOptions } from '../run-summary.ts';
import type { WrittenExplanation } from './explainer.ts';
import type { BuiltSite, WrittenSite } from './site-builder.ts';

/** The result of building one deck. */
export interface BuiltDeck {
  readonly job: Job;
  /** Present if the deck was written. */
  readonly written?: Page;
  /** Present if a page that explains it was written. */
  readonly explanation?: WrittenExplanation;
  readonly milliseconds: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Prints the progress and result of a build. */
interface BuildOutput {
  add(deck: BuiltDeck): void;
  end(decks: readonly BuiltDeck[], site: BuiltSite | undefined): void;
}

/** For people: results go to standard output, diagnostics to standard error. */
export function textOutput(
  terminal: Terminal,
  jobs: readonly Job[],
  { strict, quiet, verbose }: TextOptions,
): BuildOutput {
  const printer = createRunPrinter(terminal.cwd, terminal.colors, verbose);
  const width = Math.max(...jobs.map((job) => outputName(job).length));
  return {
    add(deck) {
      if (deck.written && !quiet) terminal.print(`${resultLine(deck, deck.written, width)}\n`);
      if (deck.explanation && !quiet) {
        terminal.print(`${explanationLine(deck.explanation, terminal.cwd, width)}\n`);
      }
      const shown = quiet ? withoutNotes(deck.diagnostics) : deck.diagnostics;
      for (const text of printer.print(shown)) terminal.printError(`${text}\n\n`);
    },
    end(decks, site) {
      if (site?.written && !quiet)
        terminal.print(siteLines(site.written, decks.length, terminal.cwd, width));
      for (const text of printer.print(site?.diagnostics ?? [])) terminal.printError(`${text}\n\n`);
      const summary = summaryLine(decks, printer.diagnostics, strict);
      if (summary) terminal.printError(`${summary}\n`);
    },
  };
}

/** Machine-readable output: one JSON object. */
export function jsonOutput(terminal: Terminal): BuildOutput {
  return {
    add() {},
    end(decks, site) {
      const diagnostics = [...decks, ...(site ? [site] : [])].flatMap((each) => each.diagnostics);
      const result = {
        decks: decks.map(jsonDeck),
        site: site?.written ? jsonSite(site.written, terminal.cwd) : null,
        diagnostics: diagnostics.map(jsonDiagnostic),
      };
      terminal.print(`${visibleJson(result)}\n`);
    },
  };
}

function jsonDeck({ job, written, explanation, milliseconds }: BuiltDeck) {
  return {
    file: formatPath(job.deck, job.options.cwd),
    output: written ? outputName(job) : null,
    explanation: explanation ? formatPath(explanation.file, job.options.cwd) : null,
    bytes: written ? Buffer.byteLength(written.html) : null,
    slides: written ? written.slideCount : null,
    milliseconds: Math.round(milliseconds),
  };
}

function jsonSite({ index, feed, bytes, decks }: WrittenSite, cwd: string) {
  return {
    output: formatPath(index, cwd),
    feed: feed === undefined ? null : formatPath(feed, cwd),
    bytes,
    decks,
  };
}

/** A diagnostic as JSON. All keys are present, some as `null`; only a place in a workbook has a `cell`. */
export function jsonDiagnostic({ code, severity, message, span, hint }: Diagnostic) {
  const { file = null, line = null, column = null, length = null, cell } = span ?? {};
  const place = { file, line, column, length, ...(cell && { cell }) };
  return { code, severity, message, ...place, hint: hint ?? null };
}

/** `dist/talk.html   312 kB   14 slides   0.4 s   contains the speaker notes` */
function resultLine({ job, milliseconds }: BuiltDeck, page: Page, width: number): string {
  const parts = [
    outputName(job).padEnd(width),
    formatSize(Buffer.byteLength(page.html)).padStart(6),
    count(page.slideCount, 'slide').padStart(9),
    formatTime(milliseconds).padStart(6),
  ];
  // A reminder, as the file will be given to others.
  if (!job.options.share) {
    const notes = page.slides.some((slide) => slide.notes !== '') ? 'the speaker notes and ' : '';
    parts.push(`contains ${notes}its source`);
  }
  return parts.join('   ');
}

/** `dist/talk.explain.html   1.2 MB   shows what became of each slide` */
function explanationLine(
  { file, bytes, withoutImages }: WrittenExplanation,
  cwd: string,
  width: number,
): string {
  const images = withoutImages === undefined ? '' : `, without images: ${withoutImages}`;
  const parts = [formatPath(file, cwd).padEnd(width), formatSize(bytes).padStart(6)];
  return [...parts, `shows what became of each slide${images}`].join('   ');
}

/** `dist/index.html   84 kB   3 decks` and what the site lacks. */
function siteLines(
  { index, feed, bytes, decks, lacks }: WrittenSite,
  built: number,
  cwd: string,
  width: number,
): string {
  const listed = decks < built ? `${decks} of ${count(built, 'deck')}` : count(decks, 'deck');
  const parts = [
    formatPath(index, cwd).padEnd(width),
    formatSize(bytes).padStart(6),
    listed.padStart(9),
    ...(feed === undefined ? [] : [`with ${formatPath(feed, cwd)}`]),
  ];
  return [parts.join('   '), ...lacks.map((lack) => `  ${lack}`)]
    .map((line) => `${line}\n`)
    .join('');
}

/** `2 errors, 1 warning: dist/talk.html was not written, the previous file is unchanged` */
function summaryLine(
  decks: readonly BuiltDeck[],
  all: readonly Diagnostic[],
  strict: boolean,
): string | undefined {
  const failed = decks.filter(({ written }) => !written).map(({ job }) => job);
  const counts = countProblems(all, strict);
  return counts === undefined || failed.length === 0 ? counts : `${counts}: ${notWritten(failed)}`;
}

function notWritten(jobs: readonly Job[]): string {
  const names = jobs.map(outputName).join(', ');
  const isThere = jobs.some(({ output }) => existsSync(output));
  if (jobs.length === 1) {
    return `${names} was not written${isThere ? ', the previous file is unchanged' : ''}`;
  }
  return `${names} were not written${isThere ? ', the previous files are unchanged' : ''}`;
}

function outputName({ output, options }: Job): string {
  return formatPath(output, options.cwd);
}
