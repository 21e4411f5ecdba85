import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isSettled, stampOf } from '../../base/files/file-stats.ts';

/** What a file holds, and what is made of that: once, when somebody asks. */
export class FileContent {
  readonly bytes: Buffer;
  #digest: string | undefined;
  readonly #urls = new Map<string, string>();

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** 64 hexadecimal digits. */
  get sha256(): string {
    this.#digest ??= createHash('sha256').update(this.bytes).digest('hex');
    return this.#digest;
  }

  /** @param type the file's media type */
  dataUrl(type: string): string {
    const known = this.#urls.get(type);
    if (known !== undefined) return known;
    const url = `data:${type};base64,${this.bytes.toString('base64')}`;
    this.#urls.set(type, url);
    return url;
  }
}

interface KnownFile {
  readonly content: FileContent;
  readonly stamp: string;
  /** Whether any later change gives the file another stamp. */
  readonly isSettled: boolean;
}

const memories = new WeakMap<object, ReadonlyMap<string, KnownFile>>();

/** The files that go into a page, each read once; in builds with a memory, again only when it was changed. */
export class FileContents {
  readonly #before: ReadonlyMap<string, KnownFile>;
  readonly #now = new Map<string, KnownFile>();

  /** @param memory that of the build */
  constructor(memory?: object) {
    this.#before = (memory && memories.get(memory)) ?? new Map();
    if (memory) memories.set(memory, this.#now);
  }

  /** Throws as `readFileSync` does. */
  read(file: string): FileContent {
    const known = this.#now.get(file) ?? this.#refresh(file);
    this.#now.set(file, known);
    return known.content;
  }

  #refresh(file: string): KnownFile {
    const start = Date.now();
    const stamp = stampOf(file);
    const before = this.#before.get(file);
    if (before?.isSettled && before.stamp === stamp) return before;
    const content = new FileContent(readFileSync(file));
    return { content, stamp, isSettled: isSettled(file, start) };
  }
}
