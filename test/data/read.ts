import { parseDeck } from '../../src/2-parse/parse.ts';
import { diagnosticPrinter } from '../../src/base/diagnostics/print.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { Inputs } from '../../src/base/inputs.ts';
import type { Block } from '../../src/model/blocks.ts';
import { temporaryFolder } from '../support/files.ts';
import { loadOwn } from '../support/load-own.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Parses a deck of one fenced block, whose keys are given. */
export function readBlock(kind: string, keys: string, files: Files, frontMatter = '') {
  const { blocks, ...read } = readBlocks(kind, [keys], files, frontMatter);
  return { ...read, block: blocks[0] };
}

/** Parses a deck of fenced blocks, a slide for each. */
export function readBlocks(kind: string, keys: readonly string[], files: Files, frontMatter = '') {
  const fences = keys.map((each) => `\`\`\`${kind}\n${each}\n\`\`\`\n`);
  const deck = frontMatter + fences.join('\n---\n\n');
  const folder = temporaryFolder({ 'deck.md': deck, ...files });
  const report = new Report();
  const inputs = new Inputs();
  const source = loadOwn(folder, report, 'deck.md', inputs);
  const parsed = source && parseDeck(source, report);
  const blocks = parsed?.stacks.flat().flatMap(({ slots }) => slots.flatMap((slot) => slot.blocks));
  const print = diagnosticPrinter(folder, false);
  return {
    blocks: blocks ?? [],
    diagnostics: report.diagnostics,
    messages: report.diagnostics.map(print).join('\n'),
    inputs: [...inputs.files].map((file) => file.slice(folder.length + 1)),
  };
}

/** What a chart shows: its labels, and the values of each series. */
export function readChart(keys: string, files: Files, type = 'bar') {
  const read = readBlock(`chart ${type}`, keys, files);
  const chart = read.block?.kind === 'chart' ? read.block : undefined;
  const values = Object.fromEntries(chart?.series.map((s) => [s.name, s.values]) ?? []);
  const dates = chart?.positions?.map((time) => new Date(time).toISOString().slice(0, 10));
  return { ...read, chart, labels: chart?.labels, values, dates };
}

/** The texts of a table, row by row. */
export function tableTexts(block: Block | undefined): readonly string[] {
  if (block?.kind !== 'table') return [];
  return [block.header, ...block.rows].map((row) =>
    row.map((cell) => cell.map((part) => ('text' in part ? part.text : '')).join('')).join(' | '),
  );
}
