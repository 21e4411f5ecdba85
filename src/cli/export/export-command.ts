import { formats } from '../../6-export/formats.ts';
import type { LoadPipeline } from '../../base/pipeline.ts';
import { TrustedScripts } from '../../base/scripts/trusted-scripts.ts';
import type { Terminal } from '../../base/terminal.ts';
import { parseArguments } from '../arguments.ts';
import { browserOptions, chooseBrowser } from '../browser/choose-browser.ts';
import { SharedBrowser } from '../browser/shared-browser.ts';
import { cachePages } from '../build/page-cache.ts';
import { type Command, exitCodes } from '../command.ts';
import { dialectOption, forceOption, helpOption, verboseOption } from '../help.ts';
import { chooseRemote, fetchOptions } from '../remote-options.ts';
import { jsonExportOutput, textExportOutput } from './export-output.ts';
import { planExport } from './export-plan.ts';
import { ExportRun } from './export-run.ts';

const options = {
  to: {
    type: 'string',
    value: 'FORMATS',
    help: 'the formats, as in --to pdf,notes (default: pdf)',
  },
  out: {
    type: 'string',
    value: 'PATH',
    help: 'output folder, or output file (.pdf) (default: dist)',
  },
  slides: { type: 'string', value: 'RANGES', help: 'only these slides, as in --slides 3-7,12' },
  steps: { type: 'boolean', help: 'pdf, images: one per step of a slide' },
  notes: { type: 'boolean', help: 'pdf, markdown: write the speaker notes below each slide' },
  paper: { type: 'string', value: 'SIZE', help: 'handout: paper size, a4 or letter (default: a4)' },
  'per-page': {
    type: 'string',
    value: 'N',
    help: 'handout: slides per page, 1 with notes (default), 2, 3, 4 or 6',
  },
  width: { type: 'string', value: 'PIXELS', help: 'images: width (default: 1920)' },
  template: { type: 'string', value: 'FILE', help: 'pptx: the .potx or .pptx file to write it in' },
  transparent: { type: 'boolean', help: 'images: omit the background of the slides' },
  root: { type: 'string', value: 'DIR', help: 'the folder that decks may use files from' },
  dialect: dialectOption,
  ...fetchOptions,
  'trust-scripts': { type: 'boolean', help: 'run the scripts that decks list, now and later' },
  force: forceOption,
  strict: { type: 'boolean', help: 'treat warnings as errors' },
  ...browserOptions,
  json: { type: 'boolean', help: 'machine-readable output: one JSON object' },
  quiet: { type: 'boolean', help: 'print only errors and warnings' },
  verbose: verboseOption,
  help: helpOption,
} as const;

export const exportCommand: Command = {
  name: 'export',
  summary: 'export decks to PDF, PowerPoint, handouts, images, notes and Markdown',
  operands: '[deck.md …]',
  details: `Formats:
${formats.map(({ name, summary }) => `  ${name.padEnd(8)}  ${summary}`).join('\n')}

Writes dist/<name>.pdf, dist/<name>-notes.md and so on for each deck. Without a deck,
exports every Markdown file in slides/ whose name does not begin with "_". An error in
one deck or format does not stop the others. The exit code is 0 if all files were
written, 1 if one was not, 2 for invalid usage.

A file that Lectern has not written is not replaced without --force, nor are notes, texts
and images that were changed since; a record in the cache says which ones Lectern wrote.

PDFs and images need Chrome, Chromium or Edge: the one that --browser or LECTERN_BROWSER
names, or one in a usual location. PowerPoint files need it only for some images. It runs
without network access, with an empty profile, and sees only the finished page. As root,
for example in a container, it only starts with --no-sandbox or LECTERN_NO_SANDBOX=1.

The same source and the same browser give the same bytes. Dates in files are the date of
the deck or SOURCE_DATE_EPOCH.`,
  options,
  examples: [
    'lectern export',
    'lectern export talk.md --out talk.pdf',
    'lectern export talk.md --steps --slides 3-7,12',
  ],
  run: runExport,
};

async function runExport(
  argv: readonly string[],
  terminal: Terminal,
  loadPipeline: LoadPipeline,
): Promise<number> {
  const start = performance.now();
  const { options: flags, operands } = parseArguments(options, argv);
  const { env } = process;
  const remote = chooseRemote(flags, terminal);
  const plan = planExport(operands, { ...flags, remote }, terminal.cwd, env);
  const output = flags.json
    ? jsonExportOutput(terminal)
    : textExportOutput(terminal, flags.quiet ?? false, flags.verbose ?? false);
  const browser = new SharedBrowser(chooseBrowser(flags, env));
  const trusted = new TrustedScripts(flags['trust-scripts'] ?? false);
  const run = new ExportRun(plan, trusted, browser, output, terminal, flags.force ?? false);
  try {
    if (plan.formats.some(({ usesBrowser }) => usesBrowser)) browser.prepare();
    // The cache keeps pages, but not their decks.
    const usesDeck = plan.formats.some((format) => format.usesDeck);
    const buildPage = usesDeck ? await loadPipeline() : cachePages(loadPipeline);
    await run.buildPages(buildPage, flags.strict ?? false);
    await run.exportPages();
  } finally {
    await browser.stop();
  }
  output.end(performance.now() - start);
  return run.hasFailed ? exitCodes.failed : exitCodes.done;
}
