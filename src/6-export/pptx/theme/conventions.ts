import { readEscapes } from '../../../base/safe-html/css-loads.ts';

/** The marker of lists in a theme: the first character of the text that its rules name, or a dot. */
export function bulletOf(css: string): string {
  const [, text = ''] =
    /:where\(\.slides\)\s*(?:ul|:is\(ul,\s*ul ul\))\s*\{[^}]*list-style-type:\s*["']((?:[^"'\\]|\\.)*)/.exec(
      css,
    ) ?? [];
  const [character = '•'] = readEscapes(text).trim();
  return character;
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
