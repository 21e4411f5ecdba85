import { altText } from './alt-text.ts';
import { captions } from './captions.ts';
import { density } from './density.ts';
import { headingLevels } from './heading-levels.ts';
import { language } from './language.ts';
import { linkAddress } from './link-address.ts';
import { linkFile } from './link-file.ts';
import { linkText } from './link-text.ts';
import { linkWeb } from './link-web.ts';
import { motion } from './motion.ts';
import { notesMissing } from './notes-missing.ts';
import { notesTime } from './notes-time.ts';
import { spelling } from './spelling.ts';
import { titleDuplicate } from './title-duplicate.ts';
import { titleMissing } from './title-missing.ts';
import type { SourceRule } from './rule.ts';

/** The rules that look at the source. */
export const sourceRules: readonly SourceRule[] = [
  altText,
  captions,
  density,
  headingLevels,
  language,
  linkAddress,
  linkFile,
  linkText,
  linkWeb,
  motion,
  notesMissing,
  notesTime,
  spelling,
  titleDuplicate,
  titleMissing,
];
