import { didYouMean } from '../../base/diagnostics/suggest.ts';
import type { NumberFormat } from '../../model/chart.ts';
import type { Located } from '../../model/source.ts';
import type { ChartReport } from './chart-report.ts';

const displays = ['short', 'long', 'narrow'] as const;
const examples = 'for example "0.0", "compact", "percent", "EUR", "USD compact 0.0", "kilogram"';

/**
 * Reads a number format, a list of words in any order: `compact` (1.2M), digits (`0`, `0.00`; with `+`,
 * the sign is always shown), and one of
 *
 * - a currency code of ISO 4217: `USD`
 * - `percent` for fractions (0.42 is 42%), or `%` for values that are percentages already
 * - a unit of ECMA-402, or two: `kilogram`, `kilometer-per-hour`, optionally with `long` or `narrow`
 */
export function readFormat(
  { value, span }: Located<string>,
  report: ChartReport,
): NumberFormat | undefined {
  let format: NumberFormat = {};
  for (const word of value.trim().split(/\s+/)) {
    const part = readWord(word);
    if (!part) {
      const near = didYouMean(word, knownWords());
      const hint = near === undefined ? examples : `did you mean "${near}"?`;
      report.add('value-invalid', span, `invalid number format "${word}"`, hint);
      return undefined;
    }
    if (part.style && format.style) {
      const message = `"${value}" names more than one currency or unit`;
      report.add('value-invalid', span, message, 'use a currency, percent or a unit');
      return undefined;
    }
    format = { ...format, ...part };
  }
  return format;
}

function readWord(word: string): NumberFormat | undefined {
  if (word === 'compact') return { notation: 'compact' };
  if (word === 'percent') return { style: 'percent' };
  if (word === '%') return { style: 'unit', unit: 'percent' };
  if (Intl.supportedValuesOf('currency').includes(word)) {
    return { style: 'currency', currency: word };
  }
  if (isUnit(word)) return { style: 'unit', unit: word };
  const display = displays.find((name) => name === word);
  return display ? { unitDisplay: display } : readDigits(word);
}

function isUnit(word: string): boolean {
  const [parts, units] = [word.split('-per-'), Intl.supportedValuesOf('unit')];
  return parts.length < 3 && parts.every((part) => units.includes(part));
}

function knownWords(): readonly string[] {
  const lists = [Intl.supportedValuesOf('unit'), Intl.supportedValuesOf('currency')];
  return ['compact', 'percent', ...displays, ...lists.flat()];
}

/** `0.00`: two decimals; `0.0#`: one or two. */
function readDigits(word: string): NumberFormat | undefined {
  const [whole, sign, needed = '', further = ''] = /^(\+?)0(?:\.(0*)(#*))?$/.exec(word) ?? [];
  if (whole === undefined || needed.length + further.length > 10) return undefined;
  return {
    minimumFractionDigits: needed.length,
    maximumFractionDigits: needed.length + further.length,
    ...(sign && { signDisplay: 'exceptZero' }),
  };
}
