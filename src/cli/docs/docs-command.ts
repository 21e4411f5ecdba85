import { suggest } from '../../base/diagnostics/suggest.ts';
import { readManual, sectionsOf, type Topic } from '../../base/manual/pages.ts';
import type { Terminal } from '../../base/terminal.ts';
import { slugOf } from '../../base/text/slug.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, exitCodes } from '../command.ts';
import { helpOption } from '../help.ts';
import { UsageError } from '../usage-error.ts';
import { llmsText, skillText } from './for-models.ts';

const options = {
  all: { type: 'boolean', help: 'print the whole manual' },
  skill: { type: 'boolean', help: 'print a SKILL.md, which teaches Lectern to a coding agent' },
  llms: { type: 'boolean', help: 'print an llms.txt, the list of pages for language models' },
  help: helpOption,
} as const;

export const docsCommand: Command = {
  name: 'docs',
  summary: 'print the manual as Markdown',
  operands: '[topic [section]]',
  details: `Prints a page of the manual, or one of its sections. Without a topic, lists the topics.

The manual is that of this version, and is read from the package: no network is needed.`,
  options,
  examples: ['lectern docs', 'lectern docs charts', 'lectern docs markdown layouts'],
  run: printDocs,
};

async function printDocs(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { options: flags, operands } = parseArguments(options, argv);
  const chosen = [flags.all, flags.skill, flags.llms].filter(Boolean).length;
  if (chosen + Math.min(operands.length, 1) > 1) {
    throw new UsageError('choose one of --all, --skill, --llms and a topic');
  }
  const manual = readManual();
  if (flags.all) terminal.print(manual.map(({ text }) => text).join('\n'));
  else if (flags.skill) terminal.print(skillText(manual));
  else if (flags.llms) terminal.print(llmsText(manual));
  else terminal.print(chooseText(operands, manual));
  return exitCodes.done;
}

/**
 * The text of a topic or of a section, or the list of topics.
 *
 * @throws {UsageError} if there is none of this name
 */
export function chooseText(operands: readonly string[], manual: readonly Topic[]): string {
  const [name, ...rest] = operands;
  if (name === undefined) return listOf(manual);
  const topic = manual.find((each) => each.name === name.replace(/\.md$/, ''));
  if (!topic) {
    const names = manual.map((each) => each.name);
    throw new UsageError(`there is no topic "${name}"`, suggest(name, names));
  }
  if (rest.length === 0) return topic.text;
  const sections = sectionsOf(topic.text);
  const slug = slugOf(rest.join(' '));
  const section = sections.find((each) => each.slug === slug);
  if (section) return section.text;
  const slugs = sections.map((each) => each.slug);
  throw new UsageError(`"${topic.name}" has no section "${rest.join(' ')}"`, suggest(slug, slugs));
}

function listOf(manual: readonly Topic[]): string {
  const width = Math.max(...manual.map(({ name }) => name.length));
  const rows = manual.map(
    ({ name, title, summary }) => `  ${name.padEnd(width)}  ${summary || title}`,
  );
  return `Topics:\n${rows.join('\n')}\n\nto read one: lectern docs markdown\nor one section of it: lectern docs markdown layouts\n`;
}
