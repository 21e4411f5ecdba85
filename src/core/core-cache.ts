/** What a core keeps from one build to the next: entries by name. */
export type CoreCache = Map<string, Uint8Array>;
