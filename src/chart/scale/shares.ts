import { numberFormat } from './numbers.ts';

/** The decimals of percentages at most; smaller shares are written as `<0.01%`, larger ones as `>99.99%`. */
const maxDecimals = 2;

/**
 * Writes the shares of a total as percentages that add up to 100, with so many decimals that none is 0 and only the
 * whole is 100.
 *
 * @param values not negative
 */
export function writeShares(values: readonly (number | null)[], lang: string): readonly string[] {
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const shares = values.map((value) => (total > 0 ? ((value ?? 0) / total) * 100 : 0));
  const smallest = Math.min(100, ...shares.filter((share) => share > 0));
  const needed = Math.max(0, Math.ceil(-Math.log10(smallest * 2)));
  const decimals = Math.min(maxDecimals, needed);
  const format = numberFormat(lang, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const unit = 10 ** -decimals;
  const counts = apportion(
    shares.map((share) => share / unit),
    Math.round(100 / unit),
  );
  return counts.map((count, index) => {
    const share = shares[index] ?? 0;
    if (count === 0 && share > 0) return `<${format.format(unit / 100)}`;
    const isOther = shares.some((other, i) => i !== index && other > 0);
    if (count * unit === 100 && isOther) return `>${format.format((100 - unit) / 100)}`;
    return format.format((count * unit) / 100);
  });
}

/** Rounds numbers so that they add up to a total: those with the largest remainders are rounded up. */
function apportion(numbers: readonly number[], total: number): readonly number[] {
  // A number just below a whole one is that number.
  const counts = numbers.map((number) => Math.floor(number + 1e-9));
  const missing = total - counts.reduce((sum, count) => sum + count, 0);
  const byRemainder = numbers
    .map((number, index) => ({ index, remainder: number - (counts[index] ?? 0) }))
    .filter(({ remainder }) => remainder > 0)
    .toSorted((a, b) => b.remainder - a.remainder)
    .slice(0, Math.max(0, missing));
  for (const { index } of byRemainder) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}
