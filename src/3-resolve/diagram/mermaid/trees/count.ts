import type { TreeNode } from '../../../../model/diagram/tree.ts';

/** The number of nodes of a tree. */
export function countNodes({ children }: TreeNode): number {
  return children.reduce((sum, child) => sum + countNodes(child), 1);
}
