/** Stand for the `#` and the `;` of an entity such as `#quot;`, which Mermaid's grammars would take for syntax. */
export const [entityStart, entityEnd] = ['\uE0F0', '\uE0F1'];

/** Puts back the `#` and the `;` of entities. */
export function decodeMarks(text: string): string {
  return text.replaceAll(entityStart, '#').replaceAll(entityEnd, ';');
}
