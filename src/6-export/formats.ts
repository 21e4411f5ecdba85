import type { Exporter } from './exporter.ts';
import { handout } from './handout/handout.ts';
import { contactSheet } from './images/contact-sheet.ts';
import { jpeg, png, webp } from './images/images.ts';
import { social } from './images/social-card.ts';
import { notes, plainNotes } from './notes/notes-exporter.ts';
import { pdf } from './pdf/pdf.ts';

/** The formats that a deck can be exported to. */
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
