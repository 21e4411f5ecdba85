import type { Tokens } from 'marked';
import { locatedText, oneOf, type Reader, readKeys, texts } from '../../1-load/schema.ts';
import { spanAt } from '../../1-load/span.ts';
import { type Place, parseYaml, type YamlEntry } from '../../1-load/yaml.ts';
import { type Attributes, type Chart, chartTypes, type Located, type Span } from '../../deck.ts';
import { suggest } from '../../diagnostics.ts';
import { attributeUses, mergeAttributes, noAttributes, readAttributes } from '../attributes.ts';
import { type ChartTable, readChartTable } from '../chart-data.ts';
import type { SlideContext } from '../context.ts';
import type { FenceInfo } from '../fence-info.ts';
import type { SourceMap } from '../source-map.ts';
import { fillIn } from '../variables.ts';

/** Texts, each at the place of the whole value. */
const locatedTexts: Reader<readonly Located<string>[]> = {
  expected: texts.expected,
  read: (entry: YamlEntry) => texts.read(entry)?.map((value) => ({ value, span: entry.span })),
};

const keys = {
  title: locatedText,
  data: locatedText,
  x: locatedText,
  y: locatedTexts,
  unit: locatedText,
  source: locatedText,
  highlight: locatedTexts,
  steps: oneOf(['none', 'points']),
} as const;

/**
 * A fence `chart bar`: YAML, then a blank line and comma-separated values, or `data:` with a file
 * of them.
 */
export function parseChart(
  token: Tokens.Code,
  info: FenceInfo,
  map: SourceMap,
  context: SlideContext,
): readonly Chart[] {
  const line = token.raw.split('\n')[0] ?? '';
  const span = map.span(0, line.trimEnd().length);
  const type = readType(info, map, context);
  const attributes = readOwn(info, map, context);
  const body = token.raw.slice(line.length + 1);
  const place = map.from(line.length + 1).within(body, token.text);
  const { yaml, data, dataStart } = divide(token.text);
  const entries = parseYaml(yaml, (offset, length) => place.span(offset, length), context.report);
  if (!entries) return [];
  const head = readKeys(entries, keys, context.report);
  const dataPlace: Place = (offset, length) => place.span(dataStart + offset, length);
  const source = findData(head.data, data, dataPlace, span, context);
  const table = source && readChartTable(source.text, source.place, head.x, head.y, context.report);
  if (!table || type === undefined) return [];
  const fill = ({ value, span: at }: Located<string>) => fillIn(value, () => at, context);
  return [
    {
      kind: 'chart',
      span,
      attributes,
      type,
      ...(head.title && { title: fill(head.title) }),
      ...(head.unit && { unit: fill(head.unit) }),
      ...(head.source && { source: fill(head.source) }),
      ...table,
      highlight: readHighlight(head.highlight ?? [], table, context),
      xScale: 'category',
      yScale: 'linear',
      horizontal: false,
      stacked: false,
      marks: [],
      valueLabels: 'auto',
      steps: head.steps ?? 'none',
      options: {},
    },
  ];
}

function readType(
  { language, words }: FenceInfo,
  map: SourceMap,
  context: SlideContext,
): Chart['type'] | undefined {
  const [word] = words;
  const type = chartTypes.find((name) => name === word?.text);
  if (type === undefined) {
    const { text, start } = word ?? language;
    const message = word ? `there is no chart type "${text}"` : 'a chart needs its type';
    const span = map.span(start, text.length);
    context.report.add('chart-type', span, message, suggest(word?.text ?? '', chartTypes));
  }
  return type;
}

/** The attributes behind the type; nothing else stands there. */
function readOwn(info: FenceInfo, map: SourceMap, context: SlideContext): Attributes {
  const surplus = [...info.words.slice(1), ...info.options.map(({ whole }) => whole)];
  for (const { text, start } of surplus) {
    const hint = 'what the chart shows is said below, in lines of the form "key: value"';
    const span = map.span(start, text.length);
    context.report.add('attribute-invalid', span, `"${text}" means nothing here`, hint);
  }
  return info.braces
    .map(({ text, start }) => readAttributes(text, map.from(start), attributeUses.block, context))
    .reduce(mergeAttributes, noAttributes);
}

interface Divided {
  readonly yaml: string;
  readonly data: string;
  readonly dataStart: number;
}

/** YAML stands above the first blank line, data below; a block without any key is data only. */
function divide(body: string): Divided {
  const lead = Math.max(0, body.search(/\S/));
  const rest = body.slice(lead);
  if (!/^[A-Za-z]\w*[ \t]*:(?:\s|$)/.test(rest)) return { yaml: '', data: body, dataStart: 0 };
  const blank = /\n[ \t]*\n/.exec(rest);
  if (!blank) return { yaml: body, data: '', dataStart: body.length };
  const yamlEnd = lead + blank.index + 1;
  const dataStart = lead + blank.index + blank[0].length;
  return { yaml: body.slice(0, yamlEnd), data: body.slice(dataStart), dataStart };
}

function findData(
  file: Located<string> | undefined,
  inline: string,
  place: Place,
  span: Span,
  context: SlideContext,
): { readonly text: string; readonly place: Place } | undefined {
  const { report } = context;
  if (file === undefined) {
    if (inline.trim() !== '') return { text: inline, place };
    report.add(
      'chart-data',
      span,
      'this chart has no data',
      'name a file with "data:", or write values below a blank line',
    );
    return undefined;
  }
  if (inline.trim() !== '') {
    report.add('chart-data', file.span, 'this chart has data of its own and names a file as well');
    return undefined;
  }
  if (!/\.csv$/i.test(file.value)) {
    report.add('chart-data', file.span, 'data are read from a .csv file');
    return undefined;
  }
  const read = context.files({ path: file.value, from: context.file.realPath, span: file.span });
  return read && { text: read.text, place: (offset, length) => spanAt(read, offset, length) };
}

function readHighlight(
  names: readonly Located<string>[],
  table: ChartTable,
  context: SlideContext,
): readonly string[] {
  return names.flatMap(({ value, span }) => {
    if (table.labels.includes(value)) return [value];
    const hint = suggest(value, table.labels);
    context.report.add('chart-highlight', span, `the chart has no category "${value}"`, hint);
    return [];
  });
}
