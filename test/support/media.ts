/** A film without frames, in an MP4 file that is complete. */
export function mp4(): Buffer {
  const movie = (offset: number): Buffer => {
    const sizes = [box('stsd', zeros(8)), box('stts', zeros(8)), box('stsc', zeros(8))];
    const chunks = box('stco', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, offset]));
    const samples = box('stbl', ...sizes, box('stsz', zeros(12)), chunks);
    const media = box('mdia', box('mdhd', zeros(24)), box('minf', samples));
    return box('moov', box('mvhd', zeros(100)), box('trak', box('tkhd', zeros(84)), media));
  };
  const type = box('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1'));
  const start = type.length + movie(0).length + 8;
  const whole = Buffer.concat([type, movie(0), box('mdat', zeros(16))]);
  const table = whole.indexOf('stco') + 12;
  whole.writeUInt32BE(start, table);
  return whole;
}

/** Frames of silence, in an MP3 file. */
export function mp3(): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  return Buffer.concat([frame, frame, frame]);
}

/** Silence in a WAV file. */
export function wav(): Buffer {
  const format = Buffer.from([1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0]);
  return riff('WAVE', ['fmt ', format], ['data', Buffer.alloc(80, 0x80)]);
}

export function riff(form: string, ...chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const body = chunks.flatMap(([name, content]) => {
    const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return [head, content, Buffer.alloc(content.length % 2)];
  });
  const all = Buffer.concat(body);
  const head = Buffer.from(`RIFF\0\0\0\0${form}`, 'latin1');
  head.writeUInt32LE(all.length + 4, 4);
  return Buffer.concat([head, all]);
}

function box(type: string, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const head = Buffer.from(`\0\0\0\0${type}`, 'latin1');
  head.writeUInt32BE(content.length + 8);
  return Buffer.concat([head, content]);
}

function zeros(count: number): Buffer {
  return Buffer.alloc(count);
}
