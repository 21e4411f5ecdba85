/** The endings of Markdown files that are decks: of Lectern and other tools, of Quarto and of R Markdown. */
const deckEnding = /\.(?:md|markdown|qmd|rmd)$/i;

export function isDeckName(name: string): boolean {
  return deckEnding.test(name);
}

/** The name of a deck's outputs, without their extension. */
export function deckStem(name: string): string {
  return name.replace(deckEnding, '');
}
