import { currencyNames, isCurrencyCode, isShortScale, scaleNames } from './currency-names.ts';

/** The mark between whole number and decimals. */
export type DecimalMark = '.' | ',';

/** A number as written, without sign and unit. */
export interface WrittenNumber {
  /** Digits and the marks between them, in ASCII digits: `1.234,5`. */
  readonly digits: string;
  readonly isNegative: boolean;
  /** Whether a triangle upwards is its sign: minus in the accounts of Japan, plus elsewhere. */
  readonly hasTriangle?: boolean;
  /** `%`, or the currency. */
  readonly unit?: string;
  /** Whether the unit is thousands or more, as in `3 Mio.` */
  readonly hasScale?: boolean;
}

// The hyphen is last, so that it is no range in a character class.
const minus = '−‐‑–—﹣－▼▽▾▿↓-';
const triangle = '▲△▴▵';
const plus = '↑+';
const unit = `%|٪|％|\\p{Sc}|${currencyNames}|[A-Z]{3}`;
const spaces = '[\\s\\u00a0\\u2007\\u2009\\u202f]*';
const written = new RegExp(
  `^(?<open>\\()?${spaces}(?<sign>[${triangle}${plus}${minus}])?${spaces}(?<before>${unit})?${spaces}(?<inner>\\()?(?<sign2>[${triangle}${plus}${minus}])?${spaces}` +
    `(?<digits>[.,٫]?\\d(?:[\\d.,'’٫٬_\\u00a0\\u2007\\u2009\\u202f ]*\\d)?[.,]?(?:[eE][+-]?\\d+)?)` +
    `(?:(?<=[.,])[-–—]{1,2})?${spaces}(?<sign3>[${minus}])?${spaces}(?<innerClose>\\))?${spaces}(?<scale>${scaleNames})?${spaces}(?<after>${unit})?${spaces}(?<close>\\))?${spaces}(?<sign4>[▼▽▾▿↓↑${triangle}])?$`,
  'u',
);

/**
 * Splits a text into number, sign and unit: `-5`, `(120)`, `120-`, `▼5`, `$5`, `1.234,50 €`, `EUR 5`, `12,5 %`. Says
 * nothing of which mark is the decimal mark. `undefined` if the text is no number in any notation.
 */
export function splitNumber(text: string): WrittenNumber | undefined {
  const groups = text.length < 60 ? written.exec(asciiDigits(text))?.groups : undefined;
  if (!groups) return undefined;
  const { open, close, inner, innerClose, before, after, scale, digits = '' } = groups;
  const signs = [groups.sign, groups.sign2, groups.sign3, groups.sign4].filter(Boolean);
  const isInParentheses = Boolean(open || inner);
  const isBalanced =
    isInParentheses === Boolean(close || innerClose) && !(open && inner) && !(close && innerClose);
  if (!isBalanced || signs.length + Number(isInParentheses) > 1 || (before && after)) {
    return undefined;
  }
  const name = before ?? after;
  if (name && /^[A-Z]{3}$/.test(name) && !isCurrencyCode(name)) return undefined;
  const isPercent = name !== undefined && /[%٪％]/.test(name);
  if (scale && (isPercent || (name === undefined && isShortScale(scale)))) return undefined;
  const [sign = ''] = signs;
  const hasTriangle = sign !== '' && triangle.includes(sign);
  const isPositive = sign === '' || plus.includes(sign) || hasTriangle;
  const isNegative = isInParentheses || !isPositive;
  const unitName = isPercent ? '%' : nameUnit(before, scale, after);
  return {
    digits,
    isNegative,
    ...(hasTriangle && { hasTriangle }),
    ...(unitName && { unit: unitName }),
    ...(scale && { hasScale: true }),
  };
}

/** `$bn`, `Mio. €`, `万円`. */
function nameUnit(before = '', scale = '', after = ''): string {
  const isWord = /\p{L}{2}\.?$/u.test(scale) && !isShortScale(scale) && !/\p{Lo}$/u.test(scale);
  return `${before}${before && isWord ? ' ' : ''}${scale}${after && isWord ? ' ' : ''}${after}`;
}

/** Digits of other scripts (Arabic, Devanagari, full-width) become ASCII digits. */
function asciiDigits(text: string): string {
  // Decimal digits are in runs of ten that begin with zero.
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    for (let value = 0; value < 10; value++) {
      const isFirst = !/\p{Nd}/u.test(String.fromCodePoint(code - value - 1));
      if (isFirst) return String(value);
    }
    return digit;
  });
}

const exponent = '(?:[eE][+-]?\\d+)?';
/** Thousands, or, as in India, a thousand and then hundreds. */
const groups = (mark: string) =>
  `[1-9]\\d{0,2}(?:${mark}\\d{3})+|[1-9]\\d?(?:${mark}\\d{2})*${mark}\\d{3}`;
const spaceLike = '[ \\u00a0\\u2007\\u2009\\u202f]';

const shapes: Readonly<Record<DecimalMark, RegExp>> = {
  '.': shape('[.٫]', ['[,٬]', spaceLike, "['’]", '_']),
  ',': shape('[,٫]', ['[.٬]', spaceLike, "['’]", '_']),
};

function shape(decimal: string, marks: readonly string[]): RegExp {
  const whole = ['\\d+', ...marks.map(groups)].join('|');
  return new RegExp(
    `^(?:(?<whole>${whole})(?:${decimal}(?<part>\\d*))?|${decimal}(?<only>\\d+))(?<power>${exponent})$`,
  );
}

/** A number in the notation of JavaScript, if its marks are valid with this decimal mark. */
export function normalizeNumber(
  { digits, isNegative }: WrittenNumber,
  decimal: DecimalMark,
): string | undefined {
  const found = shapes[decimal].exec(digits)?.groups;
  if (!found) return undefined;
  const { whole = '0', part, only, power = '' } = found;
  const decimals = part ?? only ?? '';
  const bare = whole.replace(/\D/g, '');
  const number = `${bare}${decimals === '' ? '' : `.${decimals}`}${power}`;
  return isNegative ? `-${number}` : number;
}
