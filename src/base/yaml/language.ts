import { readLanguage, tagOfName } from '../language-tag.ts';
import { parsed, type Reader } from './schema.ts';

/** A language tag in its canonical form. */
export const language: Reader<string> = {
  ...parsed('a language tag such as en or pt-BR', readLanguage, {
    // `no`, which is Norwegian, is a boolean for older programs.
    type: ['string', 'boolean'],
    pattern: '^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$',
    suggests: 'language',
  }),
  hintFor: (source) => {
    const tag = tagOfName(source);
    return tag && `did you mean "${tag}"?`;
  },
};
