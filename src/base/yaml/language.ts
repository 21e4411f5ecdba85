import { readLanguage } from '../language-tag.ts';
import { parsed } from './schema.ts';

/** A language tag in its canonical form. */
export const language = parsed('a language tag such as en or pt-BR', readLanguage, {
  // `no`, which is Norwegian, is a boolean for older programs.
  type: ['string', 'boolean'],
  pattern: '^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$',
  suggests: 'language',
});
