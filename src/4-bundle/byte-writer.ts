/** Writes the numbers of font files one after the other, the high byte first. */
export class ByteWriter {
  #buffer: Buffer;
  #length = 0;

  /** @param size bytes to expect; there may be more */
  constructor(size: number) {
    this.#buffer = Buffer.allocUnsafe(size);
  }

  get length(): number {
    return this.#length;
  }

  /** What has been written. */
  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  u8(value: number): void {
    this.#makeRoom(1);
    this.#buffer[this.#length++] = value;
  }

  /** A number of 16 bits, with or without a sign. */
  u16(value: number): void {
    this.#makeRoom(2);
    this.#buffer[this.#length++] = value >> 8;
    this.#buffer[this.#length++] = value;
  }

  u32(value: number): void {
    this.u16(value >>> 16);
    this.u16(value & 0xffff);
  }

  copy(bytes: Uint8Array): void {
    this.#makeRoom(bytes.byteLength);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.byteLength;
  }

  /** Goes on at the next multiple of four. */
  align(): void {
    while (this.#length & 3) this.u8(0);
  }

  #makeRoom(count: number): void {
    if (this.#length + count <= this.#buffer.byteLength) return;
    const larger = Buffer.allocUnsafe(2 * (this.#length + count));
    this.#buffer.copy(larger);
    this.#buffer = larger;
  }
}
