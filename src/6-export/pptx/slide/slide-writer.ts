import type { DeckFile } from '../deck-file.ts';
import type { DesignLayout } from '../design/design.ts';
import type { Part } from '../package/package.ts';
import type { LinkTarget } from '../text/paragraph.ts';
import { parseColorName, type Scheme } from '../theme/scheme.ts';
import type { SlideStyle } from '../theme/style.ts';
import { element, Xml } from '../xml.ts';

/** What appears with a step: a shape, or some of its paragraphs. */
export interface Appearance {
  readonly step: number;
  readonly shape: number;
  /** The indexes of the first and the last paragraph. */
  readonly paragraphs?: readonly [number, number];
  /** A part of a chart. */
  readonly chart?: {
    readonly by: 'series' | 'category';
    /** Of a series or a category; absent for the axes and the legend. */
    readonly index?: number;
  };
}

/** Collects the shapes of a slide, a layout or a master, and what they refer to. */
export class SlideWriter {
  readonly file: DeckFile;
  readonly part: Part;
  readonly style: SlideStyle;
  readonly shapes: Xml[] = [];
  readonly appearances: Appearance[] = [];
  /** Videos and audio, which play on a click. */
  readonly media: { readonly shape: number; readonly type: 'video' | 'audio' }[] = [];
  /** The style of its layout, whose colors it inherits. */
  readonly layoutStyle: SlideStyle | undefined;
  readonly scheme: Scheme;
  /** Whether text in placeholders runs in the other direction than its layout says. */
  readonly turnsText: boolean;
  /** Whether its layout is that of a template. */
  readonly isTemplate: boolean;
  readonly lang: string;
  readonly isRightToLeft: boolean;
  readonly #counts = new Map<string, number>();
  #id = 1;

  constructor(
    file: DeckFile,
    part: Part,
    style: SlideStyle,
    language: { readonly lang: string; readonly isRightToLeft: boolean },
    layout?: Pick<DesignLayout, 'style' | 'scheme' | 'plan'>,
  ) {
    const inherited = layout?.plan.isRightToLeft ?? language.isRightToLeft;
    this.turnsText = inherited !== language.isRightToLeft;
    this.isTemplate = layout?.plan.edges !== undefined;
    this.layoutStyle = layout?.style;
    this.scheme = layout?.scheme ?? file.scheme;
    this.file = file;
    this.part = part;
    this.style = style;
    this.lang = language.lang;
    this.isRightToLeft = language.isRightToLeft;
  }

  get bullet(): string {
    return this.file.bullet;
  }

  get monoFont(): string {
    return this.style.monoFont;
  }

  /** The id of the next shape. */
  nextId(): number {
    return ++this.#id;
  }

  /** `Text 2`: a name that no other shape of the slide has. */
  nameOf(kind: string): string {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return `${kind} ${count}`;
  }

  add(shape: Xml): void {
    this.shapes.push(shape);
  }

  /** A color of CSS: one of the theme's, if it is the same. */
  color(css: string, opacity = 1): Xml {
    return this.scheme.write(this.style.color(css), parseColorName(css), opacity);
  }

  plainColor(css: string): Xml {
    return element('a:srgbClr', { val: this.style.color(css) });
  }

  fill(css: string, opacity = 1): Xml {
    return element('a:solidFill', {}, this.fillColor(css, opacity));
  }

  /** The color of a fill: that of a series of charts, if it is one. */
  fillColor(css: string, opacity = 1): Xml {
    const series =
      opacity === 1
        ? this.scheme.writeSeries(parseColorName(css), this.style.color('--color-background'))
        : undefined;
    return series ?? this.color(css, opacity);
  }

  /** Whether a color differs from that of the layout. */
  isOwnColor(css: string): boolean {
    return this.layoutStyle?.color(css) !== this.style.color(css);
  }

  /** Whether links have another color than those of ordinary slides, which is that of their text. */
  get hasOwnLinks(): boolean {
    return this.style.color('--color-link') !== this.scheme.colors.hlink;
  }

  link(target: LinkTarget): Xml {
    const name = 'a:hlinkClick';
    const color = this.hasOwnLinks && ownColor;
    if (target.kind === 'web') {
      const id = this.part.relate('hyperlink', target.address);
      return element(name, { 'r:id': id, tooltip: target.title }, color);
    }
    const slide = this.file.slides[target.number - 1];
    if (!slide) return element(name, { 'r:id': '', action: 'ppaction://noaction' });
    const id = this.part.relate('slide', slide);
    return element(name, { 'r:id': id, action: 'ppaction://hlinksldjump' }, color);
  }
}

const ownColor = new Xml(
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>',
);
