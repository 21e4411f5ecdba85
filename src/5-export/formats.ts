import { contactSheet } from './contact-sheet.ts';
import type { Exporter } from './exporter.ts';
import { handout } from './handout.ts';
import { notes, plainNotes } from './notes.ts';
import { pdf } from './pdf.ts';
import { jpeg, png, webp } from './pictures.ts';
import { social } from './social.ts';

/** What a deck can be exported to. */
export const formats: readonly Exporter[] = [
  pdf,
  handout,
  png,
  jpeg,
  webp,
  contactSheet,
  social,
  notes,
  plainNotes,
];
