/** Whether a number format shows dates or times. */
export function isDateFormat(format: string): boolean {
  const plain = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[ymdh]/i.test(plain) && !/general/i.test(plain) && !/[0#]/.test(plain);
}

/**
 * Days as spreadsheets count them, as `2024-05-31`, or with their times if some are no whole days. As years or months
 * alone if their format shows no more, and there is no more to them.
 */
export function datesOf(
  serials: readonly string[],
  format: string,
  is1904: boolean,
): readonly string[] {
  const dates = serials.map((serial) => dateOf(serial, is1904));
  const plain = format.replace(/"[^"]*"|\[[^\]]*\]/g, '').toLowerCase();
  const areShort = (end: string): boolean =>
    dates.every((date) => date === '' || (date.length === 10 && date.endsWith(end)));
  if (/^y+$/.test(plain) && areShort('-01-01')) return dates.map((date) => date.slice(0, 4));
  if (!/[dhs]/.test(plain) && areShort('-01')) return dates.map((date) => date.slice(0, 7));
  return dates;
}

function dateOf(serial: string, is1904: boolean): string {
  const days = Number(serial) + (is1904 ? 1462 : 0);
  if (serial.trim() === '' || !Number.isFinite(days) || days < 0 || days > 2_958_465) return serial;
  const text = new Date(Math.round((days - 25_569) * 86_400_000)).toISOString();
  return Number.isInteger(days) ? text.slice(0, 10) : text.slice(0, 16);
}
