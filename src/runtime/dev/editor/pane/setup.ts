import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { yamlFrontmatter } from '@codemirror/lang-yaml';
import { indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  type ViewUpdate,
} from '@codemirror/view';
import { droppedFiles, pastedImages } from '../../file-transfer.ts';
import { slides } from '../slides.ts';
import { originsField } from '../text/origin.ts';
import { editorTheme, highlighting } from './highlighting.ts';
import { lineDirection } from './line-direction.ts';

/** The callbacks of a text's editor. */
export interface EditorHooks {
  readonly save: () => void;
  readonly close: () => void;
  readonly update: (update: ViewUpdate) => void;
}

/** Holds the extension that compares two versions of the text. */
export const comparison = new Compartment();

/** The extensions of the Markdown editor. */
export function extensionsFor(file: string, hooks: EditorHooks): Extension {
  return [
    editingExtensions(file),
    // Takes precedence over the default key bindings.
    keymap.of([
      { key: 'Mod-s', run: run(hooks.save), preventDefault: true },
      ...searchKeymap,
      ...lintKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
      { key: 'Escape', run: run(hooks.close) },
    ]),
    // A line `key: value` above `---` is slide front matter, not a heading; `::left::` names a
    // slot.
    yamlFrontmatter({
      content: markdown({
        base: markdownLanguage,
        extensions: { remove: ['SetextHeading', 'Emoji'] },
      }),
    }),
    syntaxHighlighting(highlighting),
    editorTheme,
    originsField,
    slides,
    comparison.of([]),
    EditorView.updateListener.of(hooks.update),
  ];
}

function editingExtensions(file: string): Extension {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    dropCursor(),
    highlightSpecialChars(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    lintGutter(),
    indentUnit.of('  '),
    EditorState.tabSize.of(4),
    EditorView.lineWrapping,
    lineDirection,
    EditorView.contentAttributes.of({
      'aria-label': `Markdown of ${file}. Tab indents; Control+M makes Tab move the focus.`,
      lang: document.documentElement.lang,
      tabindex: '0',
      spellcheck: 'true',
      autocapitalize: 'sentences',
    }),
    // Dropped files and pasted images are handled by the page.
    EditorView.domEventHandlers({
      drop: (event) => droppedFiles(event.dataTransfer).length > 0,
      paste: (event) => pastedImages(event.clipboardData).length > 0,
    }),
  ];
}

function run(act: () => void): () => boolean {
  return () => {
    act();
    return true;
  };
}
