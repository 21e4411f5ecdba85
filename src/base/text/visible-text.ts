/** Control characters except tabs and line feeds, ends of lines in Unicode, and those that change the direction. */
const obeyed = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Escapes the characters that a terminal would obey and not show: control characters and those that change the
 * direction of the text. `\x1b[2J` becomes `\u001b[2J`; tabs and line feeds stay.
 */
export function visibleText(text: string): string {
  return text.replace(
    obeyed,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same, but with U+FFFD in place of each, so that columns stay. */
export function withoutControls(text: string): string {
  return text.replace(obeyed, '\uFFFD');
}

/** Writes JSON that a terminal may show: what it would obey is escaped, as JSON permits. */
export function visibleJson(value: unknown): string {
  return visibleText(JSON.stringify(value, null, 2));
}

/** The same for a name or a path, which is always on one line. */
export function visibleName(name: string): string {
  return visibleText(name).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}
