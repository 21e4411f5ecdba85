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
import { filesIn, picturesIn } from '../../file-transfer.ts';
import { slides } from '../slides.ts';
import { originsField } from '../text/origin.ts';
import { editorTheme, highlighting } from './highlighting.ts';
import { lineDirection } from './line-direction.ts';

/** What the editor around a text does for it. */
export interface Hooks {
  readonly save: () => void;
  readonly close: () => void;
  readonly update: (update: ViewUpdate) => void;
}

/** Shows two versions of the text in one while the author chooses. */
export const comparison = new Compartment();

/** All that makes a Markdown editor of a text field. */
export function extensionsFor(file: string, hooks: Hooks): Extension {
  return [
    writing(file),
    // Before those of the library, which would indent by Escape and Tab only after it.
    keymap.of([
      { key: 'Mod-s', run: run(hooks.save), preventDefault: true },
      ...searchKeymap,
      ...lintKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
      { key: 'Escape', run: run(hooks.close) },
    ]),
    // A line `key: value` above `---` is a slide's head, and no heading; `::left::` is a slot's mark.
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

function writing(file: string): Extension {
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
      'aria-label': `Markdown of ${file}. Tab indents; after Control+M it moves on.`,
      lang: document.documentElement.lang,
      tabindex: '0',
      spellcheck: 'true',
      autocapitalize: 'sentences',
    }),
    // Pictures that are dropped are the page's to take, and not text.
    EditorView.domEventHandlers({
      drop: (event) => filesIn(event.dataTransfer).length > 0,
      paste: (event) => picturesIn(event.clipboardData).length > 0,
    }),
  ];
}

function run(act: () => void): () => boolean {
  return () => {
    act();
    return true;
  };
}
