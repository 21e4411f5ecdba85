import { ownValue } from '../../base/own-value.ts';

const currencies: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
};

/** A number format of spreadsheets in the words of Lectern; `undefined` for those that say nothing more. */
export function formatWords(code: string): string | undefined {
  const [first = ''] = code.split(';');
  const [, compactOf] = /^\[>=?1000\d*\][^;]*;?/.exec(code) ? ['', 'compact'] : [];
  const decimals = /0\.(0+)/.exec(first)?.[1];
  const digits = decimals === undefined ? '' : ` 0.${decimals}`;
  if (first.includes('%')) return `percent${digits}`;
  const sign = /\[\$([^\]-]+)/.exec(first)?.[1] ?? /[$€£¥₹₩]/.exec(first)?.[0];
  const currency =
    sign === undefined ? undefined : (ownValue(currencies, sign.trim()) ?? codeOf(sign));
  const words = [currency, compactOf].filter((word) => word !== undefined);
  if (currency !== undefined && compactOf === undefined)
    words.push(digits === '' ? '0' : digits.trim());
  return words.length === 0 ? undefined : words.join(' ');
}

function codeOf(sign: string): string | undefined {
  return /^[A-Z]{3}$/.test(sign.trim()) ? sign.trim() : undefined;
}
