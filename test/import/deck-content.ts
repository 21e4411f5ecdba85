import path from 'node:path';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import type { ChartSpec } from '../../src/model/chart.ts';
import type { Slide } from '../../src/model/deck.ts';

/** What a slide says, without how it says it. */
export interface SlideContent {
  readonly title: string;
  /** The words of its blocks, sorted. */
  readonly words: readonly string[];
  readonly cells: readonly string[];
  readonly charts: readonly ChartContent[];
  readonly notes: string;
  /** Whether it has a diagram, or a chart that PowerPoint shows as an image. */
  readonly isDrawn: boolean;
}

interface ChartContent {
  readonly title: string | undefined;
  readonly unit: string | undefined;
  readonly labels: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
}

/** The content of the slides of a deck, which must be free of errors. */
export async function contentOf(file: string): Promise<readonly SlideContent[]> {
  const folder = path.dirname(file);
  const options = { cwd: folder, root: path.parse(folder).root, allowRemote: false, share: false };
  const report = new Report();
  const page = await buildPage(file, options, report);
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  if (!page || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const { stacks, equations } = page.contents.deck;
  const numbers = (label: string): string => equations.get(label) ?? label;
  return stacks.flat().map((slide) => slideContent(slide, numbers));
}

/** The number of an equation, by its label. */
type NumberOf = (label: string) => string;

function slideContent({ title, slots, notes }: Slide, numberOf: NumberOf): SlideContent {
  const texts = (value: unknown): readonly string[] => textsIn(value, numberOf);
  const charts = findAll(slots, 'chart') as readonly unknown[] as readonly ChartSpec[];
  return {
    title,
    words: texts(slots).flatMap(wordsOf).sort(),
    cells: findAll(slots, 'table').flatMap(({ header, rows }) =>
      [header, ...(rows as readonly unknown[])].flatMap((row) =>
        (row as readonly unknown[]).map((cell) => texts(cell).join('').trim()),
      ),
    ),
    charts: charts.map(({ title: name, unit, labels, series }) => ({
      title: name,
      unit,
      labels,
      values: series.map(({ values, points }) => points?.map(({ y }) => y) ?? values),
    })),
    isDrawn:
      charts.some(({ type }) => type === 'polarArea') || findAll(slots, 'diagram').length > 0,
    notes: texts(notes).join(' ').replace(/\s+/g, ' ').trim(),
  };
}

type Node = Readonly<Record<string, unknown>>;

/** All objects of a kind. */
function findAll(value: unknown, kind: string): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap((each) => findAll(each, kind));
  if (!isNode(value)) return [];
  return value.kind === kind
    ? [value]
    : Object.values(value).flatMap((each) => findAll(each, kind));
}

const skipped = new Set(['span', 'attributes', 'written', 'math', 'source', 'alt', 'language']);

/** The texts of blocks and inlines. Charts, diagrams and formulas are compared elsewhere. */
function textsIn(value: unknown, numberOf: NumberOf): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, numberOf));
  if (!isNode(value) || /^(?:chart|diagram|qr|figure|formula|math)$/.test(String(value.kind))) {
    return [];
  }
  if (value.kind === 'html') return [String(value.content).replace(/<[^>]*>/g, ' ')];
  if (value.kind === 'reference') return [numberOf(String(value.label))];
  return Object.entries(value).flatMap(([key, each]) => {
    if (skipped.has(key)) return [];
    return key === 'text' && typeof each === 'string' ? [each] : textsIn(each, numberOf);
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !(value instanceof Map);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The share of the lines of a text that another one has, too; empty lines do not count. */
export function sharedLines(text: string, other: string): number {
  const counts = new Map<string, number>();
  for (const line of linesOf(other)) counts.set(line, (counts.get(line) ?? 0) + 1);
  const lines = linesOf(text);
  const shared = lines.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left > 0;
  });
  return shared.length / lines.length;
}

/** Tables are the same with other spaces between their columns. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) =>
      (line.startsWith('|') ? line.replace(/ +/g, ' ').replace(/-+/g, '-') : line).trim(),
    )
    .filter((line) => line !== '');
}
