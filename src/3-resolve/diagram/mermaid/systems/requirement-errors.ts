import { didYouMean, suggest } from '../../../../base/diagnostics/suggest.ts';
import { type Explain, shorten } from '../syntax-error.ts';

/** What is written at a place, by a token that the grammar has there. */
const places = [
  ['HIGH_RISK', 'risk', ['low', 'medium', 'high']],
  ['VERIFY_TEST', 'way to verify', ['analysis', 'demonstration', 'inspection', 'test']],
  ['VERIFYMTHD', 'field of requirements', ['id', 'text', 'risk', 'verifymethod']],
  ['DOCREF', 'field of elements', ['type', 'docRef']],
  [
    'SATISFIES',
    'relation',
    ['contains', 'copies', 'derives', 'satisfies', 'verifies', 'refines', 'traces'],
  ],
] as const;

const types = [
  'requirement',
  'functionalRequirement',
  'interfaceRequirement',
  'performanceRequirement',
  'physicalRequirement',
  'designConstraint',
  'element',
];

const form =
  'a requirement is written requirement name { id: 1 }, an element element name { type: word }, a relation a - satisfies -> b';

/** Says what is wrong with a requirement diagram that Mermaid's parser refuses. */
export const explainRequirements: Explain = ({ found, expected, before }) => {
  const word = found.trim();
  if (word === '') return undefined;
  const place = places.find(([token]) => expected.includes(token));
  if (place && /^\w/.test(word)) {
    const [, what, words] = place;
    return {
      message: `there is no ${what} "${shorten(word)}"`,
      hint: suggest(word, words),
      length: word.length,
    };
  }
  // A misspelled type is taken for the name of what a relation begins at.
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const [, indent = '', first = ''] = /^(\s*)(\w+)/.exec(line) ?? [];
  const near = word === '{' ? didYouMean(first, types) : undefined;
  if (near !== undefined) {
    return {
      message: `there is no type "${first}" of requirements`,
      hint: `did you mean "${near}"?`,
      index: before.length - line.length + indent.length,
      length: first.length,
    };
  }
  return { message: `unexpected "${shorten(found)}"`, hint: form };
};
