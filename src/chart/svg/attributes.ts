import { escapeHtml } from '../../base/html.ts';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Attributes as they stand in a tag, each after a space; `undefined` leaves one out. */
export function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${escapeHtml(String(value))}"`],
    )
    .join('');
}

/** Stands before each id; what belongs to one picture alone takes its place. No text can hold it. */
export const idMark = '\0';
