/** What is wrong with an image, video or audio file. */
export interface Damage {
  /** As in `its header is damaged`. */
  readonly what: string;
  /** Whether browsers show or play what there is of it. */
  readonly isPartial: boolean;
}

/** Nothing of the file can be shown. */
export function broken(what: string): Damage {
  return { what, isPartial: false };
}

/** The file is shown up to some point. */
export function partial(what: string): Damage {
  return { what, isPartial: true };
}
