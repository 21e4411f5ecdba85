import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { isUrl } from '../../base/files/locate-file.ts';
import { maxTextBytes } from '../../base/files/plain-text.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { ImageSettings } from '../../model/front-matter.ts';
import type { RemoteDeck } from '../../model/remote.ts';
import type { AssetRef } from '../../model/source.ts';
import { readAsset } from '../assets/assets.ts';
import { TotalSize } from '../assets/total-size.ts';

/** The megabytes of all files, each as often as it is named: every `url()` contains its file. */
const maxMegabytes = 50;

/** Style sheets that import each other could otherwise multiply without limit. */
const maxImports = 200;

/** What the style sheets of a page import, and name in `url()`: read once, and bounded together. */
export class StyleFiles {
  readonly #images: ImageSettings | undefined;
  readonly #remote: RemoteDeck | undefined;
  #usesRemote = false;
  readonly #total = new TotalSize(maxMegabytes, 'the style sheets');
  readonly #urls = new Map<string, string>();

  #imports = 0;
  /** The length of all style sheets, each as often as it is named. */
  #length = 0;

  /**
   * @param images how images are reduced
   * @param remote fetches files on the web, if the build does that
   */
  constructor(images?: ImageSettings, remote?: RemoteDeck) {
    this.#images = images;
    this.#remote = remote;
  }

  /** Whether a file on the web was fetched. */
  get usesRemote(): boolean {
    return this.#usesRemote;
  }

  /** Whether the build fetches files on the web. */
  get canFetch(): boolean {
    return this.#remote !== undefined;
  }

  /** Fetches those that are on the web, several at a time, if the build does that. */
  async fetch(targets: readonly string[]): Promise<void> {
    const refs = targets.filter(isUrl).map((path) => ({ path }));
    if (!this.#remote || refs.length === 0) return;
    this.#usesRemote = true;
    const { fetchFiles } = await import('../assets/fetched-files.ts');
    await fetchFiles(refs, this.#remote);
  }

  /** @returns what is wrong, if there are too many imports */
  addImport(): string | undefined {
    return ++this.#imports > maxImports ? `more than ${maxImports} imports` : undefined;
  }

  /** @returns what is wrong, if the style sheets are too large */
  addSheet(length: number): string | undefined {
    this.#length += length;
    const isTooLarge = this.#length > maxTextBytes;
    return isTooLarge ? 'the style sheets are larger than 32 MB, with their imports' : undefined;
  }

  /** @returns a `data:` URL; `undefined` if something is wrong with the file, which is reported */
  async read(
    ref: AssetRef,
    root: string,
    inputs: Inputs,
    report: Report,
  ): Promise<string | undefined> {
    const file = isUrl(ref.path) ? ref.path : path.resolve(path.dirname(ref.from), ref.path);
    const key = `${root}\0${file}`;
    const options = { root, images: this.#images, remoteDeck: this.#remote };
    const url = this.#urls.get(key) ?? (await readAsset(ref, options, this.#total, inputs, report));
    if (url === undefined) return undefined;
    this.#urls.set(key, url);
    return this.#total.addBytes((url.length * 3) / 4, ref, report) ? url : undefined;
  }
}
