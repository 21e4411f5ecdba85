import { element, type Xml } from '../xml.ts';

/** With more bars or points than this, value labels would be too dense. */
export const maxLabelled = 12;

/** An element whose attribute `val` is all that it has. */
export function value(name: string, val: string | number): Xml {
  return element(name, { val: String(val) });
}
