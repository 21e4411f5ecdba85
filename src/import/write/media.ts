import path from 'node:path';
import { croppedType } from '../../5-bundle/reduce/reduce-image.ts';
import type { Crop } from '../../5-bundle/reduce/worker/job.ts';
import { detectFormat, isSvg } from '../../base/files/media-types.ts';
import type { OoxmlPackage } from '../../base/ooxml/package.ts';
import { decodeText } from '../../base/ooxml/zip.ts';
import { makeSvgSafe } from '../../base/safe-html/safe-svg.ts';
import type { Losses } from '../losses.ts';
import type { MediaFile } from '../model.ts';

/** A file that is written next to the deck. */
export interface OutputFile {
  /** Relative to the deck, with forward slashes. */
  readonly path: string;
  readonly bytes: Buffer;
  /** What is still to be cut off an image, and its type. */
  readonly cropping?: { readonly crop: Crop; readonly mime: string };
}

/** A deck cannot contain larger files. */
const maxBytes = 100_000_000;

/** Collects the files of a deck under safe names, each once. */
export class MediaWriter {
  readonly files: OutputFile[] = [];
  readonly #package: OoxmlPackage;
  readonly #losses: Losses;
  readonly #paths = new Map<string, string | undefined>();
  readonly #names = new Set<string>();
  /** The number that the next file of a name has, and the first file of each. */
  readonly #counts = new Map<string, number>();
  readonly #first = new Map<string, string>();

  constructor(file: OoxmlPackage, losses: Losses) {
    this.#package = file;
    this.#losses = losses;
  }

  /** The path of a file that a page can show; `undefined` if it cannot, which is recorded as a loss. */
  pathOf(file: MediaFile, kind: 'image' | 'video' | 'audio'): string | undefined {
    const { part, crop } = file;
    const key = crop ? `${part} ${JSON.stringify(crop)}` : part;
    if (this.#paths.has(key)) {
      const known = this.#paths.get(key);
      if (known === undefined) this.#report(part, kind);
      return known;
    }
    const bytes = this.#bytesOf(part);
    if (!bytes) {
      this.#paths.set(key, undefined);
      return undefined;
    }
    const cropped = crop && this.#cropped(part, bytes, crop);
    if (cropped !== undefined) {
      this.#paths.set(key, cropped);
      return cropped;
    }
    if (crop) {
      this.#losses.add('crop', file.name);
      return this.pathOf({ part, name: file.name }, kind);
    }
    const format = detectFormat(bytes.subarray(0, 4096));
    const isKind = format !== undefined && 'type' in format && isShown(format.type.kind, kind);
    const isMp3 = kind === 'audio' && /\.mp3$/i.test(part);
    const extension =
      isKind && 'extension' in format ? format.extension : isMp3 ? 'mp3' : undefined;
    const saved = this.#save('media', part, extension ?? safeExtension(part), bytes);
    const shown = extension !== undefined && bytes.length <= maxBytes ? saved : undefined;
    this.#paths.set(part, shown);
    if (shown === undefined) this.#report(part, kind);
    return shown;
  }

  /** The path of an image that will be cropped; `undefined` if it stays whole. */
  #cropped(part: string, bytes: Buffer, crop: Crop): string | undefined {
    const format = detectFormat(bytes.subarray(0, 4096));
    if (!format || !('type' in format)) return undefined;
    const { mime } = format.type;
    const type = croppedType(bytes, mime, crop);
    if (type === undefined) return undefined;
    const extension = type === 'image/jpeg' ? format.extension : 'webp';
    return this.#save('media', part, extension, bytes, 0, { crop, mime });
  }

  /** The bytes of a file; those of a vector image without what runs or loads something. */
  #bytesOf(part: string): Buffer | undefined {
    const bytes = this.#package.bytes(part);
    if (!isSvg(bytes.subarray(0, 4096)) && !/\.svg$/i.test(part)) return bytes;
    const safe = makeSvgSafe(decodeText(bytes));
    if (!safe || safe.removed.length > 0) this.#losses.add('unsafe image', stemOf(part));
    return safe && Buffer.from(safe.svg);
  }

  /** The path under which a file was saved that a page cannot show. */
  savedPath({ part }: MediaFile): string {
    const stem = stemOf(part);
    return this.#first.get(`media/${stem}`) ?? stem;
  }

  /** Saves data of a chart. @returns its path */
  saveData(text: string): string {
    return this.#save('data', 'chart.csv', 'csv', Buffer.from(text), 1);
  }

  #report(part: string, kind: string): void {
    this.#losses.add(
      kind === 'image' ? 'image type' : 'media type',
      this.savedPath({ part, name: '' }),
    );
  }

  #save(
    folder: string,
    part: string,
    extension: string,
    bytes: Buffer,
    first = 0,
    cropping?: OutputFile['cropping'],
  ): string {
    const stem = `${folder}/${stemOf(part)}`;
    let name = '';
    let count = this.#counts.get(`${stem}.${extension}`) ?? first;
    do {
      name = `${stem}${count === 0 ? '' : `-${count}`}.${extension}`;
      count++;
    } while (this.#names.has(name));
    this.#counts.set(`${stem}.${extension}`, count);
    this.#names.add(name);
    if (!this.#first.has(stem)) this.#first.set(stem, name);
    this.files.push({ path: name, bytes, ...(cropping && { cropping }) });
    return name;
  }
}

/** A video format may hold audio alone. */
function isShown(found: string, wanted: string): boolean {
  return found === wanted || (found !== 'image' && found !== 'text' && wanted !== 'image');
}

/** The name of a part in lower case, of letters, digits and hyphens. */
function stemOf(part: string): string {
  const { name } = path.posix.parse(part);
  const safe = name
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return /^(?:|con|prn|aux|nul|com\d|lpt\d)$/.test(safe) ? `file-${safe || 'x'}` : safe;
}

/** The extensions of files that browsers do not show; no system runs them. */
const known =
  /^(?:emf|wmf|emz|wmz|tiff?|bmp|wdp|pict|pcx|tga|wmv|avi|mov|mpe?g|wma|aac|aiff?|mid|asf|3gp|swf|mkv|gif|png|jpe?g|svg|mp4|m4a|wav)$/;

function safeExtension(part: string): string {
  const extension = path.posix.extname(part).slice(1).toLowerCase();
  return known.test(extension) ? extension : 'bin';
}
