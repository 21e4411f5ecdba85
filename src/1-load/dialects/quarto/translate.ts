import type { TextFile } from '../../../model/source.ts';
import { prepareBibliography } from '../pandoc/citations/bibliography.ts';
import { PandocDeck } from '../pandoc/deck.ts';
import type { Translate } from '../translation.ts';
import { quarto } from './flavor.ts';

/** Translates decks of Quarto, with the results that their code cells had when they were run. */
export async function loadQuarto(deck: TextFile): Promise<Translate> {
  await prepareBibliography(deck);
  return (author, context) => new PandocDeck(author, context, quarto(author, context)).translate();
}
