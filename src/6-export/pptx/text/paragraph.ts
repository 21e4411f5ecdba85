/** How a piece of text looks, apart from what it inherits. Sizes are in slide pixels. */
export interface RunStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly place?: 'super' | 'sub';
  /** `heading` and `text` are the fonts of the theme; another text names a font. */
  readonly font?: string;
  /** As a share of the text around it. */
  readonly scale?: number;
  /** CSS, or a token of the theme. */
  readonly color?: string;
  readonly highlight?: string;
  readonly link?: LinkTarget;
  /** Set with the usual distance between letters, where other text is set tighter. */
  readonly isUntracked?: boolean;
}

export type LinkTarget =
  | { readonly kind: 'web'; readonly address: string; readonly title?: string }
  /** The number of a slide, from 1. */
  | { readonly kind: 'slide'; readonly number: number };

export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly style: RunStyle }
  | { readonly kind: 'break' }
  /** The number of the slide. */
  | { readonly kind: 'number'; readonly text: string; readonly style: RunStyle }
  | MathRun;

/** A formula that can be edited. */
export interface MathRun {
  readonly kind: 'math';
  /** What programs without equations show. */
  readonly text: string;
  readonly mathml: string;
  /** Whether it is on lines of its own. */
  readonly isDisplay: boolean;
  /** In em, with the space around it. */
  readonly height: number;
  readonly number?: string | undefined;
  /** The numbers of its rows; empty for none. */
  readonly rowNumbers?: readonly string[];
  readonly style: RunStyle;
}

export type Bullet =
  | { readonly kind: 'dot' }
  | { readonly kind: 'number'; readonly from: number }
  | { readonly kind: 'box'; readonly isChecked: boolean };

export interface Paragraph {
  readonly runs: readonly Run[];
  /** The depth in lists, from 0. */
  readonly level: number;
  readonly bullet?: Bullet;
  /** Indented as the text of an item, without a bullet. */
  readonly isContinued?: boolean;
  /** The token of its size, if it is not that of its text body. */
  readonly size?: string;
  /** Applies to all its runs. */
  readonly style?: RunStyle;
  readonly align?: 'left' | 'center' | 'right';
  /** The space above it, as a share of its type size. */
  readonly before?: number;
  /** The step at which it appears. */
  readonly step?: number;
}

/** The text of runs, with line feeds for breaks. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'break' ? '\n' : run.text)).join('');
}

export function isBlank(runs: readonly Run[]): boolean {
  return textOf(runs).trim() === '';
}
