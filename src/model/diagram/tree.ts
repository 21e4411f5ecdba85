import type { TextSpan } from './diagram.ts';

/** Nodes in a hierarchy, such as a mindmap. Plain JSON. */
export interface TreeSpec {
  readonly kind: 'tree';
  /** Its name in text alternatives. */
  readonly type: 'mindmap' | 'tree' | 'fishbone diagram';
  /** `sides`: branches on both sides of the root; `list`: an indented list, as of files and folders. */
  readonly layout: 'sides' | 'right' | 'list';
  readonly root: TreeNode;
}

export interface TreeNode {
  readonly label: string;
  /** The parts of the label with a style. */
  readonly spans?: readonly TextSpan[];
  /** A second text, such as a comment. */
  readonly note?: string;
  readonly shape: 'plain' | 'rectangle' | 'rounded' | 'circle' | 'cloud' | 'bang' | 'hexagon';
  readonly children: readonly TreeNode[];
}
