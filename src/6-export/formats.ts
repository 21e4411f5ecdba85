import type { Exporter } from './exporter.ts';
import { handout } from './handout/handout.ts';
import { contactSheet } from './images/contact-sheet.ts';
import { jpeg, png, webp } from './images/images.ts';
import { social } from './images/social-card.ts';
import { article } from './markdown/markdown-exporter.ts';
import { notes, plainNotes } from './notes/notes-exporter.ts';
import { pdf } from './pdf/pdf.ts';
import { pptx } from './pptx/pptx.ts';

/** The formats that a deck can be exported to. */
export const formats: readonly Exporter[] = [
  pdf,
  pptx,
  handout,
  png,
  jpeg,
  webp,
  contactSheet,
  social,
  notes,
  plainNotes,
  article,
];
