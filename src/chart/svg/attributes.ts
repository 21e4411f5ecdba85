import { escapeHtml } from '../../base/html.ts';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Serializes attributes, each after a space; those that are `undefined` are omitted. */
export function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${escapeHtml(String(value))}"`],
    )
    .join('');
}

/** The prefix of each id, to be replaced by one that is unique to the image. Text cannot contain it. */
export const idPlaceholder = '\0';
