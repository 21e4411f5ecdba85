import type { TextFile } from '../../../model/source.ts';
import type { Translate } from '../translation.ts';
import { prepareBibliography } from './citations/bibliography.ts';
import { PandocDeck } from './deck.ts';
import { pandoc } from './flavor.ts';

/** Translates decks that Pandoc makes into slides for reveal.js. */
export async function loadPandoc(deck: TextFile): Promise<Translate> {
  await prepareBibliography(deck);
  return (author, context) => new PandocDeck(author, context, pandoc).translate();
}
