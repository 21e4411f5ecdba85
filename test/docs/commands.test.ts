import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { parseArguments } from '../../src/cli/arguments.ts';
import { buildCommand } from '../../src/cli/build/build-command.ts';
import { checkCommand } from '../../src/cli/check/check-command.ts';
import type { Command } from '../../src/cli/command.ts';
import { devCommand } from '../../src/cli/dev-command.ts';
import { docsCommand } from '../../src/cli/docs/docs-command.ts';
import { doctorCommand } from '../../src/cli/doctor/doctor-command.ts';
import { exportCommand } from '../../src/cli/export/export-command.ts';
import { planExport } from '../../src/cli/export/export-plan.ts';
import { extractCommand } from '../../src/cli/extract/extract-command.ts';
import { importCommand } from '../../src/cli/import/import-command.ts';
import { lspCommand } from '../../src/cli/lsp-command.ts';
import { mcpCommand } from '../../src/cli/mcp/mcp-command.ts';
import { newCommand } from '../../src/cli/new-command.ts';
import { schemaCommand } from '../../src/cli/schema-command.ts';
import { compiledImport } from '../support/compiled.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern, runScript } from '../support/lectern.ts';
import { type Block, blocks, placeOf, rewrite } from './pages.ts';

const commands: readonly Command[] = [
  newCommand,
  devCommand,
  buildCommand,
  exportCommand,
  checkCommand,
  importCommand,
  extractCommand,
  mcpCommand,
  doctorCommand,
  docsCommand,
  lspCommand,
  schemaCommand,
];

const manifest = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
};

/** Programs of other people that the documentation runs. */
const otherPrograms = ['cd', 'git'];

interface Line {
  readonly place: string;
  readonly text: string;
}

const shellLines = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap((block) => linesOf(block.text, placeOf(block)));

const workflows = blocks.filter(({ language, info }) => language === 'yaml' && info === 'workflow');

const workflowLines = workflows.flatMap((block) =>
  [...block.text.matchAll(/- run: (.*)/g)].map(
    ([, text = '']): Line => ({ place: placeOf(block), text }),
  ),
);

function linesOf(text: string, place: string): readonly Line[] {
  const lines = text.split('\n').map((line) => line.replace(/\s+#.*$/, '').trim());
  return lines.filter((line) => line !== '').map((line) => ({ place, text: line }));
}

describe('each command can be run:', () => {
  test.each(
    [...shellLines, ...workflowLines].map(({ place, text }) => [`${place} ${text}`, text] as const),
  )('%s', (_, text) => {
    const [program = '', ...args] = wordsOf(text);
    if (program === 'npm') checkNpm(args);
    else if (program === 'npx') checkNpx(args);
    else if (program === 'lectern') checkLectern(args);
    else expect([...otherPrograms, '.ci/run']).toContain(program);
  });
});

/** The words of a command, without the variables that are set for it. */
function wordsOf(text: string): readonly string[] {
  const words = [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  return words.slice(words.findIndex((word) => !/^[A-Z_]+=/.test(word)));
}

function checkNpm([verb = '', ...rest]: readonly string[]): void {
  if (verb === 'test') return;
  if (verb !== 'run') {
    expect(['ci', 'install', 'pack']).toContain(verb);
    const tarballs = rest
      .filter((word) => word.endsWith('.tgz'))
      .map((word) => path.basename(word));
    expect([[], [`lectern-${manifest.version}.tgz`]]).toContainEqual(tarballs);
    return;
  }
  const [name = '', separator, ...args] = rest.filter((word) => word !== '-s');
  expect(Object.keys(manifest.scripts)).toContain(name);
  expect(separator ?? '--').toBe('--');
  if (name === 'lectern') checkLectern(args);
  else if (commands.some((command) => command.name === name)) checkLectern([name, ...args]);
}

function checkNpx([program = '', ...args]: readonly string[]): void {
  if (program === 'lectern') checkLectern(args);
  else {
    expect(['vitest', 'biome', 'tsc']).toContain(program);
    const files = args.filter((arg) => arg.startsWith('test/'));
    expect(files.filter((file) => !existsSync(path.join(packageRoot, file)))).toEqual([]);
  }
}

/** @throws {UsageError} where the command line refuses that */
function checkLectern([name, ...args]: readonly string[]): void {
  const command = commands.find((known) => known.name === name);
  if (!command) {
    expect(name).toBe('help');
    return;
  }
  const { options, operands } = parseArguments(command.options, args);
  if (command === exportCommand) planExport(operands, options, packageRoot, {});
}

test('the check of this repository runs the commands of its documentation', () => {
  const script = readFileSync(path.join(packageRoot, '.ci/run'), 'utf8');
  const documented = new Set(shellLines.map(({ text }) => text));
  const run = ['npm ci', 'npm run build', 'npm run typecheck', 'npm run lint', 'npm test'];
  expect(run.filter((command) => !script.includes(`\n${command}`))).toEqual([]);
  expect(run.filter((command) => !documented.has(command))).toEqual([]);
});

describe('each file for the code host, and each workflow of the manual, is YAML:', () => {
  const folder = path.join(packageRoot, '.github');
  const files = readdirSync(folder, { recursive: true }).map(String);
  const forms = files.filter((name) => name.endsWith('.yml'));
  const texts = forms.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);
  const documented = workflows.map((block) => [placeOf(block), block.text] as const);
  test.each([...texts, ...documented])('%s', (_, text) => {
    const document = parseDocument(text, { strict: true, uniqueKeys: true });
    expect([...document.errors, ...document.warnings]).toEqual([]);
  });
});

test('the workflow for the code host runs the check of this repository', () => {
  const text = readFileSync(path.join(packageRoot, '.github/workflows/ci.yml'), 'utf8');
  expect(text).toContain('\n      - run: .ci/run\n');
});

/** Sizes and times, which differ from machine to machine, with their units and the space before them. */
const measures = [
  [/ *\b\d+(?:\.\d+)? (?:B|kB|MB)\b/g, ' [size]'],
  [/ *\b\d+(?:\.\d+)? m?s\b/g, ' [time]'],
  [/(?<="(?:bytes|milliseconds)": )\d+/g, '0'],
] as const;

/**
 * Blocks with a command after `text` or `json` show what it prints, in the project of the examples.
 * With UPDATE=1 they are written anew.
 */
describe('each output is what the command prints:', () => {
  const outputs = blocks.filter(({ info }) => info.startsWith('lectern '));
  test.each(outputs.map((block) => [`${placeOf(block)} ${block.info}`, block] as const))(
    '%s',
    async (_, block) => {
      const printed = await outputOf(block);
      if (same(printed, block.text)) return;
      if (process.env.UPDATE) rewrite(block, printed);
      else expect(block.text).toBe(printed);
    },
  );
});

async function outputOf({ info, language }: Block): Promise<string> {
  const folder = temporaryFolder();
  cpSync(path.join(packageRoot, 'test/docs/project'), folder, { recursive: true });
  const [, ...args] = wordsOf(info);
  if (args[0] === 'extract') await lectern(['build', 'slides/harvest.md', '--root', '.'], folder);
  const { output, errors } = await lectern(args, folder);
  // JSON goes to the standard output alone.
  const printed = language === 'json' ? output : output + errors;
  return `${printed.trimEnd()}\n`;
}

function same(a: string, b: string): boolean {
  return withoutMeasures(a) === withoutMeasures(b);
}

function withoutMeasures(text: string): string {
  return measures.reduce((rest, [pattern, name]) => rest.replace(pattern, name), text);
}

describe('each program runs:', () => {
  const programs = blocks.filter(({ info }) => info === 'api');
  test.each(programs.map((block) => [placeOf(block), block] as const))(
    '%s',
    async (_, { text }) => {
      const { code } = await transform(text, { loader: 'ts' });
      const library = await compiledImport('src/library/library.ts');
      const program = code.replace('"lectern"', library);
      const cwd = temporaryFolder();
      cpSync(path.join(packageRoot, 'test/docs/project'), cwd, { recursive: true });
      const { exitCode, errors } = await runScript(program, { cwd });
      expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    },
  );
});
