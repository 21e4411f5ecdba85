/**
 * The text of a slide as tools show and take it: without the plain break above it, and without blank lines around it.
 * Settings stay, as in `---\nlayout: quote\n---\n\n> An apple a day.`
 *
 * @param raw its text in its file
 */
export function shownText(raw: string): string {
  const text = trimLines(raw);
  return hasSettings(text) ? text : trimLines(text.replace(/^---?[ \t]*(?:\n|$)/, ''));
}

/** Whether a text is below the slide before it, not next to it. */
export function isBelow(raw: string): boolean {
  return /^\n*--[ \t]*(?:\n|$)/.test(raw);
}

/** Whether a text begins with a break, with or without settings. */
export function hasBreak(raw: string): boolean {
  return /^\n*---?[ \t]*(?:\n|$)/.test(raw);
}

/** A text with the break that begins a slide. */
export function withBreak(shown: string, below: boolean): string {
  const text = trimLines(shown);
  if (hasSettings(text)) return below ? text.replace(/^---/, '--') : text;
  return `${below ? '--' : '---'}\n\n${trimLines(text.replace(/^---?[ \t]*(?:\n|$)/, ''))}`;
}

function hasSettings(text: string): boolean {
  return /^---?[ \t]*\n[A-Za-z_][\w-]*[ \t]*:(?:[ \t\n])(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|$)/.test(
    text,
  );
}

function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
