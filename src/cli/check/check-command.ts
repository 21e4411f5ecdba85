import { checkDeck } from '../../check/check.ts';
import { readCheckConfig } from '../../check/config.ts';
import { withoutScripts } from '../../5-bundle/own-scripts.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { reportInternalError } from '../../base/internal-error.ts';
import type { BuildPage, LoadPipeline, PlannedDeck } from '../../base/pipeline.ts';
import { reportScriptsOff } from '../../base/scripts/script-consent.ts';
import { TrustedScripts } from '../../base/scripts/trusted-scripts.ts';
import type { Terminal } from '../../base/terminal.ts';
import { formatPath } from '../../base/units.ts';
import { checkRules } from '../../model/check.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, exitCodes } from '../command.ts';
import { chooseBrowser } from '../export/choose-browser.ts';
import { SharedBrowser } from '../export/shared-browser.ts';
import { helpOption, verboseOption } from '../help.ts';
import { planDecks } from '../plan.ts';
import { type CheckOutput, chooseOutput, type DeckResult } from './check-output.ts';

const options = {
  root: { type: 'string', value: 'DIR', help: 'the folder that decks may use files from' },
  'allow-remote': { type: 'boolean', help: 'keep links to remote images, video and audio' },
  'trust-scripts': { type: 'boolean', help: 'run the scripts that decks list, now and later' },
  format: { type: 'string', value: 'FORMAT', help: 'text, json, sarif or github (default: text)' },
  json: { type: 'boolean', help: 'the same as --format json' },
  strict: { type: 'boolean', help: 'treat warnings as errors' },
  'no-browser': { type: 'boolean', help: 'check only the source' },
  browser: { type: 'string', value: 'FILE', help: 'path of the Chrome, Chromium or Edge to use' },
  'browser-url': {
    type: 'string',
    value: 'URL',
    help: 'a running browser to connect to: ws://… or http://…',
  },
  'no-sandbox': { type: 'boolean', help: 'start the browser without its sandbox' },
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
  details: `Looks at the source and, in the browser that "lectern export" uses, at every slide. Writes
nothing. Without a deck, checks every Markdown file in slides/ whose name does not
begin with "_".

Checks:
${rules.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

The front matter of a deck, or lectern.config.yaml in the project folder for all decks,
sets a check to error, warning, note or off:

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
  const { options: flags, operands } = parseArguments(options, argv);
  const decks = planDecks('check', operands, flags, terminal.cwd);
  const output = chooseOutput(flags, terminal);
  const browser = flags['no-browser']
    ? undefined
    : new SharedBrowser(chooseBrowser(flags, process.env));
  browser?.prepare();
  const run = new CheckRun(await loadPipeline(), {
    browser,
    trusted: new TrustedScripts(flags['trust-scripts'] ?? false),
    terminal,
    output,
  });
  const results: DeckResult[] = [];
  try {
    for (const deck of decks) results.push(await run.check(deck));
  } finally {
    await browser?.stop();
  }
  output.end(results);
  const severities = results.flatMap(({ findings }) =>
    findings.map(({ diagnostic }) => diagnostic.severity),
  );
  const hasFailed =
    severities.includes('error') || (flags.strict === true && severities.includes('warning'));
  return hasFailed ? exitCodes.failed : exitCodes.done;
}

interface RunContext {
  readonly browser: SharedBrowser | undefined;
  readonly trusted: TrustedScripts;
  readonly terminal: Terminal;
  readonly output: CheckOutput;
}

/** One run of the command. */
class CheckRun {
  readonly #buildPage: BuildPage;
  readonly #context: RunContext;

  constructor(buildPage: BuildPage, context: RunContext) {
    this.#buildPage = buildPage;
    this.#context = context;
  }

  async check(planned: PlannedDeck): Promise<DeckResult> {
    const { terminal, output } = this.#context;
    const report = new Report();
    const start = performance.now();
    const found = await this.#find(planned, report);
    const problems = report.diagnostics.map((diagnostic) => ({ diagnostic }));
    const result = {
      deck: planned.deck,
      findings: [...problems, ...found.findings],
      ...(found.page && { page: found.page }),
      milliseconds: performance.now() - start,
    };
    output.checked(result, terminal.cwd);
    return result;
  }

  async #find(planned: PlannedDeck, report: Report): ReturnType<typeof checkDeck> {
    const { browser, trusted, terminal } = this.#context;
    const { root, cwd } = planned.options;
    try {
      const { levels } = readCheckConfig(root, cwd, report);
      return await checkDeck(planned, {
        buildPage: this.#buildPage,
        levels,
        ...(browser && {
          show: (page, work) => {
            const { scripts } = page;
            const texts = scripts.map(({ text }) => text);
            if (trusted.includes(root, texts)) return browser.show(page.html, work);
            reportScriptsOff(page, 'check', report);
            return browser.show(withoutScripts(page.html, scripts), work);
          },
        }),
      });
    } catch (error) {
      const doing = `checking ${formatPath(planned.deck, cwd)}`;
      reportInternalError(error, doing, terminal.debug, report);
      return { findings: [] };
    }
  }
}
