const declaration = /^(<\?xml\s[^>]*?)\sencoding\s*=\s*["']([\w.:-]+)["']/;

/** The text of an SVG image as browsers read it: in the encoding that it declares, UTF-8 by default. */
export function readSvg(bytes: Buffer): string {
  const [, , encoding = 'utf-8'] = declaration.exec(headOf(bytes)) ?? [];
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    // Browsers ignore an encoding that they do not know.
    return new TextDecoder().decode(bytes);
  }
}

/** The text of an SVG image, which is to be written in UTF-8. */
export function readSvgForUtf8(bytes: Buffer): string {
  const text = readSvg(bytes);
  const [, , encoding] = declaration.exec(text) ?? [];
  return encoding === undefined || /^utf-?8$/i.test(encoding)
    ? text
    : text.replace(declaration, '$1');
}

function headOf(bytes: Buffer): string {
  return bytes.toString('latin1', 0, 200).replace(/^\xef\xbb\xbf/, '');
}
