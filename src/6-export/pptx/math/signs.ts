import { type ChildNode, type Element, isTag, isText } from 'domhandler';

/** The elements in an element. */
export function partsOf({ children }: { readonly children: readonly ChildNode[] }) {
  return children.filter(isTag);
}

/** The characters of an element. */
export function textIn({ children }: Element): string {
  return children
    .map((child) => (isText(child) ? child.data : isTag(child) ? textIn(child) : ''))
    .join('');
}

/** The character of an operator; empty for other elements. */
export function signOf(part: Element | undefined): string {
  return part?.name === 'mo' ? textIn(part).trim() : '';
}

const large = /^[∑∏∐∫∬∭∮∯∰⋀⋁⋂⋃⨀⨁⨂⨄⨆]$/u;
const limited = /^(?:munderover|munder|mover|msubsup|msub|msup)$/;

/** The sign of a sum, an integral or the like, without or with limits; `undefined` for other elements. */
export function largeOperator(part: Element): string | undefined {
  const sign = signOf(limited.test(part.name) ? partsOf(part)[0] : part);
  return large.test(sign) ? sign : undefined;
}

export function isIntegral(sign: string): boolean {
  return /^[∫∬∭∮∯∰]$/u.test(sign);
}

/** Whether what belongs to a sum ends before this operator. */
export function endsOperand(part: Element, isIntegrand: boolean): boolean {
  const sign = signOf(part);
  if (isIntegrand && /^[+−±∓]$/.test(sign)) return false;
  return /^[=≠<>≤≥≪≫≈∼≡∝⇒⇔→,;.:+−±∓&]$/u.test(sign) || /^\)|\]$/.test(sign);
}

/** The character that applies a function to what follows it. */
export const applyFunction = '\u2061';

/** The combining characters of accents, by those of MathML. */
const accents: ReadonlyMap<string, string> = new Map([
  ['ˆ', '\u0302'],
  ['^', '\u0302'],
  ['˜', '\u0303'],
  ['~', '\u0303'],
  ['∼', '\u0303'],
  ['‾', '\u0305'],
  ['¯', '\u0305'],
  ['→', '\u20d7'],
  ['⃗', '\u20d7'],
  ['←', '\u20d6'],
  ['↔', '\u20e1'],
  ['˙', '\u0307'],
  ['¨', '\u0308'],
  ['…', '\u20db'],
  ['⋯', '\u20db'],
  ['ˇ', '\u030c'],
  ['˘', '\u0306'],
  ['`', '\u0300'],
  ['´', '\u0301'],
  ['˚', '\u030a'],
]);

export function accentOf(sign: string): string | undefined {
  return accents.get(sign) ?? (/^[\u0300-\u036f\u20d0-\u20ef]$/.test(sign) ? sign : undefined);
}

/** Whether a sign grows with what it is above or below: a brace, or an arrow. */
export function isGrouping(sign: string): boolean {
  return /^[⏞⏟⏜⏝⎴⎵]$/.test(sign) || isArrow(sign);
}

export function isArrow(sign: string): boolean {
  return /^[←→↔⇐⇒⇔↦↩↪↼⇀↽⇁⇌⇋↠↞⟵⟶⟷⟸⟹⟺]$/u.test(sign);
}

const opening = /^[([{⟨⌊⌈|‖∣∥⟦⟮]$/u;
const closing = /^[)\]}⟩⌋⌉|‖∣∥⟧⟯]$/u;

/** How a stretched delimiter is used. Bars are what their place allows. */
export function delimiterOf(part: Element): 'open' | 'close' | 'bar' | undefined {
  const sign = signOf(part);
  const { stretchy, form } = part.attribs;
  if (stretchy === 'false' || sign === '') return undefined;
  if (!opening.test(sign)) return closing.test(sign) ? 'close' : undefined;
  if (!closing.test(sign) || form === 'prefix') return 'open';
  return form === 'postfix' ? 'close' : 'bar';
}

/** A space of about this width, in em, as characters. */
export function spaceOf(width: number): string {
  if (!(width > 0.03)) return '';
  if (width < 0.2) return '\u2009';
  if (width < 0.25) return '\u205f';
  if (width < 0.3) return '\u2005';
  if (width < 0.45) return '\u2004';
  if (width < 0.75) return '\u2002';
  return '\u2003'.repeat(Math.min(4, Math.round(width)));
}
