/** Ids of elements: https://www.rfc-editor.org/rfc/rfc9559 */
const [segment, info] = [0x18538067, 0x1549a966];
/** Tags, attachments, chapters; in the information: title, date, names and ids of files. */
const cleared = new Set([
  0x1254c367, 0x1941a469, 0x1043a770, 0x7ba9, 0x4461, 0x7384, 0x3c83ab, 0x3e83bb, 0x73a4,
]);
/** The programs that wrote the file, which it must name. */
const programs = new Set([0x4d80, 0x5741]);
const empty = 0xec;

interface Element {
  readonly id: number;
  readonly start: number;
  /** Of its content. */
  readonly inner: number;
  readonly end: number;
}

/** Clears the metadata of a WebM file in place, as offsets in it refer to its clusters. @throws RangeError */
export function stripMatroska(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  clear(copy, 0, copy.length);
  return copy;
}

function clear(bytes: Buffer, start: number, end: number): void {
  for (let at = start; at < end; ) {
    const element = readElement(bytes, at, end);
    if (element.id === segment || element.id === info) clear(bytes, element.inner, element.end);
    else if (cleared.has(element.id)) erase(bytes, element);
    else if (programs.has(element.id)) bytes.fill(0x20, element.inner, element.end);
    at = element.end;
  }
}

/** Turns an element into an empty one of the same size. */
function erase(bytes: Buffer, { start, end }: Element): void {
  const size = end - start;
  // Its size is one byte, or eight.
  const header = size < 100 ? 2 : 9;
  bytes.fill(0, start, end);
  bytes.writeUInt8(empty, start);
  if (header === 2) bytes.writeUInt8(0x80 | (size - header), start + 1);
  else bytes.writeBigUInt64BE((1n << 56n) | BigInt(size - header), start + 1);
}

function readElement(bytes: Buffer, start: number, end: number): Element {
  const idLength = Math.clz32(bytes.readUInt8(start)) - 23;
  if (idLength > 4) throw new RangeError('no element');
  const id = bytes.readUIntBE(start, idLength);
  const at = start + idLength;
  const sizeLength = Math.clz32(bytes.readUInt8(at)) - 23;
  if (sizeLength > 8) throw new RangeError('no size');
  const inner = at + sizeLength;
  if (inner > bytes.length) throw new RangeError('an element is cut off');
  let value = BigInt(bytes.readUInt8(at) & (0xff >> sizeLength));
  for (const byte of bytes.subarray(at + 1, inner)) value = value * 256n + BigInt(byte);
  // All bits set: the size is unknown, and the element ends with its parent.
  const isUnknown = value === (1n << BigInt(7 * sizeLength)) - 1n;
  return { id, start, inner, end: isUnknown ? end : Math.min(end, inner + Number(value)) };
}
