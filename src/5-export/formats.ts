import type { Exporter } from './exporter.ts';
import { handout } from './handout.ts';
import { notes, plainNotes } from './notes.ts';
import { pdf } from './pdf.ts';

/** What a deck can be exported to. */
export const formats: readonly Exporter[] = [pdf, handout, notes, plainNotes];
