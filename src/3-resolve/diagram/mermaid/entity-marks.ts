/** Replace the `#` and the `;` of an entity such as `#quot;`, which Mermaid's grammars would read as syntax. */
export const [entityStart, entityEnd] = ['\uE0F0', '\uE0F1'];

/** Follows the mark of a figure, so that the text keeps its length. */
export const filler = '\uE0F3';

/** Replace the colons and semicolons in notes of states. */
export const [colonMark, semicolonMark] = ['\uE0F4', '\uE0F5'];

/** Puts back the characters that marks replace, and removes fillers. */
export function decodeMarks(text: string): string {
  return text
    .replaceAll(entityStart, '#')
    .replaceAll(entityEnd, ';')
    .replaceAll(colonMark, ':')
    .replaceAll(semicolonMark, ';')
    .replaceAll(filler, '');
}
