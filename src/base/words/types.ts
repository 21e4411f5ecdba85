import type { CalloutType } from '../../model/blocks.ts';
import type { ChartType } from '../../model/chart.ts';
import type { BoardSpec } from '../../model/diagram/board.ts';
import type { GraphSpec } from '../../model/diagram/diagram.ts';
import type { TreeSpec } from '../../model/diagram/tree.ts';
import type { PanelWords, SpokenWords } from '../../model/words.ts';

/**
 * The words that Lectern adds to a deck, in one language. `{a}`, `{b}` and `{c}` are filled in by `fill`.
 */
export interface Words extends Readonly<Record<CalloutType, string>> {
  /** A language tag. */
  readonly lang: string;
  /** The label before the source of a chart, with colon and space. */
  readonly source: string;
  /** The heading of a slide's speaker notes. */
  readonly speakerNotes: string;
  /** Before the number of a slide without a title. */
  readonly slide: string;
  /** What a screen reader says that a slide is. */
  readonly slideRole: string;
  /** The number of a slide and the count of slides. */
  readonly slideOf: string;
  /** The states of tasks in a list. */
  readonly done: string;
  readonly toDo: string;
  readonly qrCode: string;
  /** The name of a video or audio that plays in the deck only, not in its PDF. */
  readonly inHtmlDeck: string;
  /** The heading of the data of a chart. */
  readonly data: string;
  readonly quote: string;
  /** Between the parts of a list, between lists, after a heading, and at the end of a sentence. */
  readonly list: string;
  readonly semicolon: string;
  readonly colon: string;
  readonly stop: string;
  readonly charts: ChartNames;
  readonly chart: ChartWords;
  readonly diagrams: Readonly<Record<DiagramName, string>>;
  readonly diagram: DiagramWords;
  readonly counts: Readonly<
    Record<'boxes' | 'connections' | 'messages' | 'commits' | 'points', Plural>
  >;
  /** Announcements of the page. */
  readonly spoken: SpokenWords;
  /** Controls and panels of the page. */
  readonly panels: PanelWords;
}

/** The forms of a count, `{n}`, by the categories of `Intl.PluralRules` that its language has. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The names of charts, as within a sentence. */
interface ChartNames extends Readonly<Record<ChartType, string>> {
  readonly barAndLine: string;
  readonly areaAndLine: string;
  readonly stacked: string;
  readonly logScale: string;
  readonly logScales: string;
}

interface ChartWords {
  readonly range: string;
  readonly trend: string;
  readonly highest: string;
  readonly lowest: string;
  /** A value and its period, day, time of day, or axis and position. */
  readonly inPeriod: string;
  readonly onDay: string;
  readonly atTime: string;
  readonly atPosition: string;
  readonly noData: string;
  readonly moreSeries: string;
  readonly more: string;
  readonly outOf: string;
  /** A count of points, the count of their series, and the names of these. */
  readonly inSeries: string;
  /** A name, and the lowest and the highest value. */
  readonly spanOf: string;
  readonly values: string;
  readonly largest: string;
  /** The name of the y axis and that of the x axis. */
  readonly byAxis: string;
  readonly marked: string;
  readonly highlighted: string;
  readonly dataOfChart: string;
  /** Headings of columns. */
  readonly point: string;
  readonly series: string;
  readonly value: string;
}

/** The kinds of diagrams, and those that have a type in their specification, by that. */
type DiagramName =
  | GraphSpec['type']
  | TreeSpec['type']
  | BoardSpec['type']
  | 'quadrant chart'
  | 'git graph'
  | 'Gantt chart'
  | 'sequence diagram';

interface DiagramWords {
  /** From one box to another one, and between two. */
  readonly edge: string;
  readonly link: string;
  readonly onBranches: string;
  readonly group: string;
  readonly start: string;
  readonly end: string;
  readonly fork: string;
  readonly choice: string;
  readonly score: string;
  /** Tasks of a Gantt chart. */
  readonly milestone: string;
  readonly done: string;
  readonly active: string;
  readonly critical: string;
}
