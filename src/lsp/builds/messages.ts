import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import type { BuildOptions } from '../../model/source.ts';

/** A deck as it is written now. */
export interface DeckToBuild {
  /** Its real path. */
  readonly file: string;
  readonly options: Pick<BuildOptions, 'cwd' | 'root' | 'allowRemote'>;
  /** The unsaved texts, by their real paths. */
  readonly drafts: ReadonlyMap<string, string>;
}

/** Messages to the process that builds decks. */
export type WorkerRequest =
  | { readonly kind: 'build'; readonly id: number; readonly deck: DeckToBuild }
  | { readonly kind: 'stop'; readonly id: number }
  /** Nobody has the deck open any more. */
  | { readonly kind: 'forget'; readonly file: string };

/** Its answers to a build: one or two results, and in any case the end. */
export type WorkerAnswer =
  | { readonly kind: 'result'; readonly id: number; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'end'; readonly id: number };
