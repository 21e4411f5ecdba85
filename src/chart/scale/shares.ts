import { numberFormat } from './numbers.ts';

/** The decimals of percentages at most; smaller shares are written as `<0.01%`, larger ones as `>99.99%`. */
const maxDecimals = 2;

/**
 * Writes the shares of a total as percentages, each rounded by itself, with so many decimals that none is 0 and only the
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
  const counts = shares.map((share) => Math.round(share / unit));
  return counts.map((count, index) => {
    const share = shares[index] ?? 0;
    if (count === 0 && share > 0) return `<${format.format(unit / 100)}`;
    const isOther = shares.some((other, i) => i !== index && other > 0);
    if (count * unit === 100 && isOther) return `>${format.format((100 - unit) / 100)}`;
    return format.format((count * unit) / 100);
  });
}
