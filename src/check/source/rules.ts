import { altText } from './alt-text.ts';
import { headingLevels } from './heading-levels.ts';
import { language } from './language.ts';
import { linkAddress } from './link-address.ts';
import { linkFile } from './link-file.ts';
import { linkText } from './link-text.ts';
import { linkWeb } from './link-web.ts';
import type { SourceRule } from './rule.ts';
import { spelling } from './spelling.ts';
import { titleDuplicate } from './title-duplicate.ts';
import { titleMissing } from './title-missing.ts';

/** The rules that look at the source. */
export const sourceRules: readonly SourceRule[] = [
  altText,
  headingLevels,
  language,
  linkAddress,
  linkFile,
  linkText,
  linkWeb,
  spelling,
  titleDuplicate,
  titleMissing,
];
