import { pathPoints, pathsAndTexts, scanContent, type VisitOperator } from './operators.ts';

/** What is to be done with marked content. */
export interface MarkPlan {
  /** Content that becomes an artifact, with its properties: `<</Type /Pagination>>`. */
  readonly artifacts: ReadonlyMap<number, string>;
  /** Content that becomes an artifact if it shows no text: backgrounds, borders. */
  readonly backgrounds: ReadonlySet<number>;
  /** The same, if it shows no image either. */
  readonly lines: ReadonlySet<number>;
  /** Text that is copied instead of what is shown: the first content with text has it for all. */
  readonly texts: ReadonlyMap<number, SharedText>;
  /** The names of form XObjects with tagged content. */
  readonly taggedForms: ReadonlySet<string>;
}

/** The text of several contents together, such as of a formula. */
export interface SharedText {
  /** A PDF string. */
  readonly text: string;
}

export interface MarkedContent {
  readonly content: string;
  /** What has become an artifact. */
  readonly artifacts: ReadonlySet<number>;
}

/** Sees the operators of a content stream but those that are skipped. @param mcid the content that they show, `undefined` for artifacts */
export type Watch = (operator: string, from: number, at: number, mcid: number | undefined) => void;

/**
 * Marks content outside of tags as artifacts: backgrounds, lines, slide numbers. Screen readers skip
 * artifacts; untagged content would violate PDF/UA (ISO 14289-1, 7.1).
 */
export function markContent(content: string, plan: MarkPlan, watch: Watch): MarkedContent {
  const marker = new Marker(content, plan);
  const visit: VisitOperator = (operator, from, at, to) => {
    // What is skipped before its end is still of the content.
    const ended = operator === 'EMC' ? marker.mcid : undefined;
    marker.visit(operator, from, at, to);
    watch(operator, from, at, ended ?? marker.mcid);
  };
  scanContent(content, visit, () => (marker.isDecided ? pathsAndTexts : pathPoints));
  return marker.end();
}

/** Operators that show text. */
const showsText: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);

/** Operators that paint an area, a line, a text or an image. */
const paints: ReadonlySet<string> = new Set([
  ...showsText,
  ...['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'BI'],
]);

/** The content of an element that is open. */
interface Open {
  readonly mcid: number | undefined;
  /** Where its `BDC` is. */
  readonly from: number;
  readonly to: number;
  hasText: boolean;
  hasImage: boolean;
}

/** A text object, `BT … ET`, that began outside of elements. */
interface TextObject {
  readonly from: number;
  readonly to: number;
  /** Whether something is painted before it, and in it. */
  readonly wasPainted: boolean;
  isPainted: boolean;
}

class Marker {
  readonly #content: string;
  readonly #plan: MarkPlan;
  readonly #changes: [from: number, to: number, text: string][] = [];
  readonly #artifacts = new Set<number>();
  readonly #used = new Set<SharedText>();
  #open: Open | undefined;
  /** How many marks are open in it, and itself. */
  #depth = 0;
  /** Where content outside of elements and artifacts begins, and whether it paints anything. */
  #loose = 0;
  #isPainted = false;
  #text: TextObject | undefined;

  constructor(content: string, plan: MarkPlan) {
    this.#content = content;
    this.#plan = plan;
  }

  /** The open content of an element. */
  get mcid(): number | undefined {
    return this.#open?.mcid;
  }

  /** Whether paths and texts from here on change nothing. */
  get isDecided(): boolean {
    return this.#open !== undefined && (this.#open.mcid === undefined || this.#open.hasText);
  }

  visit(operator: string, from: number, at: number, to: number): void {
    if (operator === 'BDC' || operator === 'BMC') this.#begin(from, at, to);
    else if (operator === 'EMC') this.#finish(to);
    else if (operator === 'BT') this.#beginText(from, to);
    else if (operator === 'ET') this.#endText(at, to);
    else if (paints.has(operator)) this.#paint(operator, from, at, to);
  }

  end(): MarkedContent {
    this.#closeLoose(this.#content.length);
    this.#changes.sort(([a], [b]) => a - b);
    let [content, at] = ['', 0];
    for (const [from, to, text] of this.#changes) {
      content += this.#content.slice(at, from) + text;
      at = to;
    }
    return { content: content + this.#content.slice(at), artifacts: this.#artifacts };
  }

  /** Other marks than those of elements and artifacts, such as `/ReversedChars BMC`, do not count. */
  #begin(from: number, at: number, to: number): void {
    const operands = this.#content.slice(from, at);
    const mcid = /\/MCID (\d+)/.exec(operands)?.[1];
    if (this.#open) {
      this.#depth++;
      // Its text is read instead of what it shows.
      if (operands.includes('/ActualText')) this.#open.hasText = true;
    } else if (mcid !== undefined || operands.startsWith('/Artifact')) {
      this.#closeLoose(from);
      const number = mcid === undefined ? undefined : Number(mcid);
      this.#open = { mcid: number, from, to, hasText: false, hasImage: false };
      this.#depth = 1;
    }
  }

  #finish(to: number): void {
    if (!this.#open) return;
    this.#depth--;
    if (this.#depth > 0) return;
    this.#decide(this.#open, to);
    this.#open = undefined;
    this.#openLoose(to);
  }

  /** Decides what becomes of the content of an element. @param end of its `EMC` */
  #decide({ mcid, from, to, hasText, hasImage }: Open, end: number): void {
    if (mcid === undefined) return;
    const { artifacts, backgrounds, lines, texts } = this.#plan;
    const isBackground = !hasText && (backgrounds.has(mcid) || (!hasImage && lines.has(mcid)));
    const properties = artifacts.get(mcid) ?? (isBackground ? '<</Type /Layout>>' : undefined);
    const shared = texts.get(mcid);
    if (properties !== undefined) {
      this.#artifacts.add(mcid);
      this.#changes.push([from, to, `/Artifact ${properties} BDC`]);
    } else if (shared !== undefined && hasText) {
      const text = this.#used.has(shared) ? '<FEFF>' : shared.text;
      this.#used.add(shared);
      this.#changes.push([to, to, `\n/Span <</ActualText ${text}>> BDC`], [end, end, '\nEMC']);
    }
  }

  #beginText(from: number, to: number): void {
    if (this.#open) return;
    this.#text = { from, to, wasPainted: this.#isPainted, isPainted: false };
  }

  /** An artifact does not begin in a text object and end after it. */
  #endText(at: number, to: number): void {
    if (this.#open) return;
    if (this.#text && this.#loose > this.#text.from) {
      this.#wrap(this.#loose, at, this.#isPainted);
      this.#openLoose(to);
    }
    this.#text = undefined;
  }

  #paint(operator: string, from: number, at: number, to: number): void {
    const form = operator === 'Do' ? this.#content.slice(from + 1, at).trim() : '';
    const isTaggedForm = form !== '' && this.#plan.taggedForms.has(form);
    if (this.#open) {
      this.#open.hasText ||= isTaggedForm || showsText.has(operator);
      this.#open.hasImage ||= operator === 'Do' || operator === 'BI' || operator === 'sh';
    } else if (isTaggedForm) {
      this.#closeLoose(from);
      this.#openLoose(to);
    } else {
      this.#isPainted = true;
      if (this.#text) this.#text.isPainted = true;
    }
  }

  #openLoose(from: number): void {
    this.#loose = from;
    this.#isPainted = false;
  }

  /** Neither does it begin before a text object and end in it. */
  #closeLoose(to: number): void {
    const text = this.#text;
    if (text && this.#loose <= text.from) {
      this.#wrap(this.#loose, text.from, text.wasPainted);
      this.#wrap(text.to, to, text.isPainted);
    } else this.#wrap(this.#loose, to, this.#isPainted);
  }

  #wrap(from: number, to: number, isPainted: boolean): void {
    if (!isPainted) return;
    // One operator per line, as the browser writes them.
    const start = this.#content[from] === '\n' ? from + 1 : from;
    const isLine = to === 0 || this.#content[to - 1] === '\n';
    this.#changes.push([start, start, '/Artifact BMC\n'], [to, to, isLine ? 'EMC\n' : '\nEMC\n']);
  }
}
