import { expect, test } from 'vitest';
import { dropEmptyFields } from '../../src/2-parse/inline/empty-fields.ts';
import type { Inline } from '../../src/model/inline.ts';

/** `#` is an empty field, `*#*` one in strong text. */
function read(text: string): readonly Inline[] {
  return text.split(/(\*?#\*?)/).flatMap((part): readonly Inline[] => {
    const field = { kind: 'slide-field', field: 'section' } as const;
    if (part === '#') return [field];
    if (part === '*#*') return [{ kind: 'strong', content: [field] }];
    return part === '' ? [] : [{ kind: 'text', text: part }];
  });
}

test.each([
  ['# · Title', 'Title'],
  ['*#* · Title', 'Title'],
  ['Title · #', 'Title'],
  ['Title · # · Author', 'Title · Author'],
  ['# | # | Title', 'Title'],
  ['Title | # | #', 'Title'],
  ['Title – # – #, Author', 'Title – Author'],
  ['Title (#)', 'Title'],
  ['Title (#) · Author', 'Title · Author'],
  ['Part: # · Title', 'Title'],
  ['Title · Part: #', 'Title'],
  ['# Title', ' Title'],
  ['In # now', 'In now'],
  ['#', ''],
])('%s becomes "%s"', (text, expected) => {
  const left = dropEmptyFields(read(text), () => true);
  expect(left.map((inline) => (inline.kind === 'text' ? inline.text : '?')).join('')).toBe(
    expected,
  );
});
