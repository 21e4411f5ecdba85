import { didYouMean } from '../../base/diagnostics/suggest.ts';

/** How many names a hint lists, and how many are compared to find a similar one. */
const [maxListed, maxCompared] = [12, 1000];

/** A hint that suggests the most similar name, or lists the first names. */
export function suggestName(word: string, names: readonly string[]): string | undefined {
  // A single character is similar to any other.
  const near = word.length > 1 && didYouMean(word, names.slice(0, maxCompared));
  if (near) return `did you mean "${near}"?`;
  if (names.length === 0) return undefined;
  const rest = names.length - maxListed;
  const listed = names.slice(0, maxListed).join(', ');
  return `one of: ${listed}${rest > 0 ? ` and ${rest} more` : ''}`;
}
