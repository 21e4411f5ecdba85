import type { TextFile } from '../../../model/source.ts';
import { TextEdits } from '../text-edits.ts';

export function translateMarp(author: TextFile): TextFile {
  const edits = new TextEdits(author);
  return edits.finish();
}
