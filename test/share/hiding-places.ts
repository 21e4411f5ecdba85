import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { packageRoot } from '../../src/base/files/package-root.ts';

/** Files that hide words where no viewer shows them, each with the words `secret-…`. */
export const files: Readonly<Record<string, string | Uint8Array>> = {
  'secret-file-name.jpg': jpeg(),
  'photo.png': png(),
  'loop.gif': gif(),
  'photo.webp': webp(),
  'photo.avif': avif(),
  'drawing.svg': svg(),
  'film.mp4': mp4(),
  'bee.mp3': mp3(),
  'own.css': `/* secret-css-comment */ .box { color: inherit; /* secret-css-inner */ background: url("ground.svg") }
/*# ${sourceMap('secret-css-map')} */`,
  'ground.svg': svg().replaceAll('secret-svg', 'secret-ground'),
  'own.js': `// secret-script-comment
/*! secret-legal-comment */
console.debug('shown-script');
//# ${sourceMap('secret-script-map')}`,
  'secret-data-name.csv':
    'fruit,kilos,secret-column\nshown-fruit,3,secret-cell\nshown-pear,4,secret-cell\n',
  'part.md': '# Part\n\nshown-part\n\n---\n\n## Not included\n\nsecret-part-rest\n',
};

function picture(name: string): Buffer {
  return readFileSync(path.join(packageRoot, name));
}

/** In two parts, as this file has none. */
function sourceMap(word: string): string {
  const json = JSON.stringify({ version: 3, sources: [word], sourcesContent: [word] });
  const url = `data:application/json;base64,${Buffer.from(json).toString('base64')}`;
  return ['sourceMapping', `URL=${url}`].join('');
}

/** Exif data with the orientation 6 and texts, among them a place. */
function exif(word: string, text = Buffer.from(word)): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.set([0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0], 10);
  // The GPS directory, whose place is after this one.
  tiff.set([0x25, 0x88, 4, 0, 1, 0, 0, 0, tiff.length, 0, 0, 0], 22);
  return Buffer.concat([tiff, text]);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

export function plainJpeg(): Buffer {
  return picture('test/looks/photo.jpg');
}

export function jpeg(): Buffer {
  const original = plainJpeg();
  const utf16 = Buffer.from('secret-jpeg-utf16', 'utf16le');
  return Buffer.concat([
    original.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif('secret-jpeg-exif'), utf16])),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret-jpeg-xmp')),
    segment(0xed, Buffer.from('Photoshop 3.0\0secret-jpeg-iptc')),
    segment(0xfe, Buffer.from('secret-jpeg-comment')),
    original.subarray(2),
    Buffer.from('secret-jpeg-trailer'),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export function plainPng(): Buffer {
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const pixels = deflateSync(Buffer.from([0, 255, 0, 0, 0, 0, 255]));
  const chunks = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

export function png(): Buffer {
  const original = plainPng();
  return Buffer.concat([
    original.subarray(0, 33),
    chunk('tEXt', Buffer.from('Comment\0secret-png-text')),
    chunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0secret-png-xmp')),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync('secret-png-deflated')])),
    chunk('eXIf', exif('secret-png-exif')),
    chunk('prVt', Buffer.from('secret-png-private')),
    original.subarray(33),
    Buffer.from('secret-png-trailer'),
  ]);
}

export function plainGif(): Buffer {
  return Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64');
}

export function gif(): Buffer {
  const original = plainGif();
  const block = (head: string, text: string): Buffer =>
    Buffer.concat([
      Buffer.from(head, 'latin1'),
      Buffer.from([text.length]),
      Buffer.from(`${text}\0`),
    ]);
  return Buffer.concat([
    original.subarray(0, -1),
    block('\x21\xfe', 'secret-gif-comment'),
    block('\x21\xff\x0bXMP DataXMP', 'secret-gif-xmp'),
    block('\x21\xff\x0bNETSCAPE2.0', '\x01\0\0'),
    Buffer.from(';secret-gif-trailer'),
  ]);
}

export function plainWebp(): Buffer {
  return picture('assets/pictures/editor.webp');
}

export function webp(): Buffer {
  const riff = (name: string, content: Buffer): Buffer => {
    const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const original = plainWebp();
  const extended = original.subarray(20, 30);
  extended.writeUInt8(extended.readUInt8(0) | 0x0c, 0);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    original.subarray(12),
    riff('EXIF', exif('secret-webp-exif')),
    riff('XMP ', Buffer.from('secret-webp-xmp')),
    riff('priv', Buffer.from('secret-webp-private')),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function box(type: string, ...content: readonly (Buffer | string)[]): Buffer {
  const parts = content.map((part) =>
    typeof part === 'string' ? Buffer.from(part, 'latin1') : part,
  );
  const body = Buffer.concat(parts);
  const head = Buffer.from(`\0\0\0\0${type}`, 'latin1');
  head.writeUInt32BE(body.length + 8);
  return Buffer.concat([head, body]);
}

/** The structure of an image without pixels. */
function avif(): Buffer {
  const [place, text] = [exif('secret-avif-exif'), Buffer.from('secret-avif-xmp')];
  const item = (id: number, type: string): Buffer =>
    box('infe', `\x02\0\0\0\0${String.fromCharCode(id)}\0\0${type}\0`);
  const meta = (start: number): Buffer => {
    const location = (id: number, offset: number, length: number): Buffer => {
      const entry = Buffer.alloc(14);
      entry.writeUInt16BE(id, 0);
      entry.writeUInt16BE(1, 4);
      entry.writeUInt32BE(offset, 6);
      entry.writeUInt32BE(length, 10);
      return entry;
    };
    return box(
      'meta',
      '\0\0\0\0',
      box('iinf', '\0\0\0\0\0\x02', item(1, 'Exif'), item(2, 'mime')),
      box(
        'iloc',
        '\0\0\0\0\x44\0\0\x02',
        location(1, start, place.length),
        location(2, start + place.length, text.length),
      ),
    );
  };
  const type = box('ftyp', 'avif\0\0\0\0avif');
  const start = type.length + meta(0).length + 8;
  return Buffer.concat([
    type,
    meta(start),
    box('mdat', place, text),
    box('uuid', 'secret-avif-uuid'),
  ]);
}

function svg(): string {
  return `<?xml version="1.0"?>
<!-- secret-svg-comment -->
<?adobe secret-svg-instruction?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  inkscape:export-filename="/home/secret-svg-path/x.png" viewBox="0 0 10 10">
<title>secret-svg-title</title><desc>secret-svg-desc</desc>
<metadata><rdf:RDF xmlns:rdf="x">secret-svg-metadata</rdf:RDF></metadata>
<inkscape:page label="secret-svg-page"/>
<style>/* secret-svg-css */ rect { fill: red }</style>
<rect width="10" height="10"/><text>shown-svg-text</text>
<image width="2" height="1" href="data:image/png;base64,${png().toString('base64')}"/>
</svg>
`;
}

function mp4(): Buffer {
  const movie = picture('test/docs/project/slides/flight.mp4');
  return Buffer.concat([movie, box('uuid', 'secret-mp4-uuid'), box('udta', 'secret-mp4-place')]);
}

function mp3(): Buffer {
  const tag = Buffer.from('ID3\x04\0\0\0\0\0\x14secret-mp3-title\0\0\0\0', 'latin1');
  const end = Buffer.alloc(128);
  end.write('TAGsecret-mp3-end');
  return Buffer.concat([tag, picture('test/docs/project/slides/bee.mp3'), end]);
}
