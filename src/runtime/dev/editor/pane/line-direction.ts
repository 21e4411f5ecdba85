import type { Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

const auto = Decoration.line({ attributes: { dir: 'auto' } });

/**
 * Sets the direction of each line by its first letter: right to left for Arabic, left to right for
 * code.
 */
export const lineDirection: Extension = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = directLines(view);
      }

      update({ view, docChanged, viewportChanged }: ViewUpdate): void {
        if (docChanged || viewportChanged) this.decorations = directLines(view);
      }
    },
    { decorations: ({ decorations }) => decorations },
  ),
];

function directLines({ state: { doc }, viewport: { from, to } }: EditorView): DecorationSet {
  const [first, last] = [doc.lineAt(from).number, doc.lineAt(to).number];
  const lines = Array.from({ length: last - first + 1 }, (_, i) => doc.line(first + i));
  return Decoration.set(lines.map((line) => auto.range(line.from)));
}
