import { escapeHtml } from '../../base/html.ts';
import type { TextSpan, TextStyle } from '../../model/diagram/diagram.ts';

/** The parts of a text that have a style, for each of the lines that it was wrapped into. */
export function spansOfLines(
  text: string,
  lines: readonly string[],
  spans: readonly TextSpan[],
): readonly (readonly TextSpan[])[] {
  let at = 0;
  return lines.map((line) => {
    // For each character of the line, its place in the text. Wrapping joins words by single spaces.
    const places = [...line.matchAll(/\S+|\s+/g)].flatMap(({ 0: part }) => {
      const found = part.trim() === '' ? at : text.indexOf(part, at);
      const start = found < 0 ? at : found;
      at = start + part.length;
      return Array.from({ length: part.length }, (_, i) => start + i);
    });
    return spans.flatMap(({ start, end, style }) => {
      const first = places.findIndex((place) => place >= start && place < end);
      const last = places.findLastIndex((place) => place >= start && place < end);
      return first < 0 ? [] : [{ start: first, end: last + 1, style }];
    });
  });
}

/** The spans in a part of a line, by their places in the part. */
export function spansWithin(
  { text, start }: { readonly text: string; readonly start: number },
  spans: readonly TextSpan[],
): readonly TextSpan[] {
  if (spans.length === 0 || start === 0) return spans;
  return spans.flatMap((span) => {
    const [first, last] = [
      Math.max(0, span.start - start),
      Math.min(text.length, span.end - start),
    ];
    return first < last ? [{ ...span, start: first, end: last }] : [];
  });
}

interface StyledPart {
  readonly text: string;
  readonly styles: readonly TextStyle[];
}

/** Divides a line where a style begins or ends. */
export function divideByStyle(line: string, spans: readonly TextSpan[]): readonly StyledPart[] {
  const cuts = new Set([0, line.length, ...spans.flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((end, i) => {
    const start = places[i] ?? 0;
    const styles = spans.filter((span) => span.start <= start && end <= span.end);
    return { text: line.slice(start, end), styles: [...new Set(styles.map(({ style }) => style))] };
  });
}

/** Writes a line as the content of a `text` element. */
export function writeStyled(line: string, spans: readonly TextSpan[]): string {
  if (spans.length === 0) return escapeHtml(line);
  return divideByStyle(line, spans)
    .map(({ text, styles }) => {
      const written = escapeHtml(text);
      return styles.length === 0
        ? written
        : `<tspan class="${styles.join(' ')}">${written}</tspan>`;
    })
    .join('');
}
