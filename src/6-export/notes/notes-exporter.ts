import type { Exporter } from '../exporter.ts';
import { chooseSlides } from '../slide-range.ts';
import type { NotesFormat } from './notes.ts';

/** The speaker notes as Markdown. */
export const notes: Exporter = exporterOf('markdown', 'notes', '.md', 'Markdown');

/** The speaker notes as plain text. */
export const plainNotes: Exporter = exporterOf('plain', 'text', '.txt', 'plain text');

function exporterOf(
  format: NotesFormat,
  name: string,
  extension: string,
  language: string,
): Exporter {
  return {
    name,
    summary: `the speaker notes as ${language}, with titles and times`,
    suffix: '-notes',
    extensions: [extension],
    usesBrowser: false,
    async export({ page, options, onProgress }) {
      const { writeNotes } = await import('./notes.ts');
      const slides = chooseSlides(options.slides, page.slideCount);
      const content = writeNotes(page, format, slides);
      onProgress(page.slideCount);
      return [{ ending: extension, content, slides: slides.length }];
    },
  };
}
