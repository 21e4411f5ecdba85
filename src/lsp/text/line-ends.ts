import type { TextDocument } from 'vscode-languageserver-textdocument';

/** A text with the line ends of a document in place of LF. */
export function withLineEndsOf(document: TextDocument, text: string): string {
  const lineEnd = /\r\n?|\n/.exec(document.getText())?.[0] ?? '\n';
  return lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd);
}
