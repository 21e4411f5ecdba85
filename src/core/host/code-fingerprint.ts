/** The code does not change while a page is open, and nothing is cached for longer. */
export function codeFingerprint(): string {
  return '';
}
