/** The commits of branches in a repository. Plain JSON. */
export interface CommitSpec {
  readonly kind: 'commits';
  readonly direction: 'LR' | 'TB' | 'BT';
  /** The names of branches in the order of their lanes. */
  readonly branches: readonly string[];
  /** From the oldest to the newest; at least one. */
  readonly commits: readonly Commit[];
}

export interface Commit {
  /** Its id or message, if the author gave one. */
  readonly label?: string;
  /** The index of its branch. */
  readonly branch: number;
  /** The indexes of the commits before it; of a merge, the second one is on another branch. */
  readonly parents: readonly number[];
  readonly mark: 'normal' | 'reverse' | 'highlight' | 'merge' | 'cherry-pick';
  readonly tags: readonly string[];
}
