import { controlName } from './controls/control-name.ts';
import { density } from './density.ts';
import { language } from './language.ts';
import { linkAddress } from './links/link-address.ts';
import { linkFile } from './links/link-file.ts';
import { linkText } from './links/link-text.ts';
import { linkWeb } from './links/link-web.ts';
import { altText } from './media/alt-text.ts';
import { captions } from './media/captions.ts';
import { motion } from './media/motion.ts';
import { notesMissing } from './notes-missing.ts';
import { notesTime } from './notes-time.ts';
import type { SourceRule } from './rule.ts';
import { spelling } from './spelling.ts';
import { headingLevels } from './titles/heading-levels.ts';
import { titleDuplicate } from './titles/title-duplicate.ts';
import { titleMissing } from './titles/title-missing.ts';

/** The rules that look at the source. */
export const sourceRules: readonly SourceRule[] = [
  altText,
  captions,
  controlName,
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
