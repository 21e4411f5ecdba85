import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import path from 'node:path';
import { statsOf } from '../../base/files/file-stats.ts';
import { relativePath } from '../../base/files/relative-path.ts';
import type { LiveDeck } from '../deck/live-deck.ts';
import type { UploadResult } from '../protocol/messages.ts';
import type { ImageUpload } from '../protocol/upload-request.ts';
import { filesOf, readFileState } from './deck-files.ts';
import { imageExtension, imageExtensions, safeName } from './image-name.ts';

/** Where pictures lie beside `talk.md`, in the order in which these are looked for. */
const usualFolders = ['assets', 'images', 'pictures'];

/** Puts a picture beside a Markdown file of a deck. */
export async function saveUpload(
  { file, name, bytes }: ImageUpload,
  deck: LiveDeck | undefined,
): Promise<UploadResult> {
  const markdown = deck && filesOf(deck).get(file);
  if (markdown === undefined)
    return { reason: `${file} is none of the Markdown files of this deck` };
  const state = readFileState(markdown);
  return 'reason' in state ? state : addImage(markdown, name, bytes);
}

/**
 * Puts a picture beside a Markdown file: into the folder that has the file's name, into `assets`,
 * `images` or `pictures`, if there is one, or else next to the file. Another file is never overwritten;
 * one that holds the same is used.
 *
 * @param markdown the file's real path
 * @param name of the picture, as it came
 */
export async function addImage(
  markdown: string,
  name: string,
  bytes: Buffer,
): Promise<UploadResult> {
  const ending = imageExtension(bytes);
  if (!ending)
    return { reason: `it is no picture of a type that pages show: ${imageExtensions.join(', ')}` };
  try {
    const folder = imageFolder(markdown);
    const file = await writeNew(path.join(folder, safeName(name)), ending, bytes);
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

/** A link may lead anywhere. */
function isRealFolder(folder: string): boolean {
  const isThere = statsOf(folder)?.isDirectory() === true;
  return isThere && realpathSync(folder) === folder;
}

/** More of one name than anybody has. */
const maxTries = 1000;

async function writeNew(stem: string, ending: string, bytes: Buffer): Promise<string> {
  for (let number = 1; number <= maxTries; number++) {
    const file = `${stem}${number === 1 ? '' : `-${number}`}.${ending}`;
    if (holds(file, bytes) || (await wasWritten(file, bytes))) return file;
  }
  throw new Error(`there are ${maxTries} files of that name`);
}

function holds(file: string, bytes: Buffer): boolean {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return (
    stats?.isFile() === true && stats.size === bytes.length && readFileSync(file).equals(bytes)
  );
}

/** @returns `false` where there is something of that name, be it a link that leads nowhere */
async function wasWritten(file: string, bytes: Buffer): Promise<boolean> {
  const handle = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  if (!handle) return false;
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await unlink(file).catch(() => {});
    throw error;
  } finally {
    await handle.close();
  }
  return true;
}
