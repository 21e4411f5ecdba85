import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Html, html, rawHtml } from '../html.ts';
import { withoutControls } from '../text/visible-text.ts';

interface ReportPage {
  /** The beginning of the tag that tells such pages from those of other programs. */
  readonly mark: string;
  /** The version of Lectern. */
  readonly version: string;
  readonly title: string;
  readonly styles: string;
  readonly content: Html;
}

/** A page that can be filed: self-contained, without scripts, readable on screens and on paper. */
export function writeReportPage({ mark, version, title, styles, content }: ReportPage): string {
  const digest = createHash('sha256').update(styles).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${digest}'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${rawHtml(mark)}${version}">
<title>${title}</title>
<style>${rawHtml(styles)}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
  return withoutControls(page.toString());
}

/** `at talk.md:12:3`, with a space before it. */
export function writePlace({ span }: Diagnostic): Html | undefined {
  if (!span) return undefined;
  const { file, line, column, cell } = span;
  const place = cell === undefined ? `${file}:${line}:${column}` : `${file}#${cell}`;
  return html` at <code>${place}</code>`;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
