import type { CheckConfig } from '../../check/config.ts';
import type { Extras } from '../../check/source/rule.ts';
import { Dictionaries } from '../../check/spelling/dictionaries.ts';
import { WebLinks } from '../../check/web/web-links.ts';
import { UsageError } from '../usage-error.ts';

interface ExtraFlags {
  readonly links?: boolean;
  readonly 'private-links'?: boolean;
  readonly spell?: boolean;
}

/** What is checked only if the user asks for it, with what all decks of a run share. */
export interface ChosenExtras {
  /** @param config of the project of a deck */
  for(config: CheckConfig): Extras;
}

/** @throws {UsageError} for an option that needs another one */
export function chooseExtras(flags: ExtraFlags): ChosenExtras {
  const allowsPrivate = flags['private-links'] ?? false;
  if (allowsPrivate && !flags.links) throw new UsageError('--private-links needs --links');
  const links = flags.links ? new WebLinks({ allowsPrivate }) : undefined;
  const dictionaries = flags.spell ? new Dictionaries() : undefined;
  return {
    for: ({ ignoredLinks, words }) => ({
      ...(links && { web: { links, ignored: ignoredLinks } }),
      ...(dictionaries && { spelling: { dictionaries, words } }),
    }),
  };
}
