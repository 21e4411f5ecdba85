/** An element of a Matroska or WebM file: https://www.rfc-editor.org/rfc/rfc9559 */
export interface Element {
  readonly id: number;
  readonly start: number;
  /** Of its content. */
  readonly inner: number;
  /** Infinite if its size is unknown: then it ends with its parent. */
  readonly end: number;
}

/** The id of the element with the film. */
export const segment = 0x18538067;

/** @throws RangeError if there is no whole header of an element */
export function readElement(bytes: Buffer, start: number): Element {
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
  // All bits are set.
  const isUnknown = value === (1n << BigInt(7 * sizeLength)) - 1n;
  return { id, start, inner, end: isUnknown ? Number.POSITIVE_INFINITY : inner + Number(value) };
}
