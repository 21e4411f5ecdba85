import { readLanguage, tagOfName } from '../language-tag.ts';
import { parsed, type Reader } from './schema.ts';

/** What a language is written as, in messages. */
export const languageTag = 'a language tag such as en or pt-BR';

/** A language tag in its canonical form. */
export const language: Reader<string> = {
  ...parsed(languageTag, readLanguage, {
    // `no`, which is Norwegian, is a boolean for older programs.
    type: ['string', 'boolean'],
    pattern: '^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$',
    suggests: 'language',
  }),
  hintFor: languageHint,
};

/** The tag of a language that is written as its name. */
export function languageHint(source: string): string | undefined {
  const tag = tagOfName(source);
  return tag && `did you mean "${tag}"?`;
}
