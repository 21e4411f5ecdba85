import type { ContentColors } from '../../../1-load/template/template-css.ts';
import type { LayoutName } from '../../../model/deck.ts';
import type { Part } from '../package/package.ts';
import type { LayoutPlan, SlideRoom } from '../theme/looks.ts';
import type { Scheme } from '../theme/scheme.ts';
import type { SlideStyle } from '../theme/style.ts';
import type { Xml } from '../xml.ts';

/** A layout that slides refer to. */
export interface DesignLayout {
  readonly part: Part;
  readonly plan: LayoutPlan;
  readonly style: SlideStyle;
  readonly scheme: Scheme;
  /** The colors of its content, where they differ from those of the theme. */
  readonly colors?: ContentColors;
  /** How its slides map the names of colors, if not as its master. */
  readonly colorMapping?: Xml;
}

/** The masters and layouts of a file: those of the deck's theme, or of a template. */
export interface Design {
  readonly layouts: ReadonlyMap<LayoutName, DesignLayout>;
  readonly notesMaster: Part;
  readonly masters: readonly { readonly part: Part; readonly id: string | number | undefined }[];
  readonly room: SlideRoom;
  /** Attributes of the size of slides and of pages with notes. */
  readonly slideSize: Readonly<Record<string, string | number>>;
  readonly notesSize: Readonly<Record<string, string | number>>;
  /** The theme of the first master. */
  readonly theme: Part;
  readonly tableStyles?: Part;
  readonly handoutMaster?: Part;
  /** The parts of embedded fonts, and the texts' defaults. */
  readonly fontList?: (relate: (part: Part) => string) => Xml;
  readonly defaultText?: Xml;
  /** The fonts that it names, and does not contain. */
  readonly fonts: readonly string[];
}
