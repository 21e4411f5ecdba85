import type { Codec } from '../../../base/memo/stored-memo.ts';
import type { Characters } from './characters.ts';

/** Stores the characters of a group of slides. */
export const charactersCodec: Codec<Characters> = {
  name: 'characters',
  write: ({ within, ...others }) => [JSON.stringify([others, [...within]])],
  read([json = '']) {
    const [others, within] = JSON.parse(json) as StoredCharacters;
    return { ...others, within: new Map(within) };
  },
};

type StoredCharacters = readonly [
  others: Omit<Characters, 'within'>,
  within: readonly (readonly [name: string, characters: string])[],
];
