import type { MathElement } from './tree.ts';

/** Signs that stretch without being told to. */
const stretching = new Set('()[]{}⟨⟩⌈⌉⌊⌋|‖');
/** Signs that stretch only when they are told to, or only at the ends of a row. */
const timid = new Set('|‖∣∥/\\');
/** Signs that browsers set with space around them, and TeX does not where they are small. */
const spaced = /^[=≠<>≤≥≪≫≈∼≡∝+−±∓×÷⋅∘∗∈∉∋⊂⊃⊆⊇∪∩∧∨⊕⊗→←↔⇒⇔↦:∣∥⊥]$/;

/**
 * An element's attributes without those that say what holds anyway.
 *
 * @param isScript whether it is set smaller than what it belongs to
 */
export function simplifyAttributes(
  { name, attributes, children }: MathElement,
  isScript: boolean,
): MathElement['attributes'] {
  const text = children.join('');
  const kept = Object.entries(attributes).flatMap(([key, value]) => {
    if (name === 'mo' && isImplied(key, value, text, attributes)) return [];
    if (key === 'accent' && value === 'false') return [];
    // temml draws \rule in black, whatever the colour of the text is.
    const isInk = key === 'mathbackground' && value === 'black';
    return [[key, isInk ? 'currentcolor' : shorten(value)]];
  });
  return {
    ...Object.fromEntries(kept),
    ...(attributes.minsize !== undefined && timid.has(text) && { stretchy: 'true' }),
    ...(name === 'mo' && isScript && spaced.test(text) && { lspace: '0', rspace: '0' }),
  };
}

function isImplied(
  key: string,
  value: string,
  text: string,
  { lspace }: MathElement['attributes'],
): boolean {
  if (key === 'fence' || key === 'movablelimits' || key === 'separator') return true;
  if (key === 'form') return lspace !== undefined || /^[()[\]{}]$/.test(text);
  if (key !== 'stretchy') return false;
  return value === 'true' ? stretching.has(text) : /^[−+±∓!]$/.test(text);
}

/** Properties that a formula may set; the name as CSS has it. */
const properties =
  /^(?:color|background-color|padding(?:-(?:left|right|top|bottom))?|margin-(?:left|right)|width|height|border(?:-(?:left|right|top|bottom|color))?|text-align|vertical-align|math-depth|transform|transform-origin|position|opacity|white-space)$/;

export function simplifyStyle(style: MathElement['style']): MathElement['style'] {
  const pairs = Object.entries(style).map(
    ([name, value]) =>
      [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), shorten(value)] as const,
  );
  return Object.fromEntries(
    pairs.filter(
      ([name, value]) => properties.test(name) && /^(?!undefined)[\w#.%() ,-]+$/.test(value),
    ),
  );
}

/** Lengths in em, for text of any size, and no longer than they need to be. */
function shorten(value: string): string {
  return value
    .replace(/(\d*\.?\d+)pt\b/g, (_, points: string) => inEm(Number(points) / 12))
    .replace(/\b(\d+\.\d{4,})em/g, (_, length: string) => inEm(Number(length)))
    .replace(/\b0(?:\.0+)?(?:em|px)\b/g, '0');
}

function inEm(length: number): string {
  return `${Number(length.toFixed(3))}em`;
}
