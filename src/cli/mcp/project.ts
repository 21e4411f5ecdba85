import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Report } from '../../base/diagnostics/report.ts';
import { isDeckName } from '../../base/files/deck-files.ts';
import { isInside, isRefused, locateDeck } from '../../base/files/locate-file.ts';
import { isForeign } from '../extract/foreign-names.ts';
import { ToolError, toolErrorOf } from './tool-error.ts';

/** The folder that tools are limited to. */
export class Project {
  /** Its real path. */
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /**
   * The real path of a deck in the folder, also of one that is reached by a link.
   *
   * @throws {ToolError} for a path out of the folder, a hidden file, and one that is no Markdown
   */
  deck(name: string): string {
    const report = new Report();
    const file = this.#resolve(name, report);
    const found = locateDeck(file, name, this.root, report);
    if (found === undefined) throw toolErrorOf(report);
    this.#refuse(found, name, report);
    return found;
  }

  /**
   * The path of a deck that does not exist yet.
   *
   * @throws {ToolError} as above, if it exists, and if other programs may obey it
   */
  newDeck(name: string): string {
    const report = new Report();
    const file = this.#resolve(name, report);
    const obeyed = path
      .relative(this.root, file)
      .split(path.sep)
      .find((part) => isForeign(part.toLowerCase()));
    if (obeyed !== undefined) throw new ToolError(explainObeyed(obeyed));
    if (existsSync(file)) throw new ToolError(`${name} exists already; change it with write_slide`);
    const parent = nearestFolder(path.dirname(file));
    const real = path.join(realpathSync(parent), path.relative(parent, file));
    this.#refuse(real, name, report);
    return real;
  }

  #resolve(name: string, report: Report): string {
    if (name.includes('\0')) throw new ToolError('a path contains no NUL character');
    const file = path.resolve(this.root, name);
    this.#refuse(file, name, report);
    return file;
  }

  #refuse(file: string, name: string, report: Report): void {
    if (!isInside(file, this.root)) {
      throw new ToolError(`${name} is outside of the project folder; paths are relative to it`);
    }
    const isForeignCode = path.relative(this.root, file).split(path.sep).includes('node_modules');
    if (isForeignCode) throw new ToolError(`${name} is in node_modules, whose files are no decks`);
    if (!isDeckName(file)) throw new ToolError(`${name} is not a Markdown file (.md)`);
    const isBad = isRefused(file, { path: name, span: undefined }, this.root, report);
    if (isBad) throw toolErrorOf(report);
  }
}

/** Why no agent may write a file or folder: `CLAUDE.md`, `node_modules`. */
export function explainObeyed(name: string): string {
  return `other programs may run or obey a file or folder named ${name} without being asked; choose another name`;
}

/** The nearest folder above a path that exists. */
function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(path.dirname(folder));
}
