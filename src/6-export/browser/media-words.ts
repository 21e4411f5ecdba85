import { wordsIn } from '../../base/words/words.ts';
import type { MediaWords } from '../../model/words.ts';

/** The languages of a page's videos and audio. An expression for `Tab.evaluate`. */
export const languagesOfMedia = `[...new Set(Array.from(
  document.querySelectorAll('.slides :is(audio, video, .audio-label)'),
  (media) => media.closest('[lang]').lang,
))]`;

/** Words of videos and audio by language. */
export type MediaWordsByLanguage = Readonly<Record<string, MediaWords>>;

export function mediaWordsIn(languages: readonly string[]): MediaWordsByLanguage {
  return Object.fromEntries(
    languages.map((lang) => {
      const { panels, inHtmlDeck } = wordsIn(lang);
      return [lang, { audio: panels.audio, video: panels.video, inHtmlDeck }];
    }),
  );
}
