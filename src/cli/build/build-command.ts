import { Report } from '../../base/diagnostics/report.ts';
import { Inputs } from '../../base/inputs.ts';
import { reportInternalError } from '../../base/internal-error.ts';
import type { BuildPage, LoadPipeline } from '../../base/pipeline.ts';
import type { Terminal } from '../../base/terminal.ts';
import { formatPath } from '../../base/units.ts';
import type { Page } from '../../model/page.ts';
import { parseArguments } from '../arguments.ts';
import { browserOptions, chooseBrowser } from '../browser/choose-browser.ts';
import { type Command, exitCodes } from '../command.ts';
import { dialectOption, forceOption, helpOption, verboseOption } from '../help.ts';
import { containsSource } from '../output/replaceable.ts';
import { writeOutput } from '../output/write-output.ts';
import { type Job, planBuild } from '../plan.ts';
import { chooseRemote, remoteOptions } from '../remote-options.ts';
import { type BuiltDeck, jsonOutput, textOutput } from './build-output.ts';
import type { Explainer, WrittenExplanation } from './explainer.ts';
import { cachePages } from './page-cache.ts';
import type { SiteBuilder } from './site-builder.ts';

const options = {
  out: {
    type: 'string',
    value: 'PATH',
    help: 'output folder, or output file (.html) (default: dist)',
  },
  root: { type: 'string', value: 'DIR', help: 'the folder that decks may use files from' },
  dialect: dialectOption,
  ...remoteOptions,
  share: { type: 'boolean', help: 'omit the speaker notes, the embedded source and metadata' },
  explain: { type: 'boolean', help: 'write a page that shows what became of each slide' },
  site: { type: 'boolean', help: 'also write an index of the decks, with a search' },
  'site-url': { type: 'string', value: 'URL', help: 'with --site, its address, for a feed' },
  force: forceOption,
  strict: { type: 'boolean', help: 'treat warnings as errors' },
  ...browserOptions,
  json: { type: 'boolean', help: 'machine-readable output: one JSON object' },
  quiet: { type: 'boolean', help: 'print only errors and warnings' },
  verbose: verboseOption,
  help: helpOption,
} as const;

export const buildCommand: Command = {
  name: 'build',
  summary: 'build one HTML file per deck',
  operands: '[deck.md …]',
  details: `Writes dist/<name>.html for each deck. Without a deck, builds every deck in
slides/ whose name does not begin with "_".

Reports all errors and warnings of all decks. A deck with an error is not written, and
its last output is kept. A file that Lectern has not written, or that was built from
another deck, is not replaced without --force.

The exit code is 0 if all decks were written, 1 if one has errors, 2 for invalid usage.

A deck may use files of its project: the nearest folder above it that contains a
package.json or a .git, or else its own folder. --root sets another one.

The file contains its source, which lectern extract writes out again, and the speaker
notes. --share omits both, and the metadata of images.

--explain also writes dist/<name>.explain.html, even for a deck with errors: what it
was read as, and each slide with its image, its text, what a deck of another tool became
in Lectern's Markdown, and what was found. The images need a browser, as for "lectern
export"; without one, the page has none. With --share, it has no texts.

--site also writes index.html next to the decks: a list of those that were written, with
their first slides, and a search in the text of all slides, but not in the notes. It
links to the PDF, PowerPoint and Markdown files of decks that are there. --site-url, or
"site": {"url": …} in lectern.config.json, is the address for links and feed.xml.`,
  options,
  examples: [
    'lectern build',
    'lectern build talk.md --out talk.html',
    'lectern build --strict',
    'lectern build --site --share',
  ],
  run: build,
};

async function build(
  argv: readonly string[],
  terminal: Terminal,
  loadPipeline: LoadPipeline,
): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  const remote = chooseRemote(flags, terminal);
  const jobs = planBuild(operands, { ...flags, remote }, terminal.cwd);
  const strict = flags.strict ?? false;
  const output = flags.json
    ? jsonOutput(terminal)
    : textOutput(terminal, jobs, {
        strict,
        quiet: flags.quiet ?? false,
        verbose: flags.verbose ?? false,
      });
  const buildPage = cachePages(withFailures(loadPipeline));
  const force = flags.force ?? false;
  const browser = chooseBrowser(flags, process.env);
  const explainer = flags.explain
    ? new (await import('./explainer.ts')).Explainer(browser, force)
    : undefined;
  const isSite = flags.site || flags['site-url'] !== undefined;
  const site = isSite
    ? (await import('./site-builder.ts')).openSite(jobs, flags, { browser, force, loadPipeline })
    : undefined;
  const settings = { strict, force, debug: terminal.debug, explainer, site };
  const decks: BuiltDeck[] = [];
  try {
    for (const job of jobs) {
      const deck = await buildDeck(job, buildPage, settings);
      output.add(deck);
      decks.push(deck);
    }
    await site?.write();
  } finally {
    await explainer?.stop();
    await site?.stop();
  }
  output.end(decks, site?.result);
  const areDone = decks.every(({ written, explanation }) => written && (explanation || !explainer));
  return areDone && (!site || site.result.written) ? exitCodes.done : exitCodes.failed;
}

/** A build that also reports what is missing for screen readers, and that reuses slides of the last one. */
function withFailures(loadPipeline: LoadPipeline): LoadPipeline {
  return async () => {
    const buildPage = await loadPipeline();
    return async (deck, given, report, inputs) => {
      const { openSlideStore } = await import('./slide-store.ts');
      const memo = openSlideStore(deck, given);
      const options = { ...given, ...(memo && { memo }) };
      const page = await buildPage(deck, options, report, inputs);
      if (!page) return undefined;
      const { reportFailures } = await import('../../check/failures.ts');
      await reportFailures(page.contents.deck, page, { deck, options }, report);
      memo?.save();
      return page;
    };
  };
}

interface DeckSettings {
  readonly strict: boolean;
  readonly force: boolean;
  readonly debug: boolean;
  readonly explainer: Explainer | undefined;
  readonly site: SiteBuilder | undefined;
}

/** Builds one deck and writes it unless it has errors. All errors become diagnostics. */
async function buildDeck(
  job: Job,
  buildPage: BuildPage,
  { strict, force, debug, explainer, site }: DeckSettings,
): Promise<BuiltDeck> {
  const start = process.uptime();
  let end: number | undefined;
  const report = new Report();
  let written: Page | undefined;
  let explanation: WrittenExplanation | undefined;
  try {
    const inputs = new Inputs();
    const page = await buildPage(job.deck, job.options, report, inputs);
    const hasFailed = report.hasErrors || (strict && report.hasProblems);
    if (page && !hasFailed) written = await write(page, job, { inputs, force }, report);
    end = process.uptime();
    if (written) await site?.add(job, written, inputs.files);
    explanation = await explainer?.explain(job, page, report);
  } catch (error) {
    const name = formatPath(job.deck, job.options.cwd);
    reportInternalError(error, `building ${name}`, debug, report);
  }
  const milliseconds = ((end ?? process.uptime()) - start) * 1000;
  const done = { ...(written && { written }), ...(explanation && { explanation }) };
  return { job, ...done, milliseconds, diagnostics: report.diagnostics };
}

/** @returns the page if it was written */
async function write(
  page: Page,
  { deck, output, options }: Job,
  { inputs, force }: { readonly inputs: Inputs; readonly force: boolean },
  report: Report,
): Promise<Page | undefined> {
  const { cwd } = options;
  // Composed here: an error in it is not one of the disk.
  const content = Buffer.from(page.html);
  const hadSource = containsSource(output);
  const bytes = await writeOutput(
    { file: output, deck, content, inputs: inputs.files, force, cwd },
    report,
  );
  if (bytes === undefined) return undefined;
  reportOtherKind(hadSource, options.share, formatPath(output, cwd), report);
  return page;
}

/** States that a page for others was replaced by one with notes and source, or the other way. */
function reportOtherKind(
  hadSource: boolean | undefined,
  share: boolean,
  name: string,
  report: Report,
): void {
  if (hadSource === undefined || hadSource !== share) return;
  const message = share
    ? `${name} contained speaker notes and source; this page, built with --share, does not`
    : `${name} was built with --share; this page contains speaker notes and source again`;
  const hint = 'to keep both, write one of them elsewhere with --out';
  report.add('output-kind', undefined, message, hint);
}
