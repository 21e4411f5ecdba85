import path from 'node:path';
import { Report } from '../../base/diagnostics/report.ts';
import { BuildMemo } from '../../base/memo/memo.ts';
import type { LoadPipeline, PlannedDeck } from '../../base/pipeline.ts';
import { TrustedScripts } from '../../base/scripts/trusted-scripts.ts';
import type { Terminal } from '../../base/terminal.ts';
import type { Finding } from '../../check/finding.ts';
import { checkRules } from '../../model/check.ts';
import { parseArguments } from '../arguments.ts';
import { browserOptions, chooseBrowser } from '../browser/choose-browser.ts';
import { SharedBrowser } from '../browser/shared-browser.ts';
import { type Command, exitCodes } from '../command.ts';
import { dialectOption, forceOption, helpOption, verboseOption } from '../help.ts';
import { planDecks } from '../plan.ts';
import { chooseRemote, remoteOptions } from '../remote-options.ts';
import { UsageError } from '../usage-error.ts';
import { chooseOutput } from './check-output.ts';
import { CheckProgress } from './check-progress.ts';
import { CheckRun } from './check-run.ts';
import { chooseExtras } from './choose-extras.ts';
import type { DeckResult } from './deck-result.ts';
import { planReport, writeReport } from './report-file.ts';
import { writeSarif } from './sarif-file.ts';

const options = {
  root: { type: 'string', value: 'DIR', help: 'the folder that decks may use files from' },
  dialect: dialectOption,
  ...remoteOptions,
  'trust-scripts': { type: 'boolean', help: 'run the scripts that decks list, now and later' },
  format: { type: 'string', value: 'FORMAT', help: 'text, json, sarif or github (default: text)' },
  json: { type: 'boolean', help: 'the same as --format json' },
  images: { type: 'string', value: 'DIR', help: 'save an image of each slide with findings' },
  report: {
    type: 'string',
    value: 'FILE',
    help: 'write an accessibility report (.html or .json)',
  },
  sarif: { type: 'string', value: 'FILE', help: 'also write the findings in SARIF' },
  force: forceOption,
  strict: { type: 'boolean', help: 'treat warnings as errors' },
  links: { type: 'boolean', help: 'check links to the web, which asks their servers' },
  'private-links': { type: 'boolean', help: 'with --links, also ask servers in private networks' },
  spell: { type: 'boolean', help: 'check spelling, with dictionaries from npm' },
  fix: { type: 'boolean', help: 'correct what is certain, and show the changes' },
  diff: { type: 'boolean', help: 'show what --fix would change, and write nothing' },
  'no-browser': { type: 'boolean', help: 'check only the source' },
  ...browserOptions,
  quiet: { type: 'boolean', help: 'print only errors and warnings' },
  verbose: verboseOption,
  help: helpOption,
} as const;

const rules = Object.entries(checkRules);
const width = Math.max(...rules.map(([name]) => name.length));

export const checkCommand: Command = {
  name: 'check',
  summary: 'find what the audience would trip over',
  operands: '[deck.md …]',
  details: `Looks at the source and, in the browser that "lectern export" uses, at every slide. Without a
deck, checks every Markdown file in slides/ whose name does not begin with "_".

Checks:
${rules.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

The front matter of a deck, or the nearest lectern.config.json in its folder or above it, up
to the root of the repository, sets a check to error, warning, note or off:

  check: { contrast: error, density: off }

A comment ignores findings in the block below it, and says why:

  <!-- check-ignore contrast: the logo needs this color -->

The exit code is 0 if there are no errors, 1 if there are, 2 for invalid usage.`,
  options,
  examples: ['lectern check', 'lectern check talk.md --strict', 'lectern check --format sarif'],
  run: runCheck,
};

async function runCheck(
  argv: readonly string[],
  terminal: Terminal,
  loadPipeline: LoadPipeline,
): Promise<number> {
  const start = performance.now();
  const { options: flags, operands } = parseArguments(options, argv);
  // Progress, the build and the rules for the source parse a deck once.
  const remote = chooseRemote(flags, terminal);
  const decks = planDecks('check', operands, { ...flags, remote }, terminal.cwd).map(
    ({ deck, options: of }): PlannedDeck => ({ deck, options: { ...of, memo: new BuildMemo() } }),
  );
  const output = chooseOutput(flags, terminal);
  const extras = chooseExtras(flags);
  const browser = flags['no-browser']
    ? undefined
    : new SharedBrowser(chooseBrowser(flags, process.env));
  if (!browser && flags.images !== undefined) {
    throw new UsageError('--images and --no-browser exclude each other');
  }
  const report = planReport(flags, terminal.cwd, process.env);
  refuseOnePlace(report?.file, flags.sarif, terminal.cwd);
  browser?.prepare();
  browser?.expect(decks.length);
  const run = new CheckRun(await loadPipeline(), {
    browser,
    trusted: new TrustedScripts(flags['trust-scripts'] ?? false),
    terminal,
    output,
    extras,
    fixes: flags.diff ? 'show' : flags.fix ? 'write' : undefined,
    ...(flags.images !== undefined && { images: path.resolve(terminal.cwd, flags.images) }),
    inspects: report !== undefined,
    force: flags.force ?? false,
  });
  const results: DeckResult[] = [];
  try {
    const progress = await CheckProgress.of(output.progress, decks, terminal.cwd);
    for (const deck of decks) {
      results.push(await run.check(deck, (slides) => progress.advance(deck, slides)));
    }
  } finally {
    await browser?.stop();
  }
  const problems = new Report();
  const bytes = report && (await writeReport(report, results, browser?.version, problems));
  const foundSoFar = (): readonly Finding[] =>
    problems.diagnostics.map((diagnostic) => ({ diagnostic }));
  const result = {
    decks: results,
    ...(report && bytes !== undefined && { report: report.file }),
    milliseconds: performance.now() - start,
  };
  if (flags.sarif !== undefined) {
    const plan = { file: flags.sarif, force: flags.force ?? false, cwd: terminal.cwd };
    await writeSarif(plan, { ...result, problems: foundSoFar() }, problems);
  }
  const found = foundSoFar();
  output.end({ ...result, problems: found });
  const all = [...results.flatMap(({ findings }) => findings), ...found];
  const severities = all.map(({ diagnostic }) => diagnostic.severity);
  const hasFailed =
    severities.includes('error') || (flags.strict === true && severities.includes('warning'));
  return hasFailed ? exitCodes.failed : exitCodes.done;
}

/** The second would replace the first. @throws {UsageError} */
function refuseOnePlace(report: string | undefined, sarif: string | undefined, cwd: string): void {
  if (report === undefined || sarif === undefined) return;
  // Some file systems ignore case.
  const [one, two] = [report, sarif].map((file) => path.resolve(cwd, file).toLowerCase());
  if (one === two) throw new UsageError('--report and --sarif name the same file');
}
