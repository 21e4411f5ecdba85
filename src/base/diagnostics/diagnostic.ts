import type { Span } from '../../model/source.ts';

/**
 * The severity of all diagnostics by code. A warning never stops a build, except with `--strict`; a note
 * states what was assumed, and calls for no change.
 * `test/diagnostics/` has an example of each with its exact text.
 */
export const codes = {
  // Files
  'file-missing': 'error',
  'file-unreadable': 'error',
  'file-encoding': 'error',
  'file-outside': 'error',
  'file-kind': 'error',
  'file-secret': 'error',
  'file-large': 'error',
  'file-pointer': 'error',
  'file-damaged': 'error',
  'file-incomplete': 'warning',
  'output-unwritable': 'error',
  'output-kind': 'note',
  // Decks of other tools
  'dialect-read': 'note',
  'dialect-settings': 'warning',
  'dialect-unmapped': 'warning',
  'foreign-comment': 'warning',
  'foreign-image': 'warning',
  'foreign-text': 'warning',
  'foreign-break': 'warning',
  'foreign-notes': 'warning',
  'foreign-block': 'warning',
  // Front matter and slide settings
  'yaml-syntax': 'error',
  'yaml-limit': 'error',
  'yaml-comment': 'warning',
  'front-matter-language': 'warning',
  'front-matter-blank': 'warning',
  'front-matter-unclosed': 'error',
  'key-unknown': 'error',
  'value-invalid': 'error',
  'theme-unknown': 'error',
  'theme-css': 'error',
  'template-file': 'error',
  'template-missing': 'warning',
  'template-layout': 'error',
  'template-content': 'note',
  'brand-value': 'warning',
  'token-unknown': 'warning',
  'font-missing': 'error',
  'font-unusable': 'error',
  'font-variable': 'warning',
  'font-glyph': 'warning',
  'font-system': 'warning',
  'script-syntax': 'error',
  'script-untrusted': 'warning',
  // Slides
  'deck-empty': 'error',
  'slide-overfull': 'warning',
  'slide-crowded': 'warning',
  'color-contrast': 'warning',
  'break-heading': 'warning',
  'heading-space': 'warning',
  'slot-unknown': 'error',
  'slot-unfit': 'error',
  'slot-missing': 'error',
  'comment-settings': 'warning',
  'time-plan': 'warning',
  'include-content': 'error',
  'include-cycle': 'error',
  'include-range': 'error',
  'include-settings': 'warning',
  // Blocks
  'block-unknown': 'error',
  'block-unclosed': 'error',
  'block-stray': 'error',
  'fence-unclosed': 'error',
  'table-ragged': 'error',
  'comment-unclosed': 'error',
  'attribute-invalid': 'error',
  'attribute-text': 'warning',
  'nesting-limit': 'error',
  'deck-large': 'error',
  'slide-limit': 'error',
  'time-limit': 'error',
  'var-unknown': 'error',
  'footnote-missing': 'error',
  'footnote-unused': 'warning',
  'link-unsafe': 'error',
  'link-space': 'warning',
  'html-unsafe': 'error',
  'html-unbalanced': 'warning',
  'html-unknown': 'warning',
  'html-frame': 'warning',
  'html-markdown': 'warning',
  'id-duplicate': 'error',
  'id-reserved': 'error',
  'link-target': 'warning',
  'share-hidden': 'warning',
  'share-metadata': 'error',
  // Code
  'code-language': 'warning',
  'code-lines': 'error',
  'code-mark': 'error',
  'code-region': 'error',
  'code-slow': 'warning',
  // Icons
  'icon-unknown': 'error',
  'icon-set': 'error',
  // Math
  'maths-syntax': 'error',
  'maths-unclosed': 'error',
  'maths-text': 'warning',
  'maths-macro': 'error',
  'maths-number': 'error',
  'equation-missing': 'error',
  // QR codes
  'qr-content': 'error',
  'qr-dense': 'warning',
  // Images and media
  'image-remote': 'error',
  'remote-failed': 'error',
  'remote-changed': 'error',
  'remote-lock': 'error',
  'remote-unrecorded': 'warning',
  'image-type': 'error',
  'captions-cue': 'warning',
  'image-chosen': 'note',
  'image-extension': 'warning',
  'image-large': 'warning',
  'image-unreduced': 'warning',
  // Data files
  'data-file': 'error',
  'data-part': 'error',
  'data-ambiguous': 'error',
  'data-rows': 'warning',
  'data-assumed': 'note',
  // Charts
  'chart-type': 'error',
  'chart-data': 'error',
  'chart-column': 'error',
  'chart-number': 'error',
  'chart-negative': 'error',
  'chart-date': 'error',
  'chart-ragged': 'error',
  'chart-duplicate': 'error',
  'chart-highlight': 'error',
  'chart-key': 'error',
  'chart-mark': 'error',
  'chart-steps': 'error',
  'chart-thinned': 'warning',
  'chart-crowded': 'warning',
  'chart-uneven': 'warning',
  'chart-options': 'error',
  'chart-option': 'warning',
  // Diagrams
  'diagram-type': 'error',
  'diagram-syntax': 'error',
  'diagram-limit': 'error',
  'diagram-unsafe': 'error',
  'diagram-undrawn': 'warning',
  'diagram-ignored': 'warning',
  'diagram-crowded': 'warning',
  'diagram-steps': 'error',
  // Checks
  'slide-shrunk': 'note',
  'text-size': 'warning',
  overlap: 'warning',
  'image-size': 'warning',
  'image-crop': 'warning',
  'image-ratio': 'warning',
  wrapping: 'note',
  contrast: 'warning',
  'color-vision': 'warning',
  'alt-text': 'warning',
  'link-text': 'warning',
  'control-name': 'warning',
  'heading-levels': 'warning',
  'title-missing': 'warning',
  'title-duplicate': 'warning',
  language: 'warning',
  captions: 'warning',
  motion: 'warning',
  'link-file': 'warning',
  'link-local': 'note',
  'link-web': 'warning',
  spelling: 'warning',
  density: 'note',
  'notes-time': 'note',
  'notes-missing': 'note',
  'script-error': 'warning',
  'check-comment': 'warning',
  'check-partial': 'note',
  // Import
  'import-lost': 'warning',
  'import-changed': 'note',
  // Export
  'browser-missing': 'error',
  'emoji-font': 'warning',
  'browser-ended': 'error',
  'page-unready': 'error',
  'pptx-content': 'note',
  'pptx-font': 'note',
  'pptx-image': 'warning',
  'pptx-layout': 'note',
  'slides-range': 'error',
  // Lectern itself
  internal: 'error',
} as const;

export type Severity = 'error' | 'warning' | 'note';

export type Code = keyof typeof codes;

/** A change of a stretch of one line. */
export interface Edit {
  readonly span: Span;
  /** The text that is there, alone or in quotes; any other is left alone. */
  readonly was: string;
  readonly text: string;
}

/** An error, warning or note as data; {@link formatDiagnostic} converts it to text. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** A sentence in lower case without a full stop. */
  readonly message: string;
  /** Absent only if it concerns no file. */
  readonly span?: Span;
  /** What to do about it. */
  readonly hint?: string;
  /** Corrects the source; absent unless that is certain to be what its author wants. */
  readonly fix?: readonly Edit[];
  /** The number of further diagnostics of this code, which are not listed. */
  readonly omitted?: number;
}

/** Errors and warnings. */
export function withoutNotes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity !== 'note');
}
