/** An attribute as it is read, piece by piece. Offsets refer to the text that contains it. */
export class WrittenAttribute {
  readonly name: string;
  readonly start: number;
  /** With character references replaced. */
  value = '';
  /** Negative if it has no value. */
  valueStart = -1;
  valueEnd = 0;

  constructor(name: string, start: number) {
    this.name = name;
    this.start = start;
  }

  /** Adds a piece of its value. */
  add(text: string, start: number, end: number): void {
    if (this.valueStart < 0) this.valueStart = start;
    this.valueEnd = end;
    this.value += text.slice(start, end);
  }

  /** The offset of a class in its value. */
  find(name: string, text: string): number | undefined {
    const written = text.slice(Math.max(0, this.valueStart), this.valueEnd);
    const at = new RegExp(String.raw`(?:^|\s)${name}(?=\s|$)`).exec(written);
    return at ? this.valueStart + at.index + at[0].indexOf(name) : undefined;
  }
}
