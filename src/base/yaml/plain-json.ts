const string = String.raw`("(?:\\.|[^"\\\n])*")`;
const notes = new RegExp(String.raw`${string}|//[^\n]*|/\*[\s\S]*?\*/|\t`, 'g');
const lastCommas = new RegExp(String.raw`${string}|,(?=\s*[}\]])`, 'g');

/**
 * JSON as editors and tools write their settings, as text that YAML reads: comments, tabs and trailing commas become
 * spaces, so that places stay.
 */
export function plainJson(text: string): string {
  const blank = (piece: string, inString: string | undefined): string =>
    inString ?? piece.replace(/[^\n]/g, ' ');
  return text.replace(notes, blank).replace(lastCommas, blank);
}
