/** No workers reduce images in a browser, so that no code of theirs is part of a cache's key. */
export function reductionFingerprint(): string {
  return '';
}
