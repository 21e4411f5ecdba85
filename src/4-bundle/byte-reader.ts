/** Reads the numbers of font files one after the other, the high byte first. Throws at the end. */
export class ByteReader {
  readonly #buffer: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  skip(count: number): void {
    this.#at += count;
  }

  bytes(count: number): Uint8Array {
    if (this.#at + count > this.#buffer.byteLength) throw new RangeError('past the end');
    this.#at += count;
    return this.#buffer.subarray(this.#at - count, this.#at);
  }

  text(length: number): string {
    return Buffer.from(this.bytes(length)).toString('latin1');
  }

  u8(): number {
    return this.#buffer.readUInt8(this.#at++);
  }

  u16(): number {
    this.#at += 2;
    return this.#buffer.readUInt16BE(this.#at - 2);
  }

  i16(): number {
    this.#at += 2;
    return this.#buffer.readInt16BE(this.#at - 2);
  }

  u32(): number {
    this.#at += 4;
    return this.#buffer.readUInt32BE(this.#at - 4);
  }

  /** WOFF 2's UIntBase128: seven bits a byte, the last one without its high bit. */
  base128(): number {
    let value = 0;
    for (;;) {
      const byte = this.u8();
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  }

  /** WOFF 2's 255UInt16: one byte for what is small. */
  short255(): number {
    const code = this.u8();
    if (code === 253) return this.u16();
    if (code === 255) return this.u8() + 253;
    if (code === 254) return this.u8() + 506;
    return code;
  }
}
