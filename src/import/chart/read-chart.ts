import {
  childOf,
  childrenOf,
  descend,
  findAll,
  type XmlElement,
} from '../../base/ooxml/xml-tree.ts';
import type { Losses } from '../losses.ts';
import type { ChartContent, ChartShape, KeyValue, Shape } from '../model.ts';
import type { ShapeBase } from '../read/shapes.ts';
import { maxCells } from '../read/table.ts';
import { runsIn, textIn } from './cells.ts';
import { approximated, attributeOf, type Group, groupsOf, type ReadSeries } from './groups.ts';
import { highlightedPoints, highlightedSeries } from './highlight.ts';
import { formatWords } from './number-format.ts';
import { type ChartTable, categoryTable, pointTable, sharePositions } from './rows.ts';

/** What a chart does not say itself. */
export interface ChartHints {
  /** The first cell of its workbook. */
  readonly corner: string;
  /** Whether Lectern has written it: then it is known what its labels and colors mean. */
  readonly isOwn: boolean;
}

/** Reads a chart; none if it has no values, which is recorded as a loss. */
export function readChart(
  root: XmlElement,
  base: ShapeBase,
  losses: Losses,
  hints: ChartHints = { corner: '', isOwn: false },
): readonly ChartShape[] {
  if (cellsIn(root) > maxCells) {
    losses.add('large', base.name);
    return [];
  }
  const chart = new ChartReader(root, losses, hints).read();
  if (!chart) {
    losses.add('chart data', base.name);
    return [];
  }
  return [{ ...base, kind: 'chart', chart } satisfies Shape];
}

/** Estimates how many cells the table of a chart has, before its points are read. */
function cellsIn(root: XmlElement): number {
  const counts = findAll(root, 'c:ptCount').map(({ attributes }) => Number(attributes.val) || 0);
  const longest = counts.reduce((most, count) => Math.max(most, count), 1);
  const [series, levels] = [findAll(root, 'c:ser').length, findAll(root, 'c:lvl').length];
  return longest * (series + levels) + findAll(root, 'c:pt').length / 4;
}

class ChartReader {
  readonly #root: XmlElement;
  readonly #chart: XmlElement | undefined;
  readonly #plot: XmlElement | undefined;
  readonly #losses: Losses;
  readonly #hints: ChartHints;
  readonly #groups: readonly Group[];
  /** Indexes of series that only mark a value. */
  readonly #hidden: ReadonlySet<number>;

  constructor(root: XmlElement, losses: Losses, hints: ChartHints) {
    this.#root = root;
    this.#chart = childOf(root, 'c:chart');
    this.#plot = childOf(this.#chart, 'c:plotArea');
    this.#losses = losses;
    this.#hints = hints;
    this.#groups = groupsOf(this.#plot);
    this.#hidden = hints.isOwn ? marksIn(this.#groups) : new Set();
  }

  read(): ChartContent | undefined {
    const [main] = this.#groups;
    const series = this.#seriesOf(this.#groups);
    if (!main || series.every(({ values }) => values.values.every((value) => value === '')))
      return undefined;
    if (this.#groups.some(({ kind, stacking }) => approximated.has(kind) || stacking === 'percent'))
      this.#losses.add('chart type', main.kind.slice(2));
    const [title, ...others] = runsIn(childOf(this.#chart, 'c:title'));
    const unit = this.#hints.isOwn ? /^, (.*)$/.exec(others.join(''))?.[1] : undefined;
    const whole = unit === undefined ? textIn(childOf(this.#chart, 'c:title')) : (title ?? '');
    const axisTitle = this.#axisTitle(
      'c:valAx',
      main.type === 'scatter' || main.type === 'bubble' ? 1 : 0,
    );
    const shown = unit ?? (isPoints(main) ? undefined : axisTitle);
    const usual = whole !== '' || this.#isDeleted('c:autoTitleDeleted') || series.length > 1;
    return {
      title: usual ? whole : (series[0]?.name ?? ''),
      ...(shown !== undefined && shown !== '' && { unit: shown }),
      marks: this.#marks(),
      ...(isPoints(main) ? this.#points(main, series, axisTitle) : this.#categories(main, series)),
    };
  }

  #seriesOf(groups: readonly Group[]): readonly ReadSeries[] {
    return groups.flatMap((group) => group.series.filter(({ index }) => !this.#hidden.has(index)));
  }

  #isDeleted(name: string): boolean {
    return attributeOf(this.#chart, name) === '1';
  }

  get #is1904(): boolean {
    return attributeOf(this.#root, 'c:date1904') === '1';
  }

  #axisTitle(name: string, at = 0): string | undefined {
    const title = childOf(childrenOf(this.#plot, name)[at], 'c:title');
    return title && (textIn(title) || undefined);
  }

  #categories(main: Group, all: readonly ReadSeries[]): TypedData {
    const isSingle = main.type === 'pie' || main.type === 'doughnut';
    const series = isSingle ? all.slice(0, 1) : all;
    if (series.length < all.length)
      this.#losses.add('chart type', 'a ring or pie with several series');
    const x =
      this.#hints.corner || this.#axisTitle('c:catAx') || this.#axisTitle('c:dateAx') || 'category';
    const table = categoryTable(series, { x, is1904: this.#is1904 });
    const keys = new Map<string, KeyValue>();
    if (main.type === 'bar' && main.isHorizontal) keys.set('horizontal', true);
    if (main.stacking !== 'none' && (main.type === 'bar' || main.type === 'area'))
      keys.set('stacked', true);
    this.#setCombined(keys, main, series, table);
    if (table.hasDates && (main.type === 'line' || main.type === 'area')) keys.set('time', true);
    if (this.#isLog(0) && main.type !== 'radar' && !isSingle) keys.set('scale', 'log');
    this.#setLook(keys, series, table);
    return { type: main.type, keys, rows: table.rows };
  }

  /** Columns that are drawn as lines, or have their axis on the right. */
  #setCombined(
    keys: Map<string, KeyValue>,
    main: Group,
    series: readonly ReadSeries[],
    { names }: ChartTable,
  ): void {
    const namesOf = (groups: readonly Group[]): readonly string[] => {
      const own = new Set(groups.flatMap((group) => group.series));
      return names.filter((_, at) => series[at] && own.has(series[at]));
    };
    const others = this.#groups.filter(({ type }) => type !== main.type);
    const lines = namesOf(
      others.filter(({ type }) => type === 'line' || type === 'area' || type === 'bar'),
    );
    if (lines.length > 0 && (main.type === 'bar' || main.type === 'area')) keys.set('line', lines);
    else if (lines.length > 0) this.#losses.add('chart type', 'combined');
    const [left] = childrenOf(this.#plot, 'c:valAx').map(
      (axis) => attributeOf(axis, 'c:axId') ?? '',
    );
    const right = namesOf(
      this.#groups.filter(
        ({ axes }) => left !== undefined && axes.length > 0 && !axes.includes(left),
      ),
    );
    if (right.length > 0 && right.length < names.length && main.type !== 'radar')
      keys.set('right', right);
  }

  #points(main: Group, series: readonly ReadSeries[], yTitle: string | undefined): TypedData {
    const labels = series.map(({ element, values }) => pointLabels(element, values.values.length));
    const x = this.#axisTitle('c:valAx', 0) ?? 'x';
    const keys = new Map<string, KeyValue>();
    const isShared =
      series.length > 1 && sharePositions(series) && !hasNames(labels) && main.type === 'scatter';
    const isLine =
      main.type === 'scatter' && main.hasLines && series.some(({ element }) => hasLine(element));
    if (isLine && sharePositions(series)) {
      const table = categoryTable(series, { x: this.#hints.corner || x, is1904: this.#is1904 });
      if (table.hasDates) keys.set('time', true);
      else if (isNumeric(table)) keys.set('scale', { x: 'linear' });
      this.#setLook(keys, series, table);
      return { type: 'line', keys, rows: table.rows };
    }
    const table = isShared
      ? categoryTable(series, { x, is1904: this.#is1904 })
      : pointTable(series, labels, { x, y: yTitle ?? 'y', is1904: this.#is1904 });
    if (series.length > 1 && !isShared) keys.set('group', 'series');
    if (table.hasDates) keys.set('time', true);
    const named = series.flatMap((each, index) =>
      highlightedPoints(each).flatMap((at) => labels[index]?.[at] || []),
    );
    if (named.length > 0 && this.#hints.isOwn) keys.set('highlight', named);
    const [isX, isY] = [this.#isLog(0), this.#isLog(1)];
    if (isX || isY) keys.set('scale', { ...(isX && { x: 'log' }), ...(isY && { y: 'log' }) });
    return { type: main.type, keys, rows: table.rows };
  }

  #isLog(at: number): boolean {
    const axis = childrenOf(this.#plot, 'c:valAx')[at];
    return descend(axis, 'c:scaling', 'c:logBase') !== undefined;
  }

  /** The number format, and what is emphasized. */
  #setLook(keys: Map<string, KeyValue>, series: readonly ReadSeries[], table: ChartTable): void {
    const formats = series.map(({ element, values }) =>
      formatWords(descend(element, 'c:dLbls', 'c:numFmt')?.attributes.formatCode ?? values.format),
    );
    const [first] = formats;
    if (first !== undefined && formats.every((format) => format === first))
      keys.set('format', first);
    const shows = series.some(
      ({ element }) => attributeOf(childOf(element, 'c:dLbls'), 'c:showVal') === '1',
    );
    if (shows && !this.#hints.isOwn) keys.set('values', true);
    const names = this.#highlighted(series, table);
    if (names.length > 0) keys.set('highlight', names);
  }

  /** The names of categories or series in another color than the others. */
  #highlighted(series: readonly ReadSeries[], { rows, names }: ChartTable): readonly string[] {
    const { isOwn } = this.#hints;
    const [only] = series;
    if (!only || series.length > 1) {
      const some = new Set(isOwn ? highlightedSeries(series) : []);
      return names.filter((_, at) => series[at] && some.has(series[at]));
    }
    const isRead = isOwn || childOf(only.element, 'c:invertIfNegative');
    return isRead ? highlightedPoints(only).flatMap((at) => rows[at + 1]?.[0] ?? []) : [];
  }

  /** Lines across the chart, which Lectern writes as series without a name in the legend. */
  #marks(): readonly string[] {
    const all = this.#groups.flatMap(({ series }) => series);
    return all
      .filter(({ index }) => this.#hidden.has(index))
      .flatMap(({ name, values, categories }) => {
        const label = name === '' ? '' : ` "${name.replaceAll('"', "'")}"`;
        const [from] = values.values;
        const isLevel = new Set(values.values).size === 1;
        const at = isLevel ? `y=${from}` : categories.values[0];
        return at === undefined ? [] : [`${at}${label}`];
      });
  }
}

type TypedData = Pick<ChartContent, 'type' | 'keys' | 'rows'>;

function isPoints({ type }: Group): boolean {
  return type === 'scatter' || type === 'bubble';
}

/** Lectern draws annotations as dashed lines. */
function marksIn(groups: readonly Group[]): ReadonlySet<number> {
  const all = groups.flatMap(({ series }) => series);
  const dashed = all.filter(({ element }) => descend(element, 'c:spPr', 'a:ln', 'a:prstDash'));
  return new Set(dashed.map(({ index }) => index));
}

function isNumeric({ rows }: ChartTable): boolean {
  return rows.slice(1).every(([x = '']) => x !== '' && Number.isFinite(Number(x)));
}

function hasNames(labels: readonly (readonly string[])[]): boolean {
  return labels.some((own) => own.some((label) => label !== ''));
}

function pointLabels(series: XmlElement, count: number): readonly string[] {
  const labels = Array.from({ length: count }, () => '');
  for (const label of childrenOf(childOf(series, 'c:dLbls'), 'c:dLbl')) {
    const at = Number(attributeOf(label, 'c:idx'));
    if (at >= 0 && at < count) labels[at] = textIn(label);
  }
  return labels;
}

function hasLine(series: XmlElement): boolean {
  const line = descend(series, 'c:spPr', 'a:ln');
  return !line || findAll(line, 'a:noFill').length === 0;
}
