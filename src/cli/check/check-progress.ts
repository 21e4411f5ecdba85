import type { PlannedDeck } from '../../base/pipeline.ts';
import { formatPath } from '../../base/units.ts';
import { countSlides } from '../../check/read-deck.ts';
import { type Progress, silentProgress } from '../progress.ts';

/** Reports how many slides of all decks are checked. */
export class CheckProgress {
  readonly #progress: Progress;
  readonly #cwd: string;
  /** The slides of each deck. */
  readonly #totals: ReadonlyMap<PlannedDeck, number>;

  private constructor(progress: Progress, cwd: string, totals: ReadonlyMap<PlannedDeck, number>) {
    this.#progress = progress;
    this.#cwd = cwd;
    this.#totals = totals;
  }

  static async of(
    progress: Progress,
    decks: readonly PlannedDeck[],
    cwd: string,
  ): Promise<CheckProgress> {
    const totals = new Map<PlannedDeck, number>();
    // Counting parses the decks.
    const counted = progress === silentProgress ? [] : decks;
    for (const deck of counted) totals.set(deck, await countSlides(deck));
    return new CheckProgress(progress, cwd, totals);
  }

  /** @param slides of this deck that are checked */
  advance(deck: PlannedDeck, slides: number): void {
    const decks = [...this.#totals];
    const index = decks.findIndex(([each]) => each === deck);
    if (index < 0) return;
    const sum = (part: typeof decks) => part.reduce((total, [, count]) => total + count, 0);
    const done = sum(decks.slice(0, index)) + slides;
    this.#progress.show(done, sum(decks), formatPath(deck.deck, this.#cwd));
  }
}
