/** The characters of texts, each once, sorted. A table of those in ASCII is faster than a set of all. */
export function charactersIn(texts: readonly string[]): string {
  const isSeen = new Uint8Array(128);
  const others = new Set<string>();
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 128) isSeen[unit] = 1;
      else {
        const character = String.fromCodePoint(text.codePointAt(i) ?? unit);
        others.add(character);
        i += character.length - 1;
      }
    }
  }
  let found = '';
  for (let unit = 0; unit < 128; unit++) if (isSeen[unit]) found += String.fromCharCode(unit);
  return others.size === 0 ? found : found + [...others].sort().join('');
}
