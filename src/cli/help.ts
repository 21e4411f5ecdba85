import type { OptionTable } from './arguments.ts';
import type { Command } from './command.ts';

export const helpOption = { type: 'boolean', short: 'h', help: 'show this help' } as const;

export const verboseOption = {
  type: 'boolean',
  help: 'list every place of an error or warning',
} as const;

export const dialectOption = {
  type: 'string',
  value: 'NAME',
  help: 'the tool it was written for, such as marp (default: found)',
} as const;

export const forceOption = {
  type: 'boolean',
  help: 'replace files that Lectern has not written, too',
} as const;

/** What `lectern --help` shows. */
export function programHelp(commands: readonly Command[], options: OptionTable): string {
  const rows = commands.map(({ name, summary }) => [name, summary] as const);
  return [
    'Write the talk in Markdown. Carry it as one file.',
    'Usage: lectern <command> [options]',
    'lectern talk.md shows the deck, as lectern dev does; without a terminal, it builds it.',
    `Commands:\n${table([...rows, ['help', 'explain a command, as in lectern help build']])}`,
    `Options:\n${table(optionRows(options))}\n`,
  ].join('\n\n');
}

/** What `lectern help <command>` shows. */
export function commandHelp(command: Command): string {
  const { name, operands, summary, details, options, examples } = command;
  return [
    `lectern ${name}: ${summary}`,
    `Usage: ${['lectern', name, operands].filter(Boolean).join(' ')} [options]`,
    details,
    `Options:\n${table(optionRows(options))}`,
    `Examples:\n${examples.map((example) => `  ${example}`).join('\n')}\n`,
  ].join('\n\n');
}

type Row = readonly [term: string, text: string];

function optionRows(options: OptionTable): readonly Row[] {
  return Object.entries(options).map(([name, { short, value, help }]) => {
    const flag = `${short ? `-${short}, ` : '    '}--${name}`;
    return [value ? `${flag} ${value}` : flag, help];
  });
}

function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([term]) => term.length));
  return rows.map(([term, text]) => `  ${term.padEnd(width)}  ${text}`).join('\n');
}
