/** The marker of lists in a theme: a character that its rules name, or a dot. */
export function bulletOf(css: string): string {
  const [, character] =
    /:where\(\.slides\)\s*:is\(ul,\s*ul ul\)\s*\{[^}]*list-style-type:\s*["'](?:\\([0-9a-f]{4})|([^"'\s]))/i.exec(
      css,
    ) ?? [];
  return character === undefined ? '•' : String.fromCodePoint(Number.parseInt(character, 16));
}

/** A language with its region, as PowerPoint wants it. */
export function languageTag(lang: string): string {
  try {
    const locale = new Intl.Locale(lang).maximize();
    return `${locale.language}-${locale.region ?? 'US'}`;
  } catch {
    return 'en-US';
  }
}
