import { Tokenizer } from 'htmlparser2';
import type { HtmlPart } from '../../../model/inline.ts';
import type { Source } from '../../source.ts';
import { HtmlReader } from './html-reader.ts';

/**
 * Reads a piece of the author's HTML as browsers do, checks it, and splits it at the files that it names and at
 * the edges of notes. Comments and stray end tags are removed and variables replaced; everything else stays
 * as written. An element may start in one piece and end in another.
 *
 * @param source begins with `text`
 */
export function readHtml(text: string, source: Source): readonly HtmlPart[] {
  const reader = new HtmlReader(text, source);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(text);
  tokenizer.end();
  return reader.finish();
}
