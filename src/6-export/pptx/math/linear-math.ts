import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { accentOf } from './signs.ts';

/**
 * A formula in one line of text, as equation editors read it: `(a+b)/2`, `√(x)`, `x²`.
 *
 * @param mathml the children of a `math` element
 */
export function linearMath(mathml: string): string {
  const { children } = parseDocument(mathml, { xmlMode: true });
  return writeAll(children).replace(/\s+/g, ' ').trim();
}

function writeAll(nodes: readonly ChildNode[]): string {
  return nodes.map(write).join('');
}

function write(node: ChildNode): string {
  if (isText(node)) return node.data;
  return isTag(node) ? writeElement(node) : '';
}

function writeElement(element: Element): string {
  const parts = element.children.map(write);
  const [base = '', first = '', second = ''] = parts;
  switch (element.name) {
    case 'mfrac':
      return `${group(base)}/${group(first)}`;
    case 'msqrt':
      return `√${group(parts.join(''))}`;
    case 'mroot':
      return `${raised(first)}√${group(base)}`;
    case 'mover': {
      const accent = accentOf(first.trim());
      return accent ? `${group(base)}${accent}` : `${base}${raised(first)}`;
    }
    case 'msup':
      return `${base}${raised(first)}`;
    case 'msub':
    case 'munder':
      return `${base}${lowered(first)}`;
    case 'msubsup':
    case 'munderover':
      return `${base}${lowered(first)}${raised(second)}`;
    case 'mtr':
      return `${parts.join('  ')}; `;
    case 'mspace':
      return ' ';
    case 'mo':
      return /^[=<>≤≥≈≠→⇒+−±∈]$/.test(base) ? ` ${base} ` : base;
    case 'annotation':
      return '';
    default:
      return parts.join('');
  }
}

function group(text: string): string {
  return [...text].length > 1 ? `(${text})` : text;
}

const superscripts = new Map(
  [...'0123456789+−=()ni'].map((plain, i) => [plain, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][i] ?? '']),
);
const subscripts = new Map(
  [...'0123456789+−=()'].map((plain, i) => [plain, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][i] ?? '']),
);

function raised(text: string): string {
  return inScript(text, superscripts) ?? (/^[′″‴]+$/.test(text) ? text : `^${group(text)}`);
}

function lowered(text: string): string {
  return inScript(text, subscripts) ?? `_${group(text)}`;
}

function inScript(text: string, script: ReadonlyMap<string, string>): string | undefined {
  const characters = [...text.replace(/\s+/g, '')].map((character) => script.get(character));
  return characters.every((character) => character !== undefined) ? characters.join('') : undefined;
}
