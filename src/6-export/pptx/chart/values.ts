import { element, type Xml } from '../xml.ts';

/** An element whose attribute `val` is all that it has. */
export function value(name: string, val: string | number): Xml {
  return element(name, { val: String(val) });
}
