/** A PDF string: literal if it is ASCII, else UTF-16. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  const units = Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  );
  return `<feff${units.join('')}>`;
}

/** A PDF date in UTC. @param seconds since 1970 */
export function pdfDate(seconds: number): string {
  const digits = new Date(seconds * 1000).toISOString().replace(/\D/g, '').slice(0, 14);
  return `(D:${digits}Z)`;
}

/** The bytes of a literal string or a string of digits, as Latin-1. */
export function decodePdfString(string: string): string {
  if (string.startsWith('<')) return Buffer.from(string.slice(1, -1), 'hex').toString('latin1');
  return string.slice(1, -1).replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, escaped: string) => {
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 0xff);
    return escapes.get(escaped) ?? escaped;
  });
}

const escapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['\n', ''],
  ['\r', ''],
  ['\r\n', ''],
]);
