/**
 * Reads the numbers before an operator. Most of a drawing is numbers: they are read without a string for each,
 * into a list that is used again.
 *
 * @returns how many there are
 */
export function readNumbers(content: string, from: number, to: number, values: number[]): number {
  let count = 0;
  for (let at = from; at < to; ) {
    if (!isNumeral(content.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = endOfNumber(content, at, to);
    values[count++] = numberAt(content, at, end);
    at = end;
  }
  return count;
}

/** Digits, signs and the point. */
export function isNumeral(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2e || code === 0x2d || code === 0x2b;
}

export function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

export function endOfNumber(content: string, from: number, to: number): number {
  let at = from;
  while (at < to && isNumeral(content.charCodeAt(at))) at++;
  return at;
}

export function numberAt(content: string, from: number, to: number): number {
  let [digits, scale] = [0, 0];
  for (let at = from; at < to; at++) {
    const code = content.charCodeAt(at);
    if (code >= 0x30) {
      digits = digits * 10 + code - 0x30;
      scale *= 10;
    } else if (code === 0x2e) scale = 1;
  }
  const size = scale > 1 ? digits / scale : digits;
  return content.charCodeAt(from) === 0x2d ? -size : size;
}

/** Adds up the widths of the glyphs that `<hex> Tj` or `[<hex> 20 <hex>] TJ` shows, in thousandths of the size. */
export function widthOfText(
  content: string,
  from: number,
  to: number,
  codeLength: number,
  widthOf: (code: number) => number,
): number {
  const digits = codeLength * 2;
  let width = 0;
  for (let at = from; at < to; ) {
    const code = content.charCodeAt(at);
    if (code === less) {
      const close = content.indexOf('>', at);
      const end = close < 0 ? to : close;
      for (at++; at + digits <= end; at += digits) width += widthOf(hexAt(content, at, digits));
      at = end + 1;
    } else if (isNumeral(code)) {
      const end = endOfNumber(content, at, to);
      width -= numberAt(content, at, end);
      at = end;
    } else at++;
  }
  return width;
}

const less = 0x3c;

function hexAt(content: string, from: number, digits: number): number {
  let value = 0;
  for (let at = from; at < from + digits; at++) {
    const code = content.charCodeAt(at);
    value = value * 16 + (code & 15) + (code > 0x40 ? 9 : 0);
  }
  return value;
}
