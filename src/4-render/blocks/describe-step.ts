import { fill, languageOfWords, wordsIn } from '../../base/words/words.ts';
import type { Code } from '../../model/blocks.ts';

/** The longest code, in characters, that is heard at once; of longer code, the numbers of its lines are. */
const longestHeard = 80;

/** What a screen reader says of a step of code: the lines that it highlights, as they are numbered, and short ones. */
export function describeStep(step: readonly number[] | 'all', code: Code, lang: string): string {
  const numbers = numberLines(step, code, lang);
  if (step === 'all') return numbers;
  const lines = code.text.split('\n');
  const text = step
    .map((number) => lines[number - 1]?.trim())
    .filter(Boolean)
    .join(' ');
  const isShort = text !== '' && text.length <= longestHeard;
  return isShort ? numbers + wordsIn(lang).colon + text : numbers;
}

function numberLines(
  step: readonly number[] | 'all',
  { firstNumber = 1 }: Code,
  lang: string,
): string {
  const words = wordsIn(lang);
  const { line, lines, allLines } = words.spoken;
  if (step === 'all') return allLines;
  const write = (number: number): string => String(firstNumber + number - 1);
  const ranges = rangesOf(step).map(([first, last]) =>
    first === last ? write(first) : fill(words.chart.range, write(first), write(last)),
  );
  // Without words in the language of the deck, numbers say enough.
  if (languageOfWords(lang) !== undefined) return step.map(write).join(', ');
  return fill(step.length === 1 ? line : lines, ranges.join(words.list));
}

/** Consecutive numbers, as the first and the last of each run. */
function rangesOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
