import path from 'node:path';
import type { Exporter } from '../exporter.ts';
import { chooseSlides } from '../slide-range.ts';

/** The deck as a text for blogs and code hosts. */
export const article: Exporter = {
  name: 'markdown',
  summary: 'a text in GitHub’s Markdown: a section for each slide, with charts as tables and SVG',
  suffix: '',
  extensions: ['.md'],
  usesBrowser: false,
  usesDeck: true,
  async export({ built, page, stem, options, onProgress }) {
    if (!built) throw new Error('the export to Markdown needs the deck');
    const { writeArticle } = await import('./article.ts');
    const slides = chooseSlides(options.slides, page.slideCount);
    const name = stem ?? path.parse(built.contents.deck.file).name;
    const files = writeArticle(built, { stem: name, slides, notes: options.notes });
    onProgress(page.slideCount);
    return files;
  },
};
