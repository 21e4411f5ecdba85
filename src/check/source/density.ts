import type { SourceRule } from './rule.ts';
import { passagesIn } from './tree/passages.ts';
import { countWords } from './words/count.ts';

/**
 * An audience that reads does not listen. 75 words take about 20 seconds to read; guides for slides allow 30 to
 * 75 on one.
 */
const mostWords = 75;

/** Slides with very many words, code not counted. */
export const density: SourceRule = ({ parts, deck, add }) => {
  for (const { of, slide, root } of parts) {
    if (of !== 'slide' || !slide) continue;
    const passages = passagesIn(root, deck.frontMatter.lang);
    const words = passages.reduce((sum, { text }) => sum + countWords(text), 0);
    if (words <= mostWords) continue;
    const message = `this slide has ${words} words`;
    const hint = `an audience reads about ${mostWords} while it listens: say more and write less, or divide the slide`;
    add({ rule: 'density', span: slide.slide.span, message, hint });
  }
};
