import { countCopies, maxCopies } from '../../base/safe-html/svg-copies.ts';
import { readSvg } from '../formats/svg-text.ts';
import { broken, type Damage } from './kinds.ts';

const name = String.raw`[\p{L}_:][\p{L}\p{N}_:.\-·]*`;
const attribute = String.raw`\s+(${name})\s*=\s*("[^"<]*"|'[^'<]*')`;
/** One piece of XML at a time: https://www.w3.org/TR/xml/ */
const pieces = {
  declaration:
    /<!DOCTYPE(?:[^>["']|"[^"]*"|'[^']*'|\[(?:[^\]"'<]|"[^"]*"|'[^']*'|<!--[\s\S]*?-->|<(?:\?|!(?!--))(?:"[^"]*"|'[^']*'|[^>"'])*>)*\])*>/y,
  comment: /<!--[\s\S]*?-->/y,
  data: /<!\[CDATA\[[\s\S]*?\]\]>/y,
  instruction: /<\?[\s\S]*?\?>/y,
  end: new RegExp(String.raw`<\/(${name})\s*>`, 'uy'),
  start: new RegExp(String.raw`<(${name})((?:${attribute})*)\s*(\/?)>`, 'uy'),
  text: /[^<]+/y,
} as const;
const attributes = new RegExp(attribute, 'gu');

const maxDepth = 5000;

/** Browsers show no SVG image that is not well-formed XML. */
export function checkSvg(bytes: Buffer): Damage | undefined {
  const text = readSvg(bytes);
  const problem = new XmlCheck(text).run() ?? checkCopies(text);
  return problem === undefined ? undefined : broken(problem);
}

function checkCopies(text: string): string | undefined {
  if (countCopies(text) <= maxCopies) return undefined;
  return 'it draws more than 300,000 shapes by copying others';
}

class XmlCheck {
  readonly #text: string;
  readonly #open: string[] = [];
  /** The namespace prefixes that each open element declares. */
  readonly #prefixes: (readonly string[])[] = [];
  /** How often each prefix is declared now; some always are. */
  readonly #declared = new Map([
    ['xml', 1],
    ['xmlns', 1],
  ]);
  #entities: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
  #hasDeclaration = false;
  #hasRoot = false;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** What is wrong, and the line. */
  run(): string | undefined {
    while (this.#at < this.#text.length) {
      const start = this.#at;
      const problem = this.#readPiece();
      if (problem !== undefined) return `line ${this.#lineOf(start)}: ${problem}`;
    }
    const open = this.#open.at(-1);
    if (open !== undefined) return `its end is missing: <${open}> is not closed`;
    return this.#hasRoot ? undefined : 'it has no content';
  }

  #lineOf(at: number): number {
    return this.#text.slice(0, at).split('\n').length;
  }

  #match(kind: keyof typeof pieces): RegExpExecArray | null {
    const pattern = pieces[kind];
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at += match[0].length;
    return match;
  }

  #readPiece(): string | undefined {
    const lead = this.#text.slice(this.#at, this.#at + 2);
    if (!lead.startsWith('<')) return this.#readText();
    if (lead === '</') return this.#readEnd();
    if (lead === '<?') return this.#match('instruction') ? undefined : '<? is not closed';
    if (lead === '<!') return this.#readMark();
    return this.#readStart();
  }

  #readText(): string | undefined {
    const text = this.#match('text')?.[0] ?? '';
    if (this.#open.length === 0) return text.trim() === '' ? undefined : 'text outside of <svg>';
    return this.#checkReferences(text);
  }

  #readMark(): string | undefined {
    if (this.#match('comment') || this.#match('data')) return undefined;
    const declaration = this.#match('declaration')?.[0];
    if (declaration === undefined) return 'a comment or declaration is not closed';
    if (this.#hasDeclaration || this.#hasRoot) return 'a declaration that is not at its start';
    this.#hasDeclaration = true;
    const own = [...declaration.matchAll(/<!ENTITY\s+([^\s%]+)/g)].map(([, entity = '']) => entity);
    this.#entities = new Set([...this.#entities, ...own]);
    return undefined;
  }

  #readEnd(): string | undefined {
    const [, tag] = this.#match('end') ?? [];
    if (tag === undefined) return 'an end tag is not closed';
    const open = this.#open.pop();
    this.#undeclare();
    return tag === open ? undefined : `</${tag}> closes ${open ? `<${open}>` : 'nothing'}`;
  }

  #readStart(): string | undefined {
    const [, tag, written = '', , , slash] = this.#match('start') ?? [];
    if (tag === undefined) return 'a tag is not closed, or an attribute has no quotes';
    if (this.#open.length === 0 && this.#hasRoot) return 'a second element after <svg>';
    const values = [...written.matchAll(attributes)].map(([, key = '', value = '']) => [
      key,
      value,
    ]);
    const names = values.map(([key = '']) => key);
    if (new Set(names).size < names.length) return `<${tag}> has an attribute twice`;
    if (this.#open.length > maxDepth) return `more than ${maxDepth} elements in each other`;
    this.#declare(names.flatMap((key) => /^xmlns:(.+)/.exec(key)?.[1] ?? []));
    const problem = this.#checkNames(tag, names) ?? this.#checkReferences(written);
    const isNamed = this.#hasRoot || tag.includes(':') || names.includes('xmlns');
    if (!isNamed) return 'the attribute xmlns="http://www.w3.org/2000/svg" is missing';
    this.#hasRoot = true;
    if (slash === '') this.#open.push(tag);
    else this.#undeclare();
    return problem;
  }

  #declare(prefixes: readonly string[]): void {
    this.#prefixes.push(prefixes);
    for (const each of prefixes) this.#declared.set(each, (this.#declared.get(each) ?? 0) + 1);
  }

  #undeclare(): void {
    for (const each of this.#prefixes.pop() ?? []) {
      this.#declared.set(each, (this.#declared.get(each) ?? 0) - 1);
    }
  }

  #checkNames(tag: string, names: readonly string[]): string | undefined {
    for (const each of [tag, ...names]) {
      const [prefix, local] = each.split(':');
      if (local !== undefined && !this.#declared.get(prefix ?? ''))
        return `the prefix of ${each} is not declared`;
    }
    return undefined;
  }

  #checkReferences(text: string): string | undefined {
    for (const [reference, entity] of text.matchAll(
      /&(?:#(?:\d+|x[\da-f]+);|([^\s;&<>"']*);?)/gi,
    )) {
      if (entity === undefined) continue;
      if (!reference.endsWith(';')) return '"&" must be written as "&amp;"';
      if (!this.#entities.has(entity)) return `XML has no "${reference}"`;
    }
    return undefined;
  }
}
