import type { Hover, Position } from 'vscode-languageserver-protocol';
import { slotsOf } from '../../2-parse/slides/layouts.ts';
import { tableRows } from '../../base/manual/tables.ts';
import { isSlideKey } from '../../base/yaml/keys.ts';
import type { Block, Chart } from '../../model/blocks.ts';
import { type LayoutName, layoutNames } from '../../model/deck.ts';
import { explainKey, type SchemaName } from '../../schema/schemas.ts';
import type { DeckText } from '../decks/workspace.ts';
import { lineRange } from '../text/positions.ts';
import { type Region, regionAt } from '../text/scan.ts';
import { layoutSketch } from './layout-sketch.ts';

/** What a key or a layout means, or the data of a chart. */
export function hoverAt(text: DeckText, { line, character }: Position): Hover | undefined {
  const { scanned } = text;
  const region = regionAt(scanned, line);
  const content = scanned.lines[line] ?? '';
  const chart = region?.kind === 'fence' && region.info.startsWith('chart') ? region : undefined;
  const schema = chart ? 'chart' : schemaOf(region);
  const key =
    schema &&
    wordAt(
      content,
      character,
      /(?<=^[ \t]*(?:<!--[ \t]*)?(?:- )?|[{,][ \t]*)[A-Za-z$]\w*(?=[ \t]*:)/g,
    );
  const rows = key && explainKey(schema, key.text);
  if (rows) return markdown(`**${key.text}**: ${rows.join('\n\nDefault: ')}`, line, key);
  if (chart) return hoverChart(chart, text, line);
  const layout =
    schema === 'slide' && wordAt(content, character, /(?<=layout[ \t]*:[ \t]*)[\w-]+/g);
  return layout ? hoverLayout(layout, line) : undefined;
}

function schemaOf(region: Region | undefined): SchemaName | undefined {
  switch (region?.kind) {
    case 'front-matter':
      return 'front-matter';
    case 'settings':
      return 'slide';
    case 'comment':
      return isSlideKey(region.info) ? 'slide' : undefined;
    default:
      return undefined;
  }
}

interface Word {
  readonly text: string;
  readonly start: number;
}

/** A line that no person has written is not searched: the time grows with its square. */
const maxLine = 5000;

function wordAt(line: string, character: number, pattern: RegExp): Word | undefined {
  if (line.length > maxLine) return undefined;
  for (const match of line.matchAll(pattern)) {
    const start = match.index;
    if (start <= character && character <= start + match[0].length)
      return { text: match[0], start };
  }
  return undefined;
}

function hoverLayout(word: Word, line: number): Hover | undefined {
  const layout = layoutNames.find((name) => name === word.text);
  if (!layout) return undefined;
  return markdown(explainLayout(layout), line, word);
}

/** Markdown with a sketch of the layout and what its slots accept. */
function explainLayout(layout: LayoutName): string {
  const [, purpose = ''] = tableRows('markdown.md', 'Layouts').get(layout) ?? [];
  const slots = slotsOf(layout).map(({ description }) => `- ${description}`);
  const sketch = Buffer.from(layoutSketch(layout)).toString('base64');
  const image = `![${layout}](data:image/svg+xml;base64,${sketch})`;
  return `**${layout}**: ${purpose}\n\n${image}\n\n${slots.join('\n')}`;
}

function markdown(value: string, line: number, { text, start }: Word): Hover {
  const range = lineRange(line, start, start + text.length);
  return { contents: { kind: 'markdown', value }, range };
}

const maxRows = 12;

function hoverChart(
  { first }: Region,
  { contents, deck, file }: DeckText,
  line: number,
): Hover | undefined {
  const blocks = contents.deck.stacks
    .flat()
    .flatMap(({ slots }) => slots.flatMap((slot) => slot.blocks));
  const chart = chartsIn(blocks).find(
    ({ span }) => span.line === first + 1 && deck.pathOf(span) === file,
  );
  return chart && markdown(dataTable(chart), line, { text: '', start: 0 });
}

function chartsIn(blocks: readonly Block[]): readonly Chart[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'chart') return [block];
    if (block.kind === 'columns') return block.columns.flatMap((column) => chartsIn(column.blocks));
    return block.kind === 'group' || block.kind === 'callout' ? chartsIn(block.blocks) : [];
  });
}

/** The first rows of the data of a chart, as a table in Markdown. */
function dataTable({ x, y, labels, series }: Chart): string {
  const points = series.flatMap(({ name, points: own = [] }) =>
    own.map((point) => ({ name, ...point })),
  );
  const head = points.length > 0 ? ['', x, y ?? 'y'] : [x, ...series.map(({ name }) => name)];
  const rows =
    points.length > 0
      ? points.map((point) => [point.label ?? point.name, point.x, point.y])
      : labels.map((label, i) => [label, ...series.map(({ values }) => values[i] ?? '')]);
  const shown = [head, head.map(() => '---'), ...rows.slice(0, maxRows)];
  const more = rows.length > maxRows ? `\n\nand ${rows.length - maxRows} more rows` : '';
  return (
    shown.map((row) => `| ${row.map((cell) => escaped(String(cell))).join(' | ')} |`).join('\n') +
    more
  );
}

function escaped(text: string): string {
  return text.replace(/[\\|]/g, '\\$&').replaceAll('\n', ' ');
}
