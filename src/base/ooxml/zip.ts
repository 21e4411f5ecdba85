import { crc32, inflateRawSync } from 'node:zlib';

/** What is wrong with an archive, as a sentence. */
export class ArchiveError extends Error {}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly offset: number;
  readonly size: number;
  /** As the list of files says. */
  readonly unpacked: number;
  readonly checksum: number;
}

/** Limits what is unpacked from one archive; a compressed file of zeros is 1000 times larger unpacked. */
const maxUnpacked = 64 * 1024 * 1024;

/** A workbook has one or two for each sheet and table. */
const maxRead = 10_000;

const signatures = { end: 0x06054b50, entry: 0x02014b50, file: 0x04034b50 } as const;

/** Reads the files of a ZIP archive in memory (APPNOTE.TXT of PKWARE), one at a time. */
export class ZipArchive {
  readonly #bytes: Buffer;
  /** By their names in lower case. */
  readonly #entries = new Map<string, Entry>();
  readonly #limit: number;
  #room: number;
  #read = 0;

  /**
   * @param limit of what is unpacked in all, in bytes
   * @throws ArchiveError if the list of files is damaged
   */
  constructor(bytes: Buffer, limit = maxUnpacked) {
    this.#bytes = bytes;
    this.#limit = limit;
    this.#room = limit;
    try {
      this.#readEntries();
    } catch (error) {
      if (error instanceof RangeError) throw new ArchiveError('is damaged or incomplete');
      throw error;
    }
  }

  get names(): readonly string[] {
    return Array.from(this.#entries.values(), ({ name }) => name);
  }

  /** The size of all files when unpacked, as the list of files says; no file turns out to be larger. */
  get unpackedSize(): number {
    let sum = 0;
    for (const { unpacked } of this.#entries.values()) sum += unpacked;
    return sum;
  }

  /** Whether there is a file of this name; names do not differ in case. */
  has(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  #find(name: string): Entry | undefined {
    return this.#entries.get(name.toLowerCase());
  }

  /**
   * The text of a file; `undefined` if there is none of this name.
   *
   * @throws ArchiveError if it is damaged, encrypted or too large
   */
  readText(name: string): string | undefined {
    const bytes = this.readBytes(name);
    return bytes && decodeText(bytes);
  }

  /**
   * The bytes of a file; `undefined` if there is none of this name.
   *
   * @throws ArchiveError if it is damaged, encrypted or too large
   */
  readBytes(name: string): Buffer | undefined {
    const entry = this.#find(name);
    if (!entry) return undefined;
    if (entry.isEncrypted) throw new ArchiveError('is protected by a password');
    if (++this.#read > maxRead) throw new ArchiveError('has more than 10,000 parts');
    const bytes = this.#unpack(entry);
    this.#room -= bytes.length;
    // Some programs leave it out.
    if (entry.checksum !== 0 && crc32(bytes) !== entry.checksum)
      throw new ArchiveError('is damaged or incomplete');
    return bytes;
  }

  #unpack({ offset, size, method, unpacked }: Entry): Buffer {
    const bytes = this.#bytes;
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== signatures.file) {
      throw new ArchiveError('is damaged or incomplete');
    }
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const packed = bytes.subarray(start, start + size);
    if (packed.length < size) throw new ArchiveError('is damaged or incomplete');
    if (method === 0 && size <= this.#room) return packed;
    const isWithin = unpacked <= this.#room;
    if (method !== 8 && method !== 0) throw new ArchiveError('is compressed in an unknown way');
    try {
      if (method === 8 && isWithin)
        return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpacked) });
    } catch {
      throw new ArchiveError('is damaged or incomplete');
    }
    throw new ArchiveError(`unpacks to more than ${this.#limit / 1024 / 1024} MB`);
  }

  #readEntries(): void {
    const bytes = this.#bytes;
    // The end record is followed by a comment of at most 64 kB.
    const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0) throw new ArchiveError('is damaged or incomplete');
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    for (let i = 0; i < count || count === 0xffff; i++) {
      if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== signatures.entry) return;
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((from) =>
        bytes.readUInt16LE(at + from),
      ) as [number, number, number];
      const nameEnd = at + 46 + nameLength;
      // Some programs write backslashes and capitals.
      const name = bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/');
      const entry = this.#readEntry(at, bytes.subarray(nameEnd, nameEnd + extraLength));
      this.#entries.set(name.toLowerCase(), { name, ...entry });
      at = nameEnd + extraLength + commentLength;
    }
  }

  #readEntry(at: number, extra: Buffer): Omit<Entry, 'name'> {
    const bytes = this.#bytes;
    const [packed, unpacked, offset] = [20, 24, 42].map((from) =>
      bytes.readUInt32LE(at + from),
    ) as [number, number, number];
    const large = readLargeSizes(extra);
    // In the order of the header, only the numbers that do not fit into 32 bits are in the extra field.
    const next = (number: number): number =>
      number === 0xffffffff ? (large.shift() ?? 0) : number;
    return {
      unpacked: next(unpacked),
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      size: next(packed),
      offset: next(offset),
      checksum: bytes.readUInt32LE(at + 16),
    };
  }
}

/** Decodes the text of a part, which is UTF-8 or UTF-16. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isBig = first === 0xfe && second === 0xff;
  const isLittle = first === 0xff && second === 0xfe;
  return new TextDecoder(isBig ? 'utf-16be' : isLittle ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** The numbers of the extra field of ZIP64. */
function readLargeSizes(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    const numbers: number[] = [];
    for (let i = at + 4; i + 8 <= end; i += 8) numbers.push(Number(extra.readBigUInt64LE(i)));
    return numbers;
  }
  return [];
}
