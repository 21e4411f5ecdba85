/**
 * The anchor of a heading on code hosts: its text in lower case, with letters, digits and underscores of every
 * script, and hyphens for spaces.
 */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\t\n]/g, ' ')
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
