import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isSettled, stampOf } from '../../base/files/file-stats.ts';
import { noMemo } from '../../base/memo/memo.ts';
import type { Memo } from '../../model/source.ts';
import { findDamage } from '../damage/damage.ts';
import type { Damage } from '../damage/kinds.ts';
import { type ImageSize, imageSize } from './image-size.ts';

/** The content of a file and values derived from it, each computed once, on demand. */
export class FileContent {
  readonly bytes: Buffer;
  #digest: string | undefined;
  readonly #urls = new Map<string, string>();
  readonly #sizes = new Map<string, ImageSize | undefined>();

  readonly #damages = new Map<string, Damage | undefined>();

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** 64 hexadecimal digits. */
  get sha256(): string {
    this.#digest ??= createHash('sha256').update(this.bytes).digest('hex');
    return this.#digest;
  }

  /** @param type the file's media type */
  dataUrl(type: string): string {
    const known = this.#urls.get(type);
    if (known !== undefined) return known;
    const url = `data:${type};base64,${this.bytes.toString('base64')}`;
    this.#urls.set(type, url);
    return url;
  }

  /** @param type the image's media type @returns `undefined` if it has no size */
  imageSize(type: string): ImageSize | undefined {
    if (!this.#sizes.has(type)) this.#sizes.set(type, imageSize(this.bytes, type));
    return this.#sizes.get(type);
  }

  /** @param type the file's media type @returns `undefined` if nothing is wrong */
  damage(type: string): Damage | undefined {
    if (!this.#damages.has(type)) this.#damages.set(type, findDamage(this.bytes, type));
    return this.#damages.get(type);
  }
}

/** The files that are embedded in a page, each read once; with a memo, read again only after a change. */
export class FileContents {
  readonly #memo: Memo;
  readonly #read = new Map<string, FileContent>();

  constructor(memo: Memo = noMemo) {
    this.#memo = memo;
  }

  /** @throws as `readFileSync` does */
  read(file: string): FileContent {
    const known = this.#read.get(file) ?? this.#refresh(file);
    this.#read.set(file, known);
    return known;
  }

  /** A file on the web that was fetched. */
  fetched(sha256: string, bytes: Buffer): FileContent {
    return this.#memo.get(contentOf, [sha256], () => contentOf(bytes));
  }

  #refresh(file: string): FileContent {
    // A file that has just changed may change again within the resolution of its timestamp.
    if (!isSettled(file, Date.now())) return readContent(file);
    return this.#memo.get(readContent, [file, stampOf(file)], () => readContent(file));
  }
}

function readContent(file: string): FileContent {
  return contentOf(readFileSync(file));
}

function contentOf(bytes: Buffer): FileContent {
  return new FileContent(bytes);
}
