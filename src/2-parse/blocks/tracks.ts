import { nameOfLanguage, readLanguage } from '../../base/language-tag.ts';
import type { MediaTrack } from '../../model/blocks.ts';
import type { Image } from '../../model/inline.ts';
import type { Source } from '../source.ts';

const kinds = ['captions', 'descriptions'] as const;

/**
 * The files with what is said and shown in a video or audio: `captions="talk.vtt talk.de.vtt"`.
 *
 * @param raw the block, with which `source` begins
 */
export function readTracks(
  { attributes, source: media }: Image,
  raw: string,
  source: Source,
): readonly MediaTrack[] {
  return kinds.flatMap((kind) => {
    const value = attributes.values.get(kind);
    if (value === undefined) return [];
    const start = raw.lastIndexOf(value);
    // A path may contain spaces: only a space after the extension separates two.
    return [...value.matchAll(/\S.*?(?:\.vtt(?=\s|$)|$)/gi)].map(
      ({ 0: path, index }): MediaTrack => {
        const span = source.span(start + index, path.length);
        const language = languageOf(path);
        return {
          kind,
          source: { ...media, path, span, isCaptions: true },
          ...(language && { language }),
        };
      },
    );
  });
}

/** The language in the name of a file, as in `talk.de.vtt`; `undefined` if there is none. */
function languageOf(path: string): MediaTrack['language'] {
  const [, written] = /\.([a-z]{2,3}(?:-[a-z\d]{2,8})*)\.vtt$/i.exec(path) ?? [];
  const tag = written === undefined ? undefined : readLanguage(written);
  return tag !== undefined && nameOfLanguage(tag) !== undefined ? tag : undefined;
}
