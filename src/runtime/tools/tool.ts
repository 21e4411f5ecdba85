/** What the pointer may be in place of itself; one at a time. */
export type ToolName = 'laser' | 'pen';

let current: { readonly name: ToolName; readonly layDown: () => void } | undefined;

/** Takes a tool in place of another one. @param layDown called when it is laid down */
export function pickUp(name: ToolName, layDown: () => void): void {
  layDownTool();
  current = { name, layDown };
  document.documentElement.dataset.tool = name;
}

export function layDownTool(): void {
  const last = current;
  current = undefined;
  delete document.documentElement.dataset.tool;
  last?.layDown();
}

export function toolInUse(): ToolName | undefined {
  return current?.name;
}
