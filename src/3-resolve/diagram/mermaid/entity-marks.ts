/** Stand for the `#` and the `;` of an entity such as `#quot;`, which Mermaid's grammars would take for syntax. */
export const [entityStart, entityEnd] = ['\uE0F0', '\uE0F1'];

/** Follows the mark of a figure, so that the text keeps its length. */
export const filler = '\uE0F3';

/** Puts back the `#` and the `;` of entities, and removes fillers. */
export function decodeMarks(text: string): string {
  return text.replaceAll(entityStart, '#').replaceAll(entityEnd, ';').replaceAll(filler, '');
}
