import { createHash } from 'node:crypto';
import { shorten } from '../base/diagnostics/shorten.ts';
import { visibleName } from '../base/text/visible-text.ts';
import { type CarriedFile, type CarriedSource, carriedSourceType } from '../model/page.ts';

/** A source file that was embedded in a page. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** The source that is embedded in a page. */
export interface CarriedDeck {
  /** The path of the deck, among `files`. */
  readonly entry: string;
  readonly files: readonly SourceFile[];
}

/** The most that a source may contain. A file that the page shows twice is in the page once. */
const limits = { files: 20_000, fileBytes: 100 * 1024 * 1024, timesPage: 4 } as const;

/**
 * Reads the source that is embedded in a page.
 *
 * @param page the text of the HTML file
 * @returns `undefined` if the page has no embedded source
 * @throws {DamagedSourceError} if the source is damaged, or contains what no build writes
 */
export function readEmbeddedSource(page: string): CarriedDeck | undefined {
  const start = `<script type="${carriedSourceType}">`;
  const from = page.lastIndexOf(start);
  if (from < 0) return undefined;
  const json = page.slice(from + start.length, page.indexOf('</script>', from));
  const source = parseSource(json);
  const shown = shownFiles(page, source);
  const files = source.files.map((file) => ({ path: file.path, bytes: bytesOf(file, shown) }));
  checkSizes(files, page.length);
  return { entry: source.entry, files };
}

function checkSizes(files: readonly SourceFile[], pageLength: number): void {
  const large = files.find(({ bytes }) => bytes.length > limits.fileBytes);
  if (large) throw new DamagedSourceError(`${visibleName(large.path)} is larger than 100 MB`);
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > limits.timesPage * pageLength) {
    throw new DamagedSourceError(
      `its files are more than ${limits.timesPage} times as large as the page`,
    );
  }
}

/** The embedded source of a page is damaged. */
export class DamagedSourceError extends Error {}

function parseSource(json: string): CarriedSource {
  let source: unknown;
  try {
    source = JSON.parse(json);
  } catch {
    throw new DamagedSourceError('the list of its files cannot be read');
  }
  if (!isSource(source)) throw new DamagedSourceError('the list of its files is invalid');
  if (source.files.length > limits.files) {
    throw new DamagedSourceError(`it contains more than ${limits.files} files`);
  }
  const paths = source.files.map((file) => file.path);
  const unsafe = paths.find((name) => !isSafePath(name));
  if (unsafe !== undefined) {
    const shown = visibleName(JSON.stringify(shorten(unsafe, 100)));
    throw new DamagedSourceError(`it contains the invalid path ${shown}`);
  }
  const known = new Set<string>();
  for (const name of paths) {
    // As file systems compare them.
    const folded = name.normalize('NFC').toLowerCase();
    if (known.has(folded)) throw new DamagedSourceError(`it contains the file ${name} twice`);
    known.add(folded);
  }
  if (!paths.includes(source.entry)) throw new DamagedSourceError('the deck itself is missing');
  return source;
}

function isSource(value: unknown): value is CarriedSource {
  const { entry, files } = (value ?? {}) as Record<string, unknown>;
  return typeof entry === 'string' && Array.isArray(files) && files.every(isFile);
}

function isFile(value: unknown): boolean {
  const { path: name, text, base64, sha256 } = (value ?? {}) as Record<string, unknown>;
  const contents = [text, base64, sha256].filter((content) => content !== undefined);
  return typeof name === 'string' && contents.length === 1 && typeof contents[0] === 'string';
}

const maxPathLength = 1000;

/** Whether a path is relative and stays inside its folder, on every operating system. */
function isSafePath(name: string): boolean {
  const parts = name.split('/');
  const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
  if (name.length > maxPathLength || visibleName(name) !== name) return false;
  return parts.every((part) => !/^\.{0,2}$|[\\:*?"<>|]|[. ]$/.test(part) && !device.test(part));
}

/** The content of `data:` URLs in the page that the source refers to, by digest. */
function shownFiles(page: string, { files }: CarriedSource): ReadonlyMap<string, Buffer> {
  const wanted = new Set(files.flatMap((file) => ('sha256' in file ? [file.sha256] : [])));
  if (wanted.size === 0) return new Map();
  const shown = new Map<string, Buffer>();
  for (const [, base64 = ''] of page.matchAll(
    /\bdata:[\w/.+-]+;base64,((?=[\w+/])[\w+/]*={0,2})/g,
  )) {
    const bytes = Buffer.from(base64, 'base64');
    const name = digest(bytes);
    if (wanted.has(name)) shown.set(name, bytes);
  }
  return shown;
}

function bytesOf(file: CarriedFile, shown: ReadonlyMap<string, Buffer>): Buffer {
  if ('text' in file) return Buffer.from(file.text, 'utf8');
  if ('base64' in file) return Buffer.from(file.base64, 'base64');
  const bytes = shown.get(file.sha256);
  if (!bytes) throw new DamagedSourceError(`${file.path} is missing`);
  return bytes;
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
