import path from 'node:path';
import { realPathOf } from '../../base/files/file-stats.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { relativePath } from '../../base/files/relative-path.ts';

/** Where the files of a deck are read and written. Paths are absolute. */
interface Move {
  /** The real path of the deck. */
  readonly deck: string;
  readonly root: string;
  readonly output: string;
}

/** The output files of a run, so that no two decks write different things into the same one. */
export type TakenPlaces = Map<string, string>;

/** Where each file of a deck is after its conversion. */
export class Places {
  readonly #move: Move;
  readonly #folder: string;
  readonly #taken: TakenPlaces;
  readonly #copies = new Map<string, string>();
  readonly #included = new Map<string, string>();

  constructor(move: Move, taken: TakenPlaces) {
    this.#move = move;
    this.#folder = path.dirname(move.output);
    this.#taken = taken;
    this.#reserve(move.output, move.deck);
  }

  /** Whether the deck stays in its folder, next to the files that it uses. */
  get isInPlace(): boolean {
    return this.#folder === path.dirname(this.#move.deck);
  }

  /** Places a file with slides. @param text of which another deck may have a different version */
  addIncluded(file: string, text: string): void {
    const { dir, name } = path.parse(this.isInPlace ? file : this.#wanted(file));
    const wanted = path.join(dir, `${name}${this.isInPlace ? '.lectern' : ''}.md`);
    this.#included.set(file, this.#reserve(wanted, file + text));
  }

  /** Places a file that is copied unchanged, or with other paths in it. */
  addCopy(file: string): void {
    this.#copies.set(file, this.#reserve(this.#wanted(file), file));
  }

  /** Where a file that is shown is after the conversion; `undefined` if it stays where it is, or is not used. */
  of(file: string): string | undefined {
    return this.#copies.get(file) ?? this.#copies.get(realPathOf(file));
  }

  /** The same for a file with slides. */
  ofIncluded(file: string): string | undefined {
    return this.#included.get(realPathOf(file));
  }

  /** Where the style sheet of a theme in the project's `themes/` is after the conversion. */
  theme(name: string): string | undefined {
    return this.#copies.get(path.join(this.#move.root, 'themes', name, 'theme.css'));
  }

  /** Below the output folder as it is below the deck's own, or else below the project's. */
  #wanted(file: string): string {
    const own = path.dirname(this.#move.deck);
    const base = isInside(file, own) ? own : this.#move.root;
    return path.join(this.#folder, relativePath(base, file));
  }

  /** A place that no other content has. @param content that identifies what is written */
  #reserve(wanted: string, content: string): string {
    const { dir, name, ext } = path.parse(wanted);
    for (let i = 1; ; i++) {
      const place = i === 1 ? wanted : path.join(dir, `${name}-${i}${ext}`);
      // Some file systems ignore case, and whether characters are composed.
      const key = place.normalize().toLowerCase();
      if ((this.#taken.get(key) ?? content) !== content) continue;
      this.#taken.set(key, content);
      return place;
    }
  }
}
