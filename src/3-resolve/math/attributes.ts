import type { MathElement } from './tree.ts';

/** Operators that stretch by default. */
const stretching = new Set('()[]{}⟨⟩⌈⌉⌊⌋|‖');
/** Operators that stretch only with `stretchy`, or only at the ends of a row. */
const timid = new Set('|‖∣∥/\\');
/** Operators around which browsers leave space, but TeX does not in scripts. */
const spaced = /^[=≠<>≤≥≪≫≈∼≡∝+−±∓×÷⋅∘∗∈∉∋⊂⊃⊆⊇∪∩∧∨⊕⊗→←↔⇒⇔↦:∣∥⊥]$/;

/**
 * The attributes of an element without those that equal the default.
 *
 * @param isScript whether the element is a script
 */
export function simplifyAttributes(
  { name, attributes, children }: MathElement,
  isScript: boolean,
): MathElement['attributes'] {
  const text = children.join('');
  const kept = Object.entries(attributes).flatMap(([key, value]) => {
    if (name === 'mo' && isImplied(key, value, text, attributes)) return [];
    if (key === 'accent' && value === 'false') return [];
    // temml draws \rule in black, regardless of the text color.
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

/** The CSS properties that a formula may set. */
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

/** Shortens a value, and converts lengths to em, which depend on the text size. */
function shorten(value: string): string {
  return value
    .replace(/(\d*\.?\d+)pt\b/g, (_, points: string) => inEm(Number(points) / 12))
    .replace(/\b(\d+\.\d{4,})em/g, (_, length: string) => inEm(Number(length)))
    .replace(/\b0(?:\.0+)?(?:em|px)\b/g, '0');
}

function inEm(length: number): string {
  return `${Number(length.toFixed(3))}em`;
}
