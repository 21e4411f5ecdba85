import { cropImage } from '../5-bundle/reduce/reduce-image.ts';
import type { ImportedDeck } from './import-presentation.ts';
import type { OutputFile } from './write/media.ts';

/** Cuts the images of a deck as its presentation shows them. A damaged image stays as it is. */
export async function cropFiles(deck: ImportedDeck): Promise<ImportedDeck> {
  return { ...deck, files: await Promise.all(deck.files.map(cropFile)) };
}

async function cropFile({ cropping, ...file }: OutputFile): Promise<OutputFile> {
  if (!cropping) return file;
  const { mime, crop } = cropping;
  return { ...file, bytes: (await cropImage(file.bytes, mime, crop)) ?? file.bytes };
}
