import type { Terminal } from '../../base/terminal.ts';
import { visibleJson, visibleText } from '../../base/text/visible-text.ts';
import { count } from '../../base/units.ts';
import { parseArguments } from '../arguments.ts';
import { browserOptions, chooseBrowser } from '../browser/choose-browser.ts';
import { type Command, exitCodes } from '../command.ts';
import { helpOption } from '../help.ts';
import { UsageError } from '../usage-error.ts';
import { checkBrowser } from './browser-checks.ts';
import type { DoctorCheck } from './doctor-check.ts';
import {
  checkCache,
  checkLectern,
  checkNode,
  checkPackages,
  checkProject,
} from './system-checks.ts';

const options = {
  json: { type: 'boolean', help: 'machine-readable output: one JSON object' },
  'no-browser': { type: 'boolean', help: 'do not start the browser' },
  ...browserOptions,
  help: helpOption,
} as const;

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'say what is installed, and what to do about what is missing',
  operands: '',
  details: `Looks at Lectern's version, Node.js, the installed packages, the browser that "lectern export"
and "lectern check" use, its sandbox, fonts for emoji and for Chinese, Japanese and Korean, the
cache, and the project and its settings.

The exit code is 1 if there is an error, as some commands then do not work.`,
  options,
  examples: ['lectern doctor', 'lectern doctor --json'],
  run: runDoctor,
};

async function runDoctor(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  if (operands.length > 0)
    throw new UsageError('doctor takes no deck', 'to check a deck: lectern check talk.md');
  const settings = chooseBrowser(flags, process.env);
  const checks = [
    ...[checkLectern(terminal.cwd), checkNode(), checkPackages()],
    ...(flags['no-browser'] ? [] : await checkBrowser(settings)),
    ...[checkCache(), ...checkProject(terminal.cwd)],
  ];
  terminal.print(flags.json ? `${visibleJson({ checks: checks.map(asJson) })}\n` : asText(checks));
  return checks.some(({ status }) => status === 'error') ? exitCodes.failed : exitCodes.done;
}

function asJson({ name, status, found, hint }: DoctorCheck) {
  return { name, status, found, hint: hint ?? null };
}

function asText(checks: readonly DoctorCheck[]): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const statusWidth = 'warning'.length;
  const lines = checks.flatMap(({ name, status, found, hint }) => {
    const row = `${status.padEnd(statusWidth)}  ${name.padEnd(width)}  ${found}`;
    const indent = ' '.repeat(statusWidth + width + 4);
    return hint === undefined ? [row] : [row, `${indent}${hint.replaceAll('\n', `\n${indent}`)}`];
  });
  return visibleText(`${lines.join('\n')}\n\n${summaryOf(checks)}\n`);
}

function summaryOf(checks: readonly DoctorCheck[]): string {
  const [errors, warnings] = (['error', 'warning'] as const).map(
    (status) => checks.filter((check) => check.status === status).length,
  );
  if (!errors && !warnings) return 'everything is there';
  const parts = [errors ? count(errors, 'error') : '', warnings ? count(warnings, 'warning') : ''];
  return parts.filter(Boolean).join(', ');
}
