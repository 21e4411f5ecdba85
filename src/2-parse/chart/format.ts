import { didYouMean } from '../../base/diagnostics/suggest.ts';
import type { NumberFormat } from '../../model/chart.ts';
import type { Located } from '../../model/source.ts';
import type { Faults } from './errors.ts';

const displays = ['short', 'long', 'narrow'] as const;
const examples = 'for example "0.0", "compact", "percent", "EUR", "USD compact 0.0", "kilogram"';

/**
 * Reads how numbers are to be written, in words that follow each other in any order: `compact`
 * (1.2M), digits (`0`, `0.00`, with `+` the sign always shown), and one of
 *
 * - a currency by its code of ISO 4217: `USD`
 * - `percent` for shares of one (0.42 is 42%), or `%` for numbers that are percent already
 * - a unit of ECMA-402, or two: `kilogram`, `kilometer-per-hour`; `long` or `narrow` beside it
 */
export function readFormat(
  { value, span }: Located<string>,
  report: Faults,
): NumberFormat | undefined {
  let format: NumberFormat = {};
  for (const word of value.trim().split(/\s+/)) {
    const part = readWord(word);
    if (!part) {
      const near = didYouMean(word, knownWords());
      const hint = near === undefined ? examples : `did you mean "${near}"?`;
      report.add('value-invalid', span, `"${word}" is no number format`, hint);
      return undefined;
    }
    if (part.style && format.style) {
      const message = `"${value}" says twice what the numbers are`;
      report.add('value-invalid', span, message, 'one of currency, percent and unit');
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

/** `0.00`: two digits behind the point; `0.0#`: one or two. */
function readDigits(word: string): NumberFormat | undefined {
  const [whole, sign, needed = '', further = ''] = /^(\+?)0(?:\.(0*)(#*))?$/.exec(word) ?? [];
  if (whole === undefined || needed.length + further.length > 10) return undefined;
  return {
    minimumFractionDigits: needed.length,
    maximumFractionDigits: needed.length + further.length,
    ...(sign && { signDisplay: 'exceptZero' }),
  };
}
