import { z } from 'zod';

/** Values that several tools take. */
export const deckInput = z
  .string()
  .max(1000)
  .describe('path of the deck from the project folder, such as slides/talk.md');

export const slideInput = z.number().int().min(1).max(5000).describe('number of the slide, from 1');

export const versionInput = z
  .string()
  .max(64)
  .describe('the version that outline or read_slide gave for this slide');

export const textInput = z
  .string()
  .max(1_000_000)
  .describe(`Markdown of one slide, without the --- between slides. Settings come first, between dashes:
---
layout: quote
---

> An apple a day.`);
