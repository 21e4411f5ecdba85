import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { Report } from '../../base/diagnostics/report.ts';
import { findPackage } from '../../base/files/find-package.ts';
import { isInside, isRefused, isUrl } from '../../base/files/locate-file.ts';
import { relativePath } from '../../base/files/relative-path.ts';
import { readPageText } from '../../base/files/text-file.ts';
import type { Inputs } from '../../base/inputs.ts';
import { decodeUri } from '../../base/text/decode-uri.ts';
import { formatPath } from '../../base/units.ts';
import type { BuildOptions, TextFile } from '../../model/source.ts';

/** The files around a deck: what its tool is told there, and where it looks for images. */
export class Project {
  /** Real paths. */
  readonly folder: string;
  readonly root: string;
  readonly #cwd: string;
  readonly #inputs: Inputs;

  constructor(deck: TextFile, { cwd, root }: BuildOptions, inputs: Inputs) {
    this.folder = path.dirname(deck.realPath);
    this.root = root;
    this.#cwd = cwd;
    this.#inputs = inputs;
  }

  /** The folders from the deck's own up to the root. */
  get folders(): readonly string[] {
    const folders = [this.folder];
    for (let folder = this.folder; folder !== this.root; ) {
      const parent = path.dirname(folder);
      if (parent === folder || !isInside(parent, this.root)) break;
      folder = parent;
      folders.push(folder);
    }
    return folders;
  }

  /**
   * The nearest file with one of these names, which may be paths.
   *
   * @returns its absolute path
   */
  find(...names: readonly string[]): string | undefined {
    for (const folder of this.folders) {
      const found = names.map((name) => path.join(folder, name)).find((file) => this.isFile(file));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether a package is installed for a folder. */
  hasPackage(name: string, folder: string): boolean {
    return findPackage(name, folder, (file) => this.#inputs.addSettings(file)) !== undefined;
  }

  /** Whether there is a file that is in the project, also if it is a link. */
  isFile(file: string): boolean {
    this.#inputs.addSettings(file);
    try {
      return statSync(file).isFile() && isInside(realpathSync(file), this.root);
    } catch {
      return false;
    }
  }

  /** Whether there is a file that a deck may show: none that is hidden, or of a kind that holds secrets, which is reported. */
  mayShow(file: string, report = new Report()): boolean {
    if (!isInside(file, this.root) || !this.isFile(file)) return false;
    const ref = { path: formatPath(file, this.#cwd), span: undefined };
    return [file, realpathSync(file)].every((each) => !isRefused(each, ref, this.root, report));
  }

  /**
   * Reads a text that {@link find} or {@link locate} found, as a part of the deck, which pages carry. One that cannot
   * be read is reported.
   */
  read(file: string, report: Report): TextFile | undefined {
    if (!this.mayShow(file, report)) return undefined;
    const text = this.readSettings(file, report);
    if (text) this.#inputs.add(file);
    return text;
  }

  /** The same for a text that is no part of the deck. */
  readSettings(file: string, report: Report): TextFile | undefined {
    if (!this.isFile(file)) return undefined;
    const ref = { path: formatPath(file, this.#cwd), span: undefined };
    return readPageText(file, this.#cwd, ref, report);
  }

  /**
   * Looks for a file as servers of slides do: next to the text that names it, at the root, and in folders such as
   * `public/`; without a query.
   *
   * @param reference as written
   * @param from real path of the file that names it
   * @param folders of public files, from the deck's folder or one above it
   * @returns the path from the folder of `from`; `undefined` if there is no such file, or it is an address
   */
  locate(reference: string, from: string, folders: readonly string[] = []): string | undefined {
    if (isUrl(reference) || reference === '') return undefined;
    const own = path.dirname(from);
    for (const name of namesOf(reference)) {
      const relative = name.replace(/^\/+/, '');
      const candidates = [
        ...(name.startsWith('/') ? [] : [path.join(own, name)]),
        ...folders.flatMap((folder) =>
          this.folders.map((above) => path.join(above, folder, relative)),
        ),
        ...this.folders.map((folder) => path.join(folder, relative)),
      ];
      const found = candidates.find((file) => this.mayShow(file));
      if (found !== undefined) return relativePath(own, found);
    }
    return undefined;
  }
}

/** A reference as written, without its query and fragment, and with its escapes decoded. */
function namesOf(reference: string): readonly string[] {
  const plain = reference.replace(/[?#].*$/s, '');
  return [...new Set([reference, plain, decodeUri(plain)])].filter((name) => name !== '');
}
