import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Uses the colors of the pane; see pane-style.ts. */
export const editorTheme = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--ink)',
    backgroundColor: 'var(--panel-background)',
    fontSize: '14px',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "JetBrains Mono", Menlo, Consolas, monospace',
    lineHeight: '1.55',
    // Every typed character is visible.
    fontVariantLigatures: 'none',
    overflow: 'auto',
  },
  '.cm-content': { padding: '8px 0 40vh', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 16px 0 8px' },
  '.cm-cursor, .cm-dropCursor': { borderLeft: '2px solid var(--accent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--selection)' },
  '.cm-activeLine': { backgroundColor: 'var(--active)' },
  '.cm-gutters': {
    backgroundColor: 'var(--panel-background)',
    color: 'var(--quiet)',
    border: 'none',
  },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 4px 0 8px' },
  '.cm-otherSlide, .cm-otherSlide *': { color: 'var(--quiet)' },
  '.cm-panels': { backgroundColor: 'var(--raised)', color: 'var(--ink)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--rule)' },
  '.cm-panel input, .cm-panel button, .cm-panel label': { fontSize: '13px' },
  '.cm-textfield': {
    backgroundColor: 'var(--panel-background)',
    border: '1px solid var(--rule)',
    color: 'var(--ink)',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--panel-background)',
    border: '1px solid var(--rule)',
    color: 'var(--ink)',
  },
  '.cm-panel.cm-search [name=close]': { color: 'var(--ink)', fontSize: '18px', minWidth: '24px' },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--rule)',
    color: 'var(--ink)',
  },
  '.cm-diagnostic': {
    whiteSpace: 'pre-wrap',
    maxWidth: '48em',
    fontFamily: 'system-ui, sans-serif',
  },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--error)' },
  '.cm-diagnostic-warning': { borderLeft: '4px solid var(--warning)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--error)',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--warning)',
    textUnderlineOffset: '3px',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--found)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--active)' },
  '.cm-changedLine, .cm-insertedLine': { backgroundColor: 'var(--mine) !important' },
  '.cm-deletedChunk': {
    backgroundColor: 'var(--theirs)',
    paddingLeft: '8px',
    position: 'relative',
  },
  '.cm-changedText, .cm-deletedText': { background: 'none !important', fontWeight: '600' },
  '.cm-deletedChunk .cm-chunkButtons': { insetInlineEnd: '8px', top: '0', zIndex: '1' },
  '.cm-deletedChunk button.choice': {
    border: '1px solid var(--rule)',
    background: 'var(--panel-background)',
    color: 'var(--ink)',
  },
});

export const highlighting = HighlightStyle.define([
  { tag: tags.heading, color: 'var(--heading)', fontWeight: '600' },
  { tag: tags.contentSeparator, color: 'var(--accent)', fontWeight: '700' },
  { tag: tags.processingInstruction, color: 'var(--mark)' },
  { tag: [tags.meta, tags.propertyName, tags.attributeName], color: 'var(--key)' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--accent)' },
  { tag: [tags.monospace, tags.string, tags.labelName], color: 'var(--code)' },
  { tag: tags.quote, color: 'var(--code)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--mark)' },
]);
