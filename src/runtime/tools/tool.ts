/** The tools of the pointer; one at a time. */
type ToolName = 'laser' | 'pen';

let current: { readonly name: ToolName; readonly layDown: () => void } | undefined;

/** Activates a tool instead of the current one. @param layDown called when it is deactivated */
export function activateTool(name: ToolName, layDown: () => void): void {
  deactivateTool();
  current = { name, layDown };
  document.documentElement.dataset.tool = name;
}

export function deactivateTool(): void {
  const last = current;
  current = undefined;
  delete document.documentElement.dataset.tool;
  last?.layDown();
}

export function activeTool(): ToolName | undefined {
  return current?.name;
}
