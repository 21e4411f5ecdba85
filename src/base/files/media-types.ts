export interface MediaType {
  readonly kind: 'image' | 'video' | 'audio' | 'text';
  /** The media type, as in `image/png`. */
  readonly mime: string;
  /** Whether the first bytes of a file match its type. */
  readonly matches: (head: Buffer) => boolean;
}

const jpeg = type('image/jpeg', startsWith('\xff\xd8\xff'));
const ogg = (mime: string) => type(mime, startsWith('OggS'));
const isoMedia = (mime: string) =>
  type(mime, (head) => brandOf(head) !== undefined && !isImageBrand(head));

/** The media that a page may contain, by file extension. All browsers support them. */
const types: ReadonlyMap<string, MediaType> = new Map([
  ['png', type('image/png', startsWith('\x89PNG\r\n\x1a\n'))],
  ['jpg', jpeg],
  ['jpeg', jpeg],
  ['gif', type('image/gif', startsWith('GIF8'))],
  ['webp', type('image/webp', (head) => startsWith('RIFF')(head) && hasAt(8, 'WEBP')(head))],
  ['avif', type('image/avif', (head) => hasAt(4, 'ftypavif')(head) || hasAt(4, 'ftypavis')(head))],
  ['svg', type('image/svg+xml', isSvg)],
  ['mp4', isoMedia('video/mp4')],
  ['m4v', isoMedia('video/mp4')],
  ['webm', type('video/webm', startsWith('\x1a\x45\xdf\xa3'))],
  ['ogv', ogg('video/ogg')],
  ['mp3', type('audio/mpeg', (head) => startsWith('ID3')(head) || isMpegFrame(head))],
  ['wav', type('audio/wav', (head) => startsWith('RIFF')(head) && hasAt(8, 'WAVE')(head))],
  ['m4a', isoMedia('audio/mp4')],
  ['ogg', ogg('audio/ogg')],
  ['oga', ogg('audio/ogg')],
  ['opus', ogg('audio/ogg')],
  ['flac', type('audio/flac', startsWith('fLaC'))],
]);

/** Whether images of a media type are photos as a rule. */
export function isPhoto(mime: string): boolean {
  return mime === 'image/jpeg' || mime === 'image/avif';
}

/** Captions of video and audio, in any file: https://www.w3.org/TR/webvtt1/ */
export const webVtt: MediaType = type('text/vtt', (head) =>
  /^(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)/.test(head.toString('latin1')),
);

/** Extensions of media that not all browsers support; such files are rejected. */
const otherKinds: ReadonlyMap<string, MediaType['kind']> = new Map([
  ['mov', 'video'],
  ['aac', 'audio'],
]);

/** What a file is by its first bytes. */
export type FileFormat =
  /** A type that a page may contain. @param extension the usual one */
  | { readonly extension: string; readonly type: MediaType }
  /** A format that browsers do not show, as a noun phrase. */
  | { readonly name: string };

/**
 * Recognizes a format by the first bytes of a file.
 *
 * @returns `undefined` for an unknown format, and for MPEG audio without tags, which any bytes may resemble
 */
export function detectFormat(head: Buffer): FileFormat | undefined {
  for (const [extension, format] of types) {
    if (extension !== 'mp3' && format.matches(head)) return { extension, type: format };
  }
  const mp3 = types.get('mp3');
  if (mp3 && startsWith('ID3')(head)) return { extension: 'mp3', type: mp3 };
  const other = otherFormats.find(({ matches }) => matches(head));
  return other && { name: other.name };
}

interface OtherFormat {
  readonly name: string;
  readonly matches: MediaType['matches'];
}

const otherFormats: readonly OtherFormat[] = [
  { name: 'a HEIC image', matches: (head) => isImageBrand(head) },
  {
    name: 'a TIFF image',
    matches: (head) => startsWith('II*\0')(head) || startsWith('MM\0*')(head),
  },
  {
    name: 'a JPEG XL image',
    matches: (head) => startsWith('\xff\x0a')(head) || hasAt(4, 'JXL ')(head),
  },
  { name: 'a JPEG 2000 image', matches: hasAt(4, 'jP  ') },
  { name: 'a BMP image', matches: (head) => startsWith('BM')(head) && head.readUInt32LE(6) === 0 },
  { name: 'an icon', matches: startsWith('\0\0\x01\0') },
  { name: 'a Photoshop image', matches: startsWith('8BPS') },
  { name: 'a PDF', matches: startsWith('%PDF-') },
  { name: 'PostScript', matches: startsWith('%!PS') },
  { name: 'a compressed SVG or another gzip file', matches: startsWith('\x1f\x8b') },
  { name: 'a ZIP file', matches: startsWith('PK\x03\x04') },
  { name: 'an AVI video', matches: (head) => startsWith('RIFF')(head) && hasAt(8, 'AVI ')(head) },
  {
    name: 'a web page',
    matches: (head) =>
      /^\uFEFF?\s*<(?:!doctype html|html|head|body)\b/i.test(head.toString('utf8', 0, 200)),
  },
];

/** The extensions of the files that a page may hold. */
export const mediaExtensions: readonly string[] = [...types.keys()];

/** Whether a path or an address names a video or audio, by its extension. */
export function mediaKind(path: string): 'video' | 'audio' | undefined {
  const name = /^(?:https?:)?\/\//i.test(path) ? path.replace(/[?#].*$/s, '') : path;
  const [, extension = ''] = /\.(\w+)$/.exec(name) ?? [];
  const kind = mediaType(extension)?.kind ?? otherKinds.get(extension.toLowerCase());
  return kind === 'video' || kind === 'audio' ? kind : undefined;
}

/** @param extension without its dot, in any case */
export function mediaType(extension: string): MediaType | undefined {
  return types.get(extension.toLowerCase());
}

/** @param mime as in `image/png` */
export function mediaTypeOfMime(mime: string): MediaType | undefined {
  return [...types.values()].find((each) => each.mime === mime);
}

function type(mime: string, matches: MediaType['matches']): MediaType {
  return { kind: mime.slice(0, mime.indexOf('/')) as MediaType['kind'], mime, matches };
}

function startsWith(magic: string): MediaType['matches'] {
  return hasAt(0, magic);
}

/** @param magic the expected bytes, as Latin-1 */
function hasAt(offset: number, magic: string): MediaType['matches'] {
  return (head) => head.toString('latin1', offset, offset + magic.length) === magic;
}

/** The brand of a file in the ISO base media format. */
function brandOf(head: Buffer): string | undefined {
  return hasAt(4, 'ftyp')(head) ? head.toString('latin1', 8, 12) : undefined;
}

/** Whether it is an image in the ISO base media format: AVIF, or HEIC and its relatives. */
function isImageBrand(head: Buffer): boolean {
  return /^(?:avi[fs]|he[ivx][cmsx]|mif1|msf1)$/.test(brandOf(head) ?? '');
}

/** A frame of MPEG audio begins with eleven set bits. */
function isMpegFrame(head: Buffer): boolean {
  return head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0;
}

/**
 * Whether a file is an SVG image. Only an XML declaration, comments and a document type may precede the root element.
 *
 * @param head its first bytes
 */
export function isSvg(head: Buffer): boolean {
  const before =
    /^\uFEFF?(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>)*/i;
  return /^<(?:\w+:)?svg[\s>]/.test(head.toString('utf8').replace(before, ''));
}
