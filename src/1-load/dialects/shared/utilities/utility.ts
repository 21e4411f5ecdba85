import { ownValue } from '../../../../base/own-value.ts';

/** A kind of utility class, such as `mt-4`, and its style. */
export interface Utility {
  readonly pattern: RegExp;
  /** The declarations for a match; `undefined` if there is no such class, empty if it has no effect on a slide. */
  readonly css: (match: RegExpExecArray) => string | undefined;
  /** The elements that it styles, after the selector of the class. */
  readonly of?: string;
}

/** A utility with a fixed list of values. */
export function words(pattern: RegExp, values: Readonly<Record<string, string>>): Utility {
  return {
    pattern,
    css: ([, name = '']) => ownValue(values, name),
  };
}
