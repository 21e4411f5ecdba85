import type { RunStyle } from '../text/paragraph.ts';
import { element, type Xml } from '../xml.ts';

export type Content = readonly Xml[];

/** How the characters of a run look: variables are italic, the names of functions are not. */
export type RunLook = 'variable' | 'upright' | 'text';

type Side = 'top' | 'bot';

/** Writes the runs and structures of a formula in Office Math, in the current color. */
export class Structures {
  /** What the text of the formula has besides its usual look. */
  style: RunStyle = {};
  readonly #properties: (style: RunStyle) => Xml;

  /** @param properties of text: `a:rPr` */
  constructor(properties: (style: RunStyle) => Xml) {
    this.#properties = properties;
  }

  run(text: string, look: RunLook): Xml {
    const own =
      look === 'text'
        ? element('m:rPr', {}, element('m:nor'))
        : look === 'upright' && element('m:rPr', {}, value('m:sty', 'p'));
    const style = {
      ...this.style,
      ...(look === 'variable' && { italic: true }),
      ...(look === 'text' && { font: 'text' }),
    };
    return element('m:r', {}, own, this.#properties(style), element('m:t', {}, text));
  }

  /** The number of an equation, after it. */
  number(text: string): Xml {
    return this.run(`\u2003\u2003${text}`, 'text');
  }

  fraction(hasLine: boolean, top: Content, bottom: Content): Xml {
    const properties = this.#with('m:fPr', !hasLine && value('m:type', 'noBar'));
    return element('m:f', {}, properties, this.#box('m:num', top), this.#box('m:den', bottom));
  }

  root(base: Content, degree?: Content): Xml {
    const properties = this.#with('m:radPr', !degree && value('m:degHide', '1'));
    const index = degree ? this.#box('m:deg', degree) : element('m:deg');
    return element('m:rad', {}, properties, index, this.#box('m:e', base));
  }

  /** A base with scripts after it. */
  scripts(base: Content, lower: Content | undefined, upper?: Content): Xml {
    const name = lower && upper ? 'm:sSubSup' : lower ? 'm:sSub' : 'm:sSup';
    const own = [lower && this.#box('m:sub', lower), upper && this.#box('m:sup', upper)] as const;
    return element(name, {}, this.#with(`${name}Pr`), this.#box('m:e', base), own);
  }

  /** A base with scripts before it. */
  prescripts(base: Content, lower: Content = [], upper: Content = []): Xml {
    const scripts = [this.#box('m:sub', lower), this.#box('m:sup', upper)];
    return element('m:sPre', {}, this.#with('m:sPrePr'), scripts, this.#box('m:e', base));
  }

  /** A sum, an integral or the like. @param isBeside whether its limits are next to the sign */
  large(sign: string, isBeside: boolean, operand: Content, lower?: Content, upper?: Content): Xml {
    const properties = this.#with(
      'm:naryPr',
      value('m:chr', sign),
      value('m:limLoc', isBeside ? 'subSup' : 'undOvr'),
      !lower && value('m:subHide', '1'),
      !upper && value('m:supHide', '1'),
    );
    const limits = [
      lower ? this.#box('m:sub', lower) : element('m:sub'),
      upper ? this.#box('m:sup', upper) : element('m:sup'),
    ];
    return element('m:nary', {}, properties, limits, this.#box('m:e', operand));
  }

  applied(name: Content, argument: Content): Xml {
    const own = element('m:fName', {}, name);
    return element('m:func', {}, this.#with('m:funcPr'), own, this.#box('m:e', argument));
  }

  /** Contents between delimiters that grow with them. */
  delimited(open: string, close: string, separator: string, contents: readonly Content[]): Xml {
    const properties = this.#with(
      'm:dPr',
      value('m:begChr', open),
      separator !== '' && value('m:sepChr', separator),
      value('m:endChr', close),
    );
    const inner = contents.map((each) => this.#box('m:e', each));
    return element('m:d', {}, properties, inner);
  }

  accent(character: string, base: Content): Xml {
    const properties = this.#with('m:accPr', value('m:chr', character));
    return element('m:acc', {}, properties, this.#box('m:e', base));
  }

  bar(side: Side, base: Content): Xml {
    const properties = this.#with('m:barPr', value('m:pos', side));
    return element('m:bar', {}, properties, this.#box('m:e', base));
  }

  /** A sign as wide as what is above or below it. @param baseline what is on the line of text: its top or bottom */
  grouped(sign: string, side: Side, baseline: Side, base: Content): Xml {
    const properties = this.#with(
      'm:groupChrPr',
      value('m:chr', sign),
      value('m:pos', side),
      value('m:vertJc', baseline),
    );
    return element('m:groupChr', {}, properties, this.#box('m:e', base));
  }

  limit(side: Side, base: Content, limit: Content): Xml {
    const name = side === 'top' ? 'm:limUpp' : 'm:limLow';
    const own = this.#box('m:e', base);
    return element(name, {}, this.#with(`${name}Pr`), own, this.#box('m:lim', limit));
  }

  phantom(content: Content): Xml {
    const properties = this.#with('m:phantPr', value('m:show', '0'));
    return element('m:phant', {}, properties, this.#box('m:e', content));
  }

  /** @param flags such as `hideTop` and `strikeH` */
  bordered(flags: readonly string[], content: Content): Xml {
    const own = flags.map((name) => value(`m:${name}`, '1'));
    const properties = this.#with('m:borderBoxPr', ...own);
    return element('m:borderBox', {}, properties, this.#box('m:e', content));
  }

  /** @param sides of the cells in each column: `left`, `center` or `right` */
  matrix(sides: readonly string[], rows: readonly (readonly Content[])[]): Xml {
    const columns = sides.map((side) =>
      element('m:mc', {}, element('m:mcPr', {}, value('m:count', '1'), value('m:mcJc', side))),
    );
    const properties = this.#with('m:mPr', element('m:mcs', {}, columns));
    const cells = rows.map((row) =>
      element(
        'm:mr',
        {},
        sides.map((_, index) => this.#box('m:e', row[index] ?? [])),
      ),
    );
    return element('m:m', {}, properties, cells);
  }

  /** Equations below each other. Of the ampersands in a row, every other one aligns, the rest is space. */
  equations(rows: readonly Content[]): Xml {
    const lines = rows.map((row) => this.#box('m:e', row));
    return element('m:eqArr', {}, this.#with('m:eqArrPr'), lines);
  }

  /** A box with content: PowerPoint shows an empty one as a placeholder. */
  #box(name: string, content: Content): Xml {
    return element(name, {}, content.length > 0 ? content : this.run('\u200b', 'variable'));
  }

  /** The properties of a structure, of which the last one is the look of its signs. */
  #with(name: string, ...own: readonly (Xml | false)[]): Xml {
    const look = this.#properties({ ...this.style, italic: true });
    return element(name, {}, own, element('m:ctrlPr', {}, look));
  }
}

function value(name: string, text: string): Xml {
  return element(name, { 'm:val': text });
}
