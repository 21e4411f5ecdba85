import { braceMark } from './value-parts.ts';

/** Elements that reveal.js loads with their slide. */
const lazyElements = new Set(['img', 'video', 'audio', 'source', 'iframe']);

/** An attribute as it is read, piece by piece. Offsets refer to the text that contains it. */
export class WrittenAttribute {
  /** In lower case. A `data-src` is a `src`, which reveal.js sets when it shows the slide. */
  readonly name: string;
  readonly start: number;
  readonly nameEnd: number;
  /** With character references replaced. */
  value = '';
  /** Negative if it has no value. */
  valueStart = -1;
  valueEnd = 0;

  /** @param start of its name in the text @param nameEnd of its name */
  constructor(element: string, text: string, start: number, nameEnd: number) {
    const name = text.slice(start, nameEnd).toLowerCase();
    this.name = name === 'data-src' && lazyElements.has(element) ? 'src' : name;
    this.start = start;
    this.nameEnd = nameEnd;
  }

  /** Adds a piece of its value. */
  add(text: string, start: number, end: number): void {
    if (this.valueStart < 0) this.valueStart = start;
    this.valueEnd = end;
    this.value += text.slice(start, end);
  }

  /** Adds a character that was written as a reference. */
  addReference(codepoint: number): void {
    const character = String.fromCodePoint(codepoint);
    this.value += character === '{' ? braceMark : character;
  }

  /** The offset of a class in its value. */
  find(name: string, text: string): number | undefined {
    const written = text.slice(Math.max(0, this.valueStart), this.valueEnd);
    const at = new RegExp(String.raw`(?:^|\s)${name}(?=\s|$)`).exec(written);
    return at ? this.valueStart + at.index + at[0].indexOf(name) : undefined;
  }
}
