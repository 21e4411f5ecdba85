/** A path or an address as the target of a link or an image in Markdown. */
export function linkTarget(path: string): string {
  return /[\s()<>]/.test(path) ? `<${path.replace(/[<>]/g, '\\$&')}>` : path;
}
