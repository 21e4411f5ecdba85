/** Where a tab keeps what its editor holds, over a reload of the page. */
export function keptKey(deck: string): string {
  return `lectern-dev-editor ${deck}`;
}
