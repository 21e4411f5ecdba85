/** Mermaid writes generic types with tildes, such as `List~List~int~~`. */
export function withAngles(type: string): string {
  const parts = type.split(',');
  const isEven = (part: string) => part.split('~').length % 2 === 1;
  return parts.every(isEven) ? parts.map(pairTildes).join(',') : pairTildes(type);
}

/** The first tilde opens what the last one closes. */
function pairTildes(text: string): string {
  const [first, last] = [text.indexOf('~'), text.lastIndexOf('~')];
  if (first === last) return text;
  const inner = pairTildes(text.slice(first + 1, last));
  return `${text.slice(0, first)}<${inner}>${text.slice(last + 1)}`;
}
