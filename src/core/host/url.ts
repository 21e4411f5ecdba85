/** What is used of `node:url`. */
export function fileURLToPath(url: string): string {
  return new URL(url).pathname;
}
