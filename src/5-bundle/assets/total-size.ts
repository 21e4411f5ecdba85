import type { Report } from '../../base/diagnostics/report.ts';
import type { AssetRef } from '../../model/source.ts';
import type { FileContent } from './file-contents.ts';

/**
 * The millions of pixels of all images. A small file can unpack to 100 of them, which a browser needs 400 MB and
 * a second for; 4000 are 480 images of a 4K screen.
 */
const maxMegapixels = 4000;

const hint = 'make them smaller, or divide the deck';

/** Adds up files and their pixels, and reports the first file that has no place. */
export class TotalSize {
  readonly #maxMegabytes: number;
  /** As in "the files of this deck". */
  readonly #owner: string;
  #bytes = 0;
  #pixels = 0;
  #isExceeded = false;

  constructor(maxMegabytes: number, owner: string) {
    this.#maxMegabytes = maxMegabytes;
    this.#owner = owner;
  }

  /** @returns whether the page has room for the bytes of a file */
  addBytes(bytes: number, ref: AssetRef, report: Report): boolean {
    this.#bytes += bytes;
    if (this.#bytes <= this.#maxMegabytes * 1024 * 1024) return !this.#isExceeded;
    return this.#exceed(
      `files of ${this.#owner} have more than ${this.#maxMegabytes} MB`,
      ref,
      report,
    );
  }

  /** @param mime the type of the content @returns whether browsers can be expected to show an image */
  addPixels(content: FileContent, mime: string, ref: AssetRef, report: Report): boolean {
    const size = mime === 'image/svg+xml' ? undefined : content.imageSize(mime);
    this.#pixels += size ? size.width * size.height : 0;
    if (this.#pixels <= maxMegapixels * 1_000_000) return !this.#isExceeded;
    return this.#exceed(
      `images of ${this.#owner} have more than ${maxMegapixels} million pixels`,
      ref,
      report,
    );
  }

  #exceed(what: string, { path, span }: AssetRef, report: Report): false {
    const name = path.startsWith('data:') ? 'this image' : `"${path}"`;
    if (!this.#isExceeded) report.add('file-large', span, `with ${name}, the ${what}`, hint);
    this.#isExceeded = true;
    return false;
  }
}
