/**
 * Rewrites the gradients of a computed value that are mixed in other color spaces than sRGB, such as
 * `linear-gradient(in oklch, red, blue)`: with more stops, and in sRGB between them. In PDFs, Chromium mixes
 * all gradients in sRGB.
 *
 * @returns the same value if there is nothing to do
 */
export function mixInSrgb(value: string): string {
  let [text, at] = ['', 0];
  for (const { index, 0: found } of value.matchAll(/"(?:\\.|[^"\\])*"|(?:[a-z]+-)+gradient\(/g)) {
    if (found.startsWith('"') || index < at) continue;
    const open = index + found.length;
    const end = closingParenthesis(value, open);
    text += value.slice(at, open) + rewriteArguments(value.slice(open, end));
    at = end;
  }
  return text + value.slice(at);
}

interface Stop {
  readonly color: string;
  /** A percentage, a length or an angle. */
  readonly position: string | undefined;
}

function rewriteArguments(text: string): string {
  const parts = splitAtCommas(text);
  const [first = ''] = parts;
  const hasPrelude = !isStop(first);
  const prelude = hasPrelude ? first : '';
  const written = hasPrelude ? parts.slice(1) : parts;
  const [, named] = colorSpace.exec(prelude) ?? [];
  // Without a color space, colors in new notations are mixed in Oklab.
  const space = named ?? (written.some((part) => newNotation.test(part)) ? 'oklab' : 'srgb');
  // A color hint is a position alone.
  if (space === 'srgb' || !written.every(isStop)) return text;
  const stops = placeStops(written.flatMap(readStops));
  const mixed = stops.flatMap((stop, i) => [stop, ...stopsBetween(stop, stops[i + 1], space)]);
  if (mixed.length === stops.length && named === undefined) return text;
  const rest = prelude.replace(colorSpace, '').trim();
  return [
    `${rest} in srgb`.trim(),
    ...mixed.map(({ color, position }) => `${color} ${position}`),
  ].join(', ');
}

const colorSpace = /(?:^|\s)in\s+([\w-]+(?:\s+(?:shorter|longer|increasing|decreasing)\s+hue)?)/;
const newNotation = /^(?:oklch|oklab|lch|lab|color)\(/;

function isStop(text: string): boolean {
  return /^(?:rgba?|oklch|oklab|lch|lab|color)\(/.test(text);
}

function readStops(text: string): readonly Stop[] {
  const end = closingParenthesis(text, text.indexOf('(') + 1) + 1;
  const color = text.slice(0, end);
  const positions = text
    .slice(end)
    .trim()
    .split(/\s+(?![^(]*\))/);
  return positions.map((position) => ({ color, position: position || undefined }));
}

/** Positions stops without one evenly between the others. */
function placeStops(stops: readonly Stop[]): readonly Required<Stop>[] {
  const known = stops.map(({ position }, i) => {
    const isEnd = i === stops.length - 1;
    return position ?? (i === 0 ? '0%' : isEnd ? '100%' : undefined);
  });
  return stops.map(({ color }, i) => {
    if (known[i] !== undefined) return { color, position: known[i] };
    const before = known.findLastIndex((position, k) => k < i && position !== undefined);
    const after = known.findIndex((position, k) => k > i && position !== undefined);
    const share = (i - before) / (after - before);
    return { color, position: between(known[before] ?? '0%', known[after] ?? '100%', share) };
  });
}

function between(from: string, to: string, share: number): string {
  const [a, b] = [measure(from), measure(to)];
  return a && b && a.unit === b.unit
    ? `${round(a.number + (Math.max(a.number, b.number) - a.number) * share)}${a.unit}`
    : `calc(${from} + (${to} - ${from}) * ${round(share)})`;
}

function measure(text: string): { readonly number: number; readonly unit: string } | undefined {
  const [, number, unit] = /^(-?[\d.]+(?:e-?\d+)?)(%|[a-z]+)$/.exec(text) ?? [];
  return number === undefined || unit === undefined ? undefined : { number: Number(number), unit };
}

function round(number: number): number {
  return Number(number.toFixed(4));
}

/** Stops for each of these parts between two colors: no step is visible between them. */
const parts = 24;

function stopsBetween(from: Stop, to: Stop | undefined, space: string): readonly Stop[] {
  const isAround = /\s(?:longer|increasing|decreasing)/.test(space);
  if (!to || (!isAround && isSameColor(from.color, to.color)) || from.position === to.position)
    return [];
  return Array.from({ length: parts - 1 }, (_, i) => {
    const share = (i + 1) / parts;
    const color = `color-mix(in ${space}, ${from.color} ${round(100 * (1 - share))}%, ${to.color})`;
    return { color, position: between(from.position ?? '0%', to.position ?? '100%', share) };
  });
}

/** Whether two colors differ only in their opacity, or one is invisible: these are mixed alike in all spaces. */
function isSameColor(a: string, b: string): boolean {
  const [first, second] = [a, b].map((color) =>
    color.replace(/(?:\s*\/|(?<=^rgba.*),)[^/,]*\)$/, ')'),
  );
  const isInvisible = (color: string) => /(?:^rgba\(0, 0, 0, 0\)|\/ 0\))$/.test(color);
  return (
    first?.replace('rgba', 'rgb') === second?.replace('rgba', 'rgb') ||
    isInvisible(a) ||
    isInvisible(b)
  );
}

/** Splits at the commas that are in no parentheses. */
function splitAtCommas(text: string): readonly string[] {
  const found: string[] = [];
  let [depth, start] = [0, 0];
  for (const { index, 0: sign } of text.matchAll(/[(),]/g)) {
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (depth === 0) {
      found.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  return [...found, text.slice(start).trim()];
}

/** The offset of the parenthesis that closes the one before `start`. */
function closingParenthesis(text: string, start: number): number {
  let depth = 1;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return text.length;
}
