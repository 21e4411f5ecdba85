import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { type Html, html } from '../base/html.ts';
import { offsetOf } from '../base/span.ts';
import type { TextFile } from '../model/source.ts';
import { authorOf, type Piece, piecesIn, type Stretch } from './compared-text.ts';
import type { PartText } from './slide-texts.ts';

/** The place of a finding in the author's text, with its number in the list of findings. */
interface Mark extends Stretch {
  readonly number: number;
}

/** The author's text of a part of a deck, with the places of its findings. */
export function authorTextHtml(
  { file, compared, author }: PartText,
  findings: readonly Diagnostic[],
  lang: string,
): Html {
  const original = authorOf(file);
  const own = original.text;
  const shown = trimmed(own, author);
  const marks = findings.flatMap((finding, i) => markOf(finding, i + 1, original));
  return figure(
    html`<code>${original.path}</code>, line ${lineOf(own, shown.start)}`,
    pieces(own, piecesIn(compared.author, shown), marks, 'del'),
    lang,
  );
}

/** The same part in Lectern's Markdown. */
export function translatedTextHtml({ file, compared, translated }: PartText, lang: string): Html {
  const shown = piecesIn(compared.translated, trimmed(file.text, translated));
  return figure(html`In Lectern's Markdown`, pieces(file.text, shown, [], 'ins'), lang);
}

function figure(caption: Html, text: readonly Html[], lang: string): Html {
  const content = text.length > 0 ? text : [html`<span class="soft">nothing</span>`];
  return html`<figure><figcaption>${caption}</figcaption><pre lang="${lang}" dir="auto">${content}</pre></figure>\n`;
}

/** Without blank lines around it. */
function trimmed(text: string, { start, end }: Stretch): Stretch {
  const [blank = ''] = /^(?:[ \t]*\n)*/.exec(text.slice(start, end)) ?? [];
  const from = start + blank.length;
  return { start: from, end: from + text.slice(from, Math.max(from, end)).trimEnd().length };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function markOf({ span }: Diagnostic, number: number, file: TextFile): readonly Mark[] {
  if (span?.file !== file.path || span.cell !== undefined) return [];
  const start = offsetOf(file, span);
  return [{ number, start, end: start + span.length }];
}

function pieces(
  text: string,
  all: readonly Piece[],
  marks: readonly Mark[],
  changed: 'del' | 'ins',
): readonly Html[] {
  const ends = new Set(marks.flatMap(({ start, end }) => [start, end]));
  return all.flatMap((piece) => {
    const inner = [...ends].filter((at) => at > piece.start && at < piece.end);
    const cuts = [piece.start, ...inner.sort((a, b) => a - b), piece.end];
    return cuts.slice(1).map((end, i) => {
      const start = cuts[i] ?? end;
      const shown = markChange(text.slice(start, end), piece.isKept ? undefined : changed);
      const around = marks.filter((mark) => mark.start <= start && end <= mark.end);
      const numbers = marks.filter((mark) => mark.start === start).map(({ number }) => number);
      const reference = numbers.length > 0 && html`<sup>${numbers.join(', ')}</sup>`;
      return around.length > 0 ? html`${reference}<mark>${shown}</mark>` : html`${shown}`;
    });
  });
}

/** Blank lines around a change are not marked. */
function markChange(text: string, changed: 'del' | 'ins' | undefined): Html {
  const inner = text.trim();
  if (changed === undefined || inner === '') return html`${text}`;
  const start = text.indexOf(inner);
  const marked = changed === 'del' ? html`<del>${inner}</del>` : html`<ins>${inner}</ins>`;
  return html`${text.slice(0, start)}${marked}${text.slice(start + inner.length)}`;
}
