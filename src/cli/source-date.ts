import { UsageError } from './usage-error.ts';

/**
 * Reads `SOURCE_DATE_EPOCH`, the date of outputs: https://reproducible-builds.org/specs/source-date-epoch
 *
 * @returns seconds since 1970
 * @throws {UsageError} if it is no number
 */
export function readEpoch(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,11}$/.test(text)) return Number(text);
  throw new UsageError(
    `SOURCE_DATE_EPOCH is "${text}"`,
    'set it to a number of seconds since 1970, or unset it',
  );
}
