import { hash } from '../../base/hash.ts';
import type { ShownFile } from '../../model/page.ts';
import { Package, type Part } from './package/package.ts';
import { blankPng } from './package/png.ts';
import { shownSize } from './shapes/video-size.ts';
import type { Scheme } from './theme/scheme.ts';

/** An image that PowerPoint shows, and the vector image in its place where that is known. */
export interface EmbeddedPicture {
  readonly image: Part;
  readonly svg?: Part;
}

/** What a browser has drawn of an image that older programs cannot show, or the first frame of a video. */
export interface Raster {
  readonly bytes: Uint8Array;
  readonly mime: 'image/png' | 'image/jpeg';
  /** The vector image with its colors in it, if it differs from the file. */
  readonly svg?: Uint8Array;
}

/** The types that every version of PowerPoint shows, with their file extensions. */
const shownTypes = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpeg'],
  ['image/gif', 'gif'],
  ['image/bmp', 'bmp'],
]);

const svgType = 'image/svg+xml';

/** The types of video and audio that every version of PowerPoint plays, with their file extensions. */
const playedTypes = new Map([
  ['video/mp4', 'mp4'],
  ['video/quicktime', 'mov'],
  ['audio/mpeg', 'mp3'],
  ['audio/mp4', 'm4a'],
  ['audio/wav', 'wav'],
]);

/** Those that other programs and a few versions of PowerPoint play. */
const otherMedia = new Map([
  ['video/webm', 'webm'],
  ['audio/webm', 'weba'],
  ['video/ogg', 'ogv'],
  ['audio/ogg', 'ogg'],
  ['audio/flac', 'flac'],
]);

/** Whether PowerPoint plays a type of video or audio; `unknown` types are not in the file. */
export function mediaSupport(mime: string): 'played' | 'other' | 'unknown' {
  if (playedTypes.has(mime)) return 'played';
  return otherMedia.has(mime) ? 'other' : 'unknown';
}

/** Whether an image needs a browser to be drawn as one that all programs show. */
export function needsRaster({ mime }: ShownFile): boolean {
  return mime.startsWith('image/') && !shownTypes.has(mime);
}

/** Names an image by its bytes. */
export function pictureKey({ bytes, mime }: ShownFile): string {
  return hash(mime, bytes);
}

/** The presentation while it is being written: its parts, each file once. */
export class DeckFile {
  readonly parts: Package = new Package();
  readonly scheme: Scheme;
  /** The marker of lists. */
  readonly bullet: string;
  /** The parts of the slides by their indexes in the deck; `undefined` for those that are not exported. */
  readonly slides: (Part | undefined)[] = [];
  readonly #rasters: ReadonlyMap<string, Raster>;
  readonly #files = new Map<string, Part>();

  /** @param rasters of images by their {@link pictureKey} */
  constructor(scheme: Scheme, bullet: string, rasters: ReadonlyMap<string, Raster>) {
    this.scheme = scheme;
    this.bullet = bullet;
    this.#rasters = rasters;
  }

  /** The parts of an image. One that cannot be drawn without a browser is empty where SVG is not known. */
  picture(file: ShownFile): EmbeddedPicture {
    const extension = shownTypes.get(file.mime);
    if (extension !== undefined) return { image: this.#add(file.bytes, extension, file.mime) };
    const raster = this.#rasters.get(pictureKey(file));
    const image = this.#add(raster?.bytes ?? blankPng, 'png', 'image/png');
    const bytes = raster?.svg ?? (file.mime === svgType ? file.bytes : undefined);
    return { image, ...(bytes && { svg: this.#add(bytes, 'svg', svgType) }) };
  }

  /** The first frame of a video, if a browser has shown it. */
  frameOf(file: ShownFile): ShownFile | undefined {
    const frame = this.#rasters.get(pictureKey(file));
    return frame && { ...frame, size: shownSize(file.bytes) };
  }

  /** The part of a video or audio; `undefined` for a type that PowerPoint does not play. */
  media({ bytes, mime }: ShownFile): Part | undefined {
    const extension = playedTypes.get(mime) ?? otherMedia.get(mime);
    return extension === undefined ? undefined : this.#add(bytes, extension, mime);
  }

  #add(bytes: Uint8Array, extension: string, mime: string): Part {
    const key = hash(extension, bytes);
    const known = this.#files.get(key);
    if (known) return known;
    const part = this.parts.addNumbered(
      mime.startsWith('image/') ? 'ppt/media/image' : 'ppt/media/media',
      extension,
      mime,
      bytes,
    );
    this.#files.set(key, part);
    return part;
  }
}
