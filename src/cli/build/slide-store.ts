import { lex } from '../../1-load/lexing/lexer.ts';
import { lexedCodec } from '../../1-load/lexing/stored-tokens.ts';
import { parseSlide } from '../../2-parse/slides/slide.ts';
import { slideCodec } from '../../2-parse/slides/stored-slide.ts';
import { renderSlide } from '../../4-render/slide.ts';
import { contentCodec } from '../../4-render/stored-content.ts';
import { collectCharacters } from '../../5-bundle/fonts/characters/characters.ts';
import { charactersCodec } from '../../5-bundle/fonts/characters/stored-characters.ts';
import { cacheEntry } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import { type Codec, StoredMemo } from '../../base/memo/stored-memo.ts';
import { isFlawless } from '../../check/failures.ts';
import type { BuildOptions } from '../../model/source.ts';

const flawlessCodec: Codec<boolean> = {
  name: 'flawless',
  write: (isFlawless) => [String(isFlawless)],
  read: ([text]) => text === 'true',
};

/**
 * Opens the slides of the last build of a deck, in this or another process. Pages without notes and metadata have
 * other slides, and are built without.
 */
export function openSlideStore(
  deckFile: string,
  { cwd, root, share, stripMetadata, drafts }: BuildOptions,
): StoredMemo | undefined {
  if (share || stripMetadata || drafts) return undefined;
  const code = codeFingerprint('build.ts', 'src/cli/build/slide-store.ts');
  // Paths in the results of slides are relative to the working folder.
  const entry = cacheEntry('slides', [code, process.version, deckFile, cwd, root]);
  return new StoredMemo(
    entry,
    new Map<object, Codec<unknown>>([
      [lex, lexedCodec],
      [parseSlide, slideCodec],
      [renderSlide, contentCodec],
      [collectCharacters, charactersCodec],
      [isFlawless, flawlessCodec],
    ]),
  );
}
