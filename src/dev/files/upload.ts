import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { writeAtomically } from '../../base/files/atomic-write.ts';
import { readFileState } from '../../base/files/edit/edited-file.ts';
import { statsOf } from '../../base/files/file-stats.ts';
import { relativePath } from '../../base/files/relative-path.ts';
import type { LiveDeck } from '../deck/live-deck.ts';
import type { UploadResult } from '../protocol/messages.ts';
import type { ImageUpload } from '../protocol/upload-request.ts';
import { filesOf } from './deck-files.ts';
import { imageExtension, imageExtensions, safeName } from './image-name.ts';

/** Usual names of image folders, in order of preference. */
const usualFolders = ['assets', 'images', 'pictures'];

/** Saves an uploaded image next to a Markdown file of a deck. */
export async function saveUpload(
  { file, name, bytes }: ImageUpload,
  deck: LiveDeck | undefined,
): Promise<UploadResult> {
  const markdown = deck && filesOf(deck).get(file);
  if (markdown === undefined) return { reason: `${file} is not a Markdown file of this deck` };
  const state = readFileState(markdown);
  return 'reason' in state ? state : addImage(markdown, name, bytes);
}

/**
 * Saves an image for a Markdown file: in the folder with the name of the file, or in `assets`, `images`
 * or `pictures`, or, if none of them exists, next to the file. Never overwrites another file; a file
 * with the same content is reused.
 *
 * @param markdown the file's real path
 * @param name the name of the uploaded file
 */
export async function addImage(
  markdown: string,
  name: string,
  bytes: Buffer,
): Promise<UploadResult> {
  const extension = imageExtension(bytes);
  if (!extension) return { reason: `its type is not supported; use ${imageExtensions.join(', ')}` };
  try {
    const folder = imageFolder(markdown);
    const file = await writeNewFile(path.join(folder, safeName(name)), extension, bytes);
    return { path: relativePath(path.dirname(markdown), file) };
  } catch (error) {
    return { reason: `it cannot be written: ${(error as Error).message}` };
  }
}

function imageFolder(markdown: string): string {
  const folder = path.dirname(markdown);
  const names = [path.parse(markdown).name, ...usualFolders];
  const folders = names.map((name) => path.join(folder, name));
  return folders.find(isRealFolder) ?? folder;
}

/** Excludes links, which may point anywhere. */
function isRealFolder(folder: string): boolean {
  const isFolder = statsOf(folder)?.isDirectory() === true;
  return isFolder && realpathSync(folder) === folder;
}

/** Limits the numbers appended to a name. */
const maxTries = 1000;

async function writeNewFile(stem: string, extension: string, bytes: Buffer): Promise<string> {
  for (let number = 1; number <= maxTries; number++) {
    const file = `${stem}${number === 1 ? '' : `-${number}`}.${extension}`;
    if (hasContent(file, bytes) || (await writeExclusively(file, bytes))) return file;
  }
  throw new Error(`there are ${maxTries} files with that name`);
}

function hasContent(file: string, bytes: Buffer): boolean {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return (
    stats?.isFile() === true && stats.size === bytes.length && readFileSync(file).equals(bytes)
  );
}

/** @returns `false` if the name exists already, even as a broken link */
async function writeExclusively(file: string, bytes: Buffer): Promise<boolean> {
  try {
    await writeAtomically(file, bytes, { isNew: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
