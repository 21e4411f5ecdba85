/** The storage key of the editor's state, which a tab keeps across reloads. */
export function editorStateKey(deck: string): string {
  return `lectern-dev-editor ${deck}`;
}
