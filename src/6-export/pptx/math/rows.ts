import type { Element } from 'domhandler';
import { delimitersFrom } from './delimiters.ts';
import { applyFunction, endsOperand, isIntegral, largeOperator, partsOf, signOf } from './signs.ts';
import type { Content, Structures } from './structures.ts';

/** What writes a part by itself. */
type WritePart = (part: Element) => Content;

/** What was written of a row, and the index of the part after it. */
interface Unit {
  readonly content: Content;
  readonly next: number;
}

/** Writes parts in a row, of which some belong together: a sum and its operand, a function and its argument. */
export class RowWriter {
  readonly #structures: Structures;
  readonly #one: WritePart;

  constructor(structures: Structures, one: WritePart) {
    this.#structures = structures;
    this.#one = one;
  }

  write(given: readonly Element[]): Content {
    const parts = given.flatMap(dissolved);
    const written: Content[] = [];
    for (let index = 0; index < parts.length; ) {
      const [before, part] = [parts[index - 1], parts[index]];
      const base = before && part && isTerm(before) && isScripts(part) ? written.pop() : undefined;
      if (part && base) {
        written.push([this.#structures.scripts(base, ...this.#scriptsOf(part))]);
        index++;
      } else {
        const unit = this.#unit(parts, index);
        written.push(unit.content);
        index = unit.next;
      }
    }
    return written.flat();
  }

  #unit(parts: readonly Element[], index: number): Unit {
    const part = parts[index];
    if (!part) return { content: [], next: index + 1 };
    const sign = largeOperator(part);
    if (sign !== undefined) return this.#large(part, sign, parts, index);
    if (signOf(parts[index + 1]) === applyFunction) return this.#function(part, parts, index);
    if (isScripts(part) && parts[index + 1]) {
      const base = this.#unit(parts, index + 1);
      const content = this.#structures.prescripts(base.content, ...this.#scriptsOf(part));
      return { content: [content], next: base.next };
    }
    const fence = delimitersFrom(parts, index);
    if (!fence) return { content: this.#one(part), next: index + 1 };
    const { open, close, separator = '', contents, next } = fence;
    const inner = contents.map((each) => this.write(each));
    return { content: [this.#structures.delimited(open, close, separator, inner)], next };
  }

  #large(part: Element, sign: string, parts: readonly Element[], index: number): Unit {
    let next = index + 1;
    for (let each = parts[next]; each; each = parts[++next]) {
      if (endsOperand(each, isIntegral(sign)) && next > index + 1) break;
    }
    const operand = this.write(parts.slice(index + 1, next));
    const isBeside = part.name.startsWith('ms');
    const limits = this.#scriptsOf(part);
    return { content: [this.#structures.large(sign, isBeside, operand, ...limits)], next };
  }

  #function(part: Element, parts: readonly Element[], index: number): Unit {
    let next = index + 2;
    while (parts[next]?.name === 'mspace') next++;
    const name = this.#one(part);
    const argument = this.#unit(parts, next);
    if (argument.content.length === 0) return { content: name, next };
    return { content: [this.#structures.applied(name, argument.content)], next: argument.next };
  }

  /** What is below and above, or after a base. */
  #scriptsOf(part: Element): readonly [Content | undefined, Content | undefined] {
    const [, first, second] = partsOf(part).map((each) => () => this.#one(each));
    const isUpper = part.name === 'msup' || part.name === 'mover';
    return isUpper ? [undefined, first?.()] : [first?.(), second?.()];
  }
}

/** The parts of a row that ends with a function, whose argument follows the row. */
function dissolved(part: Element): readonly Element[] {
  const parts = partsOf(part);
  const isOpen = part.name === 'mrow' && parts.some((each) => signOf(each) === applyFunction);
  return isOpen && Object.keys(part.attribs).length === 0 ? parts : [part];
}

/** Whether scripts can belong to it. */
function isTerm({ name }: Element): boolean {
  return /^m(?:i|n|text|row|sub|sup|subsup)$/.test(name);
}

/** Whether it is scripts without a base. */
function isScripts(part: Element): boolean {
  const [base] = partsOf(part);
  const hasScripts = /^m(?:sub|sup|subsup)$/.test(part.name);
  return hasScripts && base?.name === 'mrow' && base.children.length === 0;
}
