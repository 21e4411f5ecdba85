const containers: ReadonlySet<string> = new Set(['moov', 'trak']);

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of a video in an MP4 or QuickTime file, as it is shown; `undefined` if the file does not say it. */
export function videoSize(bytes: Uint8Array): Size | undefined {
  return sizeIn(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0);
}

/** Reads boxes: 4 bytes of length, 4 of type, content. @param depth of boxes in boxes */
function sizeIn(view: DataView, depth: number): Size | undefined {
  let at = 0;
  while (at + 8 <= view.byteLength && depth <= containers.size) {
    const isLong = view.getUint32(at) === 1 && at + 16 <= view.byteLength;
    const length = isLong ? Number(view.getBigUint64(at + 8)) : view.getUint32(at);
    const end = length === 0 ? view.byteLength : Math.min(at + length, view.byteLength);
    const start = at + (isLong ? 16 : 8);
    if (end < start) return undefined;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((each) => view.getUint8(at + each)));
    const content = new DataView(view.buffer, view.byteOffset + start, end - start);
    const found =
      type === 'tkhd'
        ? sizeOfTrack(content)
        : containers.has(type)
          ? sizeIn(content, depth + 1)
          : undefined;
    if (found) return found;
    at = end;
  }
  return undefined;
}

/** The header of a track ends with a matrix of nine numbers, and its size: in 16.16 fixed point. */
function sizeOfTrack(header: DataView): Size | undefined {
  const end = header.byteLength;
  if (end < 44) return undefined;
  const [width, height] = [header.getUint32(end - 8) / 65536, header.getUint32(end - 4) / 65536];
  if (width < 1 || height < 1) return undefined;
  // Films of phones that were held upright are turned by a quarter.
  const isTurned = header.getInt32(end - 44) === 0 && header.getInt32(end - 40) !== 0;
  return isTurned ? { width: height, height: width } : { width, height };
}
