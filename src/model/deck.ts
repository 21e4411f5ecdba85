/**
 * The types that cross a border between stages. All readonly; this file imports nothing.
 *
 *   1-load ─ DeckSource ▶ 2-parse ─ Deck ▶ 3-render ─ RenderedDeck ▶ 4-bundle ─ Page
 */

/** A stretch of a source file. Lines and columns count from 1, columns and length in UTF-16 units. */
export interface Span {
  /** The file as messages show it: relative to the working folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** A text file that has been read: valid UTF-8, no byte-order mark, line ends as LF. */
export interface TextFile {
  /** The file as messages show it; see {@link Span.file}. */
  readonly path: string;
  /** Absolute, with links resolved. */
  readonly realPath: string;
  readonly text: string;
}

/** What holds for a whole run of one deck. */
export interface BuildOptions {
  /** The folder that messages name files from. */
  readonly cwd: string;
  /** Real path of the folder that everything a deck names must lie under. */
  readonly root: string;
  /** Leave links to remote images, video and audio in the page, and let its policy load them. */
  readonly allowRemote: boolean;
  /** Leave out what is the speaker's: the notes, and the source. */
  readonly share: boolean;
  /**
   * The same object for all builds of one deck, one after the other: what stays as it was is then not
   * made again. Nothing else depends on it.
   */
  readonly memory?: object;
  /** Texts that stand for those of files, by their real paths: what somebody writes and has not saved. */
  readonly drafts?: ReadonlyMap<string, string>;
}

/* ------------------------------------------------------------------ 1-load ▶ 2-parse */

/** What the deck's front matter says, checked, with defaults filled in. */
export interface DeckHead {
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
  readonly description?: string;
  /** Separated by `, `. */
  readonly keywords?: string;
  /** Where on the web a picture of the deck is, for those who are sent a link to it. */
  readonly image?: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly theme: Theme;
  readonly fonts: DeckFonts;
  /** Slide size in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Inline Markdown. */
  readonly header?: Located<string>;
  readonly footer?: Located<string>;
  readonly logo?: AssetRef;
  /** Of the author's house: one or two CSS colours, or none. */
  readonly colors: readonly string[];
  readonly numbers: false | 'n' | 'n/total';
  readonly transition: Transition;
  /** Every list appears item by item. */
  readonly incremental: boolean;
  /** Split at each heading of this level or above, and not only at `---`. */
  readonly split?: number;
  /** How long the talk is to take: seconds. */
  readonly time?: Located<number>;
  readonly vars: ReadonlyMap<string, string>;
  /** TeX commands of the deck's own, by their names without the backslash. */
  readonly macros: ReadonlyMap<string, Located<string>>;
  readonly styles: readonly AssetRef[];
  readonly scripts: readonly AssetRef[];
}

export interface Theme {
  /** As written in the front matter: a name from `themes/`, or the path of a CSS file. */
  readonly name: string;
  /** Absolute path of its style sheet. */
  readonly cssFile: string;
}

/**
 * Fonts that come before the theme's: `npm:<package>`, a file in one, or the path of a file. Each list
 * is in order of preference.
 */
export interface DeckFonts {
  readonly text?: readonly AssetRef[];
  readonly heading?: readonly AssetRef[];
  readonly mono?: readonly AssetRef[];
}

export const transitions = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'] as const;
export type Transition = (typeof transitions)[number];

/** A value and where the author wrote it. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** The entry file and all that parsing may ask for. */
export interface DeckSource {
  readonly file: TextFile;
  readonly head: DeckHead;
  /** Where the slides begin in `file.text`: behind the front matter. */
  readonly bodyStart: number;
  readonly files: FileReader;
  /** See {@link BuildOptions.memory}. */
  readonly memory?: object;
}

/**
 * Gives the text of a file that a deck names (an include, a code sample, a data file), or reports
 * why it cannot be had (at `ref`'s span) and gives `undefined`. The only way by which parsing sees files.
 */
export type FileReader = (ref: AssetRef) => TextFile | undefined;

/** A file that a deck names: the path as written, relative to the folder of the file that names it. */
export interface AssetRef {
  readonly path: string;
  /** The real path of the naming file. */
  readonly from: string;
  readonly span: Span;
}

/* ------------------------------------------------------------------ 2-parse ▶ 3-render */

export interface Deck {
  /** Its own file: absolute, with links resolved. */
  readonly file: string;
  readonly head: DeckHead;
  /** From the front matter, or the first heading, or the file's name. */
  readonly title: string;
  /** What stands at the top and the bottom of slides. */
  readonly header: readonly Inline[];
  readonly footer: readonly Inline[];
  /** Slides in their columns: a stack of more than one is walked downwards. */
  readonly stacks: readonly (readonly Slide[])[];
  readonly footnotes: ReadonlyMap<string, Footnote>;
  /** All code blocks, for whoever colours them. */
  readonly code: readonly Code[];
  /** All formulas, for whoever typesets them, in the order of the text. */
  readonly maths: readonly Maths[];
  /** How each numbered formula is called, `(1)`, by its id. */
  readonly equations: ReadonlyMap<string, string>;
  /** All names between colons that may be emoji. */
  readonly emoji: ReadonlySet<string>;
  /** All icons, at each of their places. */
  readonly icons: readonly IconRef[];
}

/** An icon that a deck names, such as `lucide-rocket`: its set, a hyphen and its own name. */
export interface IconRef {
  readonly name: string;
  /** The real path of the naming file. */
  readonly from: string;
  readonly span: Span;
}

export interface Slide {
  readonly span: Span;
  readonly head: SlideHead;
  readonly layout: LayoutName;
  /** The plain text of the slide's heading; empty where it has none. */
  readonly title: string;
  /** Filled slots in the order in which the layout shows them. */
  readonly slots: readonly Slot[];
  readonly notes: readonly Block[];
  /** What its head gives it, or its whole part where it is a `section`: seconds. */
  readonly time?: Located<number>;
  /** What the plan of the whole talk gives it. */
  readonly seconds?: number;
  /** The same object for all slides, in builds with a memory, that differ in nothing but their places. */
  readonly content?: object;
}

/** What a slide's head says. */
export interface SlideHead {
  readonly id?: string;
  /** A language tag, where it is not the deck's. */
  readonly lang?: string;
  /** Where `lang` or the author says it. */
  readonly dir?: 'ltr' | 'rtl';
  readonly classes: readonly string[];
  readonly background?: Background;
  /** Text colour. */
  readonly color?: string;
  /** One for both ways, or two such as `slide-in fade-out`. */
  readonly transition?: string;
  readonly autoAnimate: boolean;
  /** Where it is not as in the rest of the deck. */
  readonly header?: boolean;
  readonly footer?: boolean;
  readonly numbers?: boolean;
}

export type Background =
  | {
      readonly kind: 'color';
      /** A colour or a gradient. */
      readonly css: string;
      /** Absent where its colours are the theme's to know. */
      readonly ground?: Ground;
    }
  | {
      readonly kind: 'image' | 'video';
      readonly asset: AssetRef;
      /** A CSS `background-size`. */
      readonly size: string;
      /** A CSS `background-position`. */
      readonly position?: string;
      /** 0 to 1; absent where the author leaves it to the theme that text can be read over it. */
      readonly opacity?: number;
    };

/** What text stands on. */
export interface Ground {
  /** `#rrggbb`, of a gradient: its middle. */
  readonly color?: string;
  readonly tone: 'dark' | 'light';
  /** So near to the other tone that only black or white can be read on it. */
  readonly isMiddle: boolean;
}

export const layoutNames = [
  'cover',
  'section',
  'default',
  'center',
  'statement',
  'quote',
  'two-columns',
  'image-left',
  'image-right',
  'full-image',
  'blank',
  'end',
] as const;
export type LayoutName = (typeof layoutNames)[number];

export interface Slot {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** What braces behind a block say: `{#id .class key=value}`. */
export interface Attributes {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

/** To add a kind, add it here: the compiler then names each place that must know it. */
export type Block =
  | Heading
  | Paragraph
  | List
  | Quote
  | Callout
  | Code
  | Formula
  | Table
  | Figure
  | Media
  | Chart
  | Qr
  | Diagram
  | Columns
  | Group
  | Rule
  | RawHtml
  | Pause;

interface BlockBase {
  readonly span: Span;
  readonly attributes: Attributes;
}

export interface Heading extends BlockBase {
  readonly kind: 'heading';
  /** 1 to 6, as written. */
  readonly level: number;
  readonly content: readonly Inline[];
}

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
}

export interface List extends BlockBase {
  readonly kind: 'list';
  /** The first number of an ordered list. */
  readonly start?: number;
  /** Items hold paragraphs (loose), or their text stands bare (tight). */
  readonly loose: boolean;
  /** The items appear one by one. */
  readonly incremental: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly span: Span;
  readonly attributes: Attributes;
  /** Present in a task list. */
  readonly checked?: boolean;
  readonly blocks: readonly Block[];
}

export interface Quote extends BlockBase {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}

export const calloutTypes = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutType = (typeof calloutTypes)[number];

export interface Callout extends BlockBase {
  readonly kind: 'callout';
  readonly type: CalloutType;
  readonly blocks: readonly Block[];
}

export interface Code extends BlockBase {
  readonly kind: 'code';
  /** As written after the fence, in lower case; empty for plain text. */
  readonly language: string;
  readonly title?: string;
  readonly text: string;
  /** The lines to bring forward, step by step: 1-based numbers; `all` for the whole block. */
  readonly steps: readonly (readonly number[] | 'all')[];
  /** The number of the first line, where lines are numbered. */
  readonly firstNumber?: number;
  /** Long lines go on below, rather than make the block smaller. */
  readonly wraps: boolean;
  /** What became of lines, by their 1-based numbers. */
  readonly changes: ReadonlyMap<number, Change>;
}

export type Change = 'added' | 'removed';

/** TeX that becomes a formula. */
export interface Maths {
  readonly tex: string;
  /** It stands by itself, with large signs and limits above and below them. */
  readonly display: boolean;
  /** The place of each of its lines. */
  readonly lines: readonly Span[];
}

/** A formula on lines of its own. */
export interface Formula extends BlockBase {
  readonly kind: 'formula';
  readonly maths: Maths;
  /** What is shown beside it: `(1)`. */
  readonly number?: string;
}

export type Alignment = 'left' | 'center' | 'right' | undefined;

export interface Table extends BlockBase {
  readonly kind: 'table';
  readonly align: readonly Alignment[];
  readonly header: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

/** A picture that stands alone in its paragraph; its title is the caption. */
export interface Figure extends BlockBase {
  readonly kind: 'figure';
  readonly image: Image;
}

/** Video or audio, written as an image whose file is one. */
export interface Media extends BlockBase {
  readonly kind: 'media';
  readonly type: 'video' | 'audio';
  readonly source: AssetRef;
  /** Says what is to be seen or heard. */
  readonly alt: string;
  readonly caption?: string;
}

export const chartTypes = [
  'bar',
  'line',
  'area',
  'pie',
  'doughnut',
  'scatter',
  'bubble',
  'radar',
  'polarArea',
] as const;
export type ChartType = (typeof chartTypes)[number];

export interface Chart extends BlockBase, ChartSpec {
  readonly kind: 'chart';
  /** Where the data come from, for people. */
  readonly source?: string;
  /** The author's own text alternative. */
  readonly alt?: string;
}

/** What a chart is drawn from, defaults filled in. Plain JSON, as the page carries it. */
export interface ChartSpec {
  readonly type: ChartType;
  readonly title?: string;
  /** What the numbers count, for people: `US$ bn`. */
  readonly unit?: string;
  /** The heading of the categories, or of the numbers along the x axis. */
  readonly x: string;
  /** The heading of the values, where all series have the same. */
  readonly y?: string;
  /** The categories, in the order of the chart; empty in `scatter` and `bubble`. */
  readonly labels: readonly string[];
  /**
   * Where the labels stand on an x scale of numbers or time (milliseconds since 1970, in UTC).
   * Rising. Absent on a scale of categories.
   */
  readonly positions?: readonly number[];
  /** At least one. */
  readonly series: readonly ChartSeries[];
  readonly xScale: 'category' | 'linear' | 'log' | 'time';
  /** How fine the dates of a time scale are written. */
  readonly timeUnit?: 'year' | 'month' | 'day' | 'minute';
  /** Of the left axis; the right one is linear. */
  readonly yScale: 'linear' | 'log';
  /** Bars lie. */
  readonly horizontal: boolean;
  readonly stacked: boolean;
  /** The labels to set apart from the rest. */
  readonly highlight: readonly string[];
  readonly marks: readonly ChartMark[];
  /** How values are written; chosen from the data where absent. */
  readonly format?: NumberFormat;
  /** How the numbers along an x scale of numbers are written. */
  readonly xFormat?: NumberFormat;
  /** What the sizes of bubbles say. */
  readonly size?: { readonly name: string; readonly format?: NumberFormat };
  /** The numbers stand at their bars, points or parts; `auto`: where there is room. */
  readonly valueLabels: 'auto' | boolean;
  /**
   * `points`: one more category with every step; `series`: one more series; numbers: so many
   * categories stand there at the start and after each further step, in the end all of them.
   */
  readonly steps: 'none' | 'points' | 'series' | readonly number[];
  /** Chart.js options; they win. */
  readonly options: JsonObject;
}

/** Options of `Intl.NumberFormat`. */
export type NumberFormat = Readonly<Intl.NumberFormatOptions>;

export interface ChartSeries {
  readonly name: string;
  /** One a label; null where the data have a gap. Empty in `scatter` and `bubble`. */
  readonly values: readonly (number | null)[];
  /** In `scatter` and `bubble` only. */
  readonly points?: readonly ChartPoint[];
  /** In `bar`, `line` and `area` only: how this series is drawn. */
  readonly as?: 'bar' | 'line' | 'area';
  /** The line runs in steps from point to point. */
  readonly stepped: boolean;
  readonly axis: 'left' | 'right';
  /** Set apart from the other series. */
  readonly highlight: boolean;
  /** Where it is not the chart's. */
  readonly format?: NumberFormat;
}

export interface ChartPoint {
  /** Milliseconds since 1970, in UTC, on a time scale. */
  readonly x: number;
  readonly y: number;
  /** Of a bubble: what its area says, at least 0; the drawing chooses the radius. */
  readonly size?: number;
  /** What this point is. */
  readonly label?: string;
}

/** A line across the chart, or with `to` a band. */
export interface ChartMark {
  /** `x`: the axis of categories, whichever way the bars lie; `y` and `right`: those of values. */
  readonly axis: 'x' | 'y' | 'right';
  /** A place on the axis; on an x scale of categories the index of a label. */
  readonly from: number;
  readonly to?: number;
  readonly label?: string;
}

/** A code that telephones read off the slide. */
export interface Qr extends BlockBase {
  readonly kind: 'qr';
  /** Rows of modules, true for dark, without the light zone around. */
  readonly modules: readonly (readonly boolean[])[];
  readonly alt: string;
  /** What is printed below; empty for nothing. */
  readonly caption: readonly Inline[];
}

export interface Diagram extends BlockBase {
  readonly kind: 'diagram';
  readonly title?: string;
  /** The author's own text alternative. */
  readonly alt?: string;
  readonly spec: DiagramSpec;
}

/** What a diagram is drawn from, whichever language it was written in. Plain JSON. */
export type DiagramSpec = GraphSpec | SequenceSpec;

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

/** Boxes and the lines between them. */
export interface GraphSpec {
  readonly kind: 'graph';
  /** What people call it. */
  readonly type: 'graph' | 'flowchart' | 'class diagram' | 'state diagram' | 'entity diagram';
  readonly direction: Direction;
  /** At least one. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Each comes behind the one that it is in. */
  readonly groups: readonly GraphGroup[];
}

export const nodeShapes = [
  'rectangle',
  'rounded',
  'stadium',
  'subroutine',
  'cylinder',
  'circle',
  'double-circle',
  'ellipse',
  'diamond',
  'hexagon',
  'parallelogram',
  'parallelogram-left',
  'trapezium',
  'inverted-trapezium',
  'flag',
  'triangle',
  'inverted-triangle',
  'house',
  'inverted-house',
  'pentagon',
  'octagon',
  'note',
  'plain',
  'dot',
  'end',
  'bar',
] as const;
export type NodeShape = (typeof nodeShapes)[number];

export interface GraphNode {
  readonly id: string;
  readonly shape: NodeShape;
  readonly content: Cell;
  /** The group that it is in. */
  readonly group?: string;
  readonly paint?: Paint;
}

/** What stands in a box: a text, or cells below or beside each other. */
export type Cell = TextCell | CellStack;

export interface TextCell {
  readonly kind: 'text';
  /** Lines as written; a long one may be broken. */
  readonly text: string;
  readonly align: 'start' | 'middle';
  readonly tone: 'plain' | 'strong' | 'muted';
  /** Edges may end here. */
  readonly port?: string;
}

export interface CellStack {
  readonly kind: 'column' | 'row';
  readonly cells: readonly Cell[];
  /** Lines divide the cells. */
  readonly isRuled: boolean;
}

export type EdgeEnd =
  | 'none'
  | 'arrow'
  | 'vee'
  | 'triangle'
  | 'diamond'
  | 'hollow-diamond'
  | 'circle'
  | 'hollow-circle'
  | 'cross'
  | 'one'
  | 'zero-one'
  | 'many'
  | 'zero-many';

export type LineStyle = 'solid' | 'dashed' | 'dotted' | 'thick' | 'invisible';

export interface GraphEdge {
  /** A node or a group. */
  readonly from: string;
  readonly to: string;
  readonly fromPort?: string;
  readonly toPort?: string;
  readonly label?: string;
  /** What stands at its ends, such as `1` and `0..*`. */
  readonly fromLabel?: string;
  readonly toLabel?: string;
  readonly line: LineStyle;
  readonly start: EdgeEnd;
  readonly end: EdgeEnd;
  /** How many ranks it spans at least, from 1. */
  readonly length: number;
  readonly paint?: Paint;
}

export interface GraphGroup {
  readonly id: string;
  readonly label: string;
  readonly parent?: string;
  readonly direction?: Direction;
  readonly paint?: Paint;
}

/** The author's own colours, as CSS. */
export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly text?: string;
  readonly isDashed?: boolean;
  readonly isThick?: boolean;
}

/** Messages between participants, from top to bottom. */
export interface SequenceSpec {
  readonly kind: 'sequence';
  /** At least one. */
  readonly participants: readonly Participant[];
  readonly events: readonly SequenceEvent[];
  /** The messages carry numbers. */
  readonly isNumbered: boolean;
}

export interface Participant {
  readonly id: string;
  readonly label: string;
  readonly isActor: boolean;
}

export type SequenceEvent =
  | SequenceMessage
  | { readonly kind: 'activate' | 'deactivate'; readonly participant: string }
  | {
      readonly kind: 'note';
      readonly side: 'left' | 'right' | 'over';
      /** One, or the two that it reaches over. */
      readonly participants: readonly string[];
      readonly text: string;
    }
  | SequenceFrame;

export interface SequenceMessage {
  readonly kind: 'message';
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly line: 'solid' | 'dashed';
  readonly start: EdgeEnd;
  readonly end: EdgeEnd;
}

/** `loop`, `alt` and their like, around events. */
export interface SequenceFrame {
  readonly kind: 'frame';
  /** As shown in its corner; none for a mere ground. */
  readonly name: string;
  readonly sections: readonly {
    readonly label: string;
    readonly events: readonly SequenceEvent[];
  }[];
  /** Of a mere ground. */
  readonly fill?: string;
}

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export interface Columns extends BlockBase {
  readonly kind: 'columns';
  readonly columns: readonly {
    readonly attributes: Attributes;
    readonly blocks: readonly Block[];
  }[];
}

/** `::: aside`, `::: fragment`, `::: incremental`: blocks that go together. */
export interface Group extends BlockBase {
  readonly kind: 'group';
  readonly name: 'aside' | 'fragment' | 'incremental';
  readonly blocks: readonly Block[];
}

export interface Rule extends BlockBase {
  readonly kind: 'rule';
}

export interface RawHtml extends BlockBase {
  readonly kind: 'html';
  readonly content: readonly HtmlPart[];
}

/** `. . .`: what follows on this slide waits for the next step. */
export interface Pause extends BlockBase {
  readonly kind: 'pause';
}

/** A piece of the author's own HTML, checked. A file named in it, and the place for the number of a step, stand apart. */
export type HtmlPart = string | AssetRef | { readonly kind: 'step' };

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong' | 'strike'; readonly content: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  /** A short code such as `tada`, written between colons; text where no emoji has that name. */
  | { readonly kind: 'emoji'; readonly name: string }
  /** See {@link IconRef}. */
  | { readonly kind: 'icon'; readonly name: string; readonly attributes: Attributes }
  | { readonly kind: 'maths'; readonly maths: Maths }
  /** The number of a formula. */
  | { readonly kind: 'reference'; readonly label: string; readonly bare: boolean }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly title?: string;
      readonly content: readonly Inline[];
    }
  | Image
  | { readonly kind: 'footnote'; readonly label: string; readonly span: Span }
  | { readonly kind: 'html'; readonly content: readonly HtmlPart[] };

export interface Image {
  readonly kind: 'image';
  readonly source: AssetRef;
  readonly alt: string;
  readonly title?: string;
  readonly attributes: Attributes;
}

export interface Footnote {
  readonly label: string;
  readonly span: Span;
  readonly blocks: readonly Block[];
}

/* ------------------------------------------------------------------ 3-render ▶ 4-bundle */

/** The deck as HTML, its files still to be put in. */
export interface RenderedDeck {
  /** The deck's own file: absolute, with links resolved. */
  readonly file: string;
  readonly head: DeckHead;
  readonly title: string;
  readonly slideCount: number;
  /** Where each slide begins, in their order. */
  readonly places: readonly Span[];
  /** The `<section>` elements. Where a file belongs stands its mark: see {@link assetMark}. */
  readonly pieces: readonly Piece[];
  /** The files that the marks name, by number. */
  readonly assets: readonly AssetRef[];
  /** The charts whose pictures are to be put in, by number: see {@link chartMark}. */
  readonly charts: readonly ChartPicture[];
  /** The diagrams to be drawn, by number: see {@link diagramMark}. */
  readonly diagrams: readonly DiagramPicture[];
  /** What the browser must be able to do. */
  readonly features: ReadonlySet<Feature>;
}

/** `chart-…` names what must be had of Chart.js. */
export type Feature =
  | 'auto-animate'
  | 'code-steps'
  | 'maths'
  | 'video'
  | `chart-${ChartType | 'log' | 'time' | 'rtl'}`;

/** The HTML of a slide, or one of the {@link stackTags} around slides. */
export interface Piece {
  readonly html: string;
}

export const stackTags = { open: '<section class="stack">\n', close: '</section>\n' } as const;

/** A chart to be drawn as a picture, in place of its {@link chartMark}. */
export interface ChartPicture {
  readonly spec: ChartSpec;
  /** The chart's own line, to blame where something does not fit. */
  readonly span: Span;
  /** What the picture says, in words. */
  readonly alt: string;
  /** The size to draw at, about that of its box: in pixels of which a slide's shorter side has 720. */
  readonly width: number;
  readonly height: number;
}

/** A diagram to be drawn, in place of its {@link diagramMark}. */
export interface DiagramPicture {
  readonly spec: DiagramSpec;
  /** The diagram's own line, to blame where it does not fit. */
  readonly span: Span;
  /** What the picture says, in words. */
  readonly alt: string;
  /** The size of its box, as in {@link ChartPicture}. */
  readonly width: number;
  readonly height: number;
}

/**
 * Stands in rendered HTML where the `data:` URL of asset `index` belongs.
 * Text cannot forge it: a file with a NUL in it is refused when it is read.
 */
export function assetMark(index: number): string {
  return `\0${index}\0`;
}

/** Stands in rendered HTML where the picture of chart `index` belongs. */
export function chartMark(index: number): string {
  return `\0chart ${index}\0`;
}

/** Stands in rendered HTML where the drawing of diagram `index` belongs. */
export function diagramMark(index: number): string {
  return `\0diagram ${index}\0`;
}

/* ------------------------------------------------------------------ 4-bundle ▶ everyone */

/** The finished deck: one HTML file. */
export interface Page {
  readonly html: string;
  readonly title: string;
  readonly slideCount: number;
  /** Where each slide begins in the author's files, in their order. */
  readonly places: readonly Span[];
}

/** A page as it was just built. Its `html` is put together when somebody asks for it. */
export interface BuiltPage extends Page {
  readonly parts: PageParts;
}

/** What a page consists of beside its title and the files that it carries. */
export interface PageParts {
  /** The HTML of slides beside each other; of those of a stack in one list. */
  readonly columns: readonly (readonly string[])[];
  readonly style: string;
  /** The page around these. */
  readonly frame: string;
}

/**
 * The files that a page was built from, as it carries them. A file that the page shows as it is stands
 * in it once: its digest then says which `data:` URL holds it.
 */
export interface CarriedSource {
  /** The deck, among `files`. */
  readonly entry: string;
  readonly files: readonly CarriedFile[];
}

/** `path` has forward slashes, and leads down from the folder that holds them all. */
export type CarriedFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly base64: string }
  | { readonly path: string; readonly sha256: string };

/** The type of the `script` element that holds them as JSON. */
export const carriedSourceType = 'application/vnd.lectern.source+json';

/* ------------------------------------------------------------------ 5-export ▶ the page in a browser */

/** How slides stand on the sheets of a handout. Lengths in millimetres. */
export interface HandoutPlan {
  readonly title: string;
  readonly author?: string;
  /** Of the talk. */
  readonly date?: string;
  /** The whole sheet. */
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Of a slide, on paper. */
  readonly slideWidth: number;
  /** What stands with the slides: the speaker's notes, or lines to write on. */
  readonly beside: 'notes' | 'lines' | 'nothing';
}
