import { voidElements } from '../../../base/safe-html/elements.ts';
import type { Regions } from '../shared/regions.ts';
import { slotName } from './elements/slot-name.ts';

/** A part of a slide: what follows `:: right ::`, or is in `<template #right>`. */
export interface ReadSlot {
  readonly name: string;
  /** The marker. */
  readonly start: number;
  readonly end: number;
  /** The end tag of a template. */
  readonly close?: { readonly start: number; readonly end: number };
}

/** Finds the slots of a slide, in order. */
export function readSlots(regions: Regions, start: number, end: number): readonly ReadSlot[] {
  return [...slotLines(regions, start, end), ...templates(regions)].toSorted(
    (a, b) => a.start - b.start,
  );
}

function slotLines(regions: Regions, start: number, end: number): readonly ReadSlot[] {
  const lines = regions.text.slice(start, end).matchAll(/^::[ \t]*([\w.:-]+?)[ \t]*::[ \t]*$/gm);
  return [...lines].flatMap(({ 0: line, 1: name = '', index }) => {
    const at = start + index;
    return regions.isMarkdown(at) ? [{ name, start: at, end: at + line.length }] : [];
  });
}

function templates({ tags }: Regions): readonly ReadSlot[] {
  const found: ReadSlot[] = [];
  let depth = 0;
  let open: Omit<ReadSlot, 'close'> | undefined;
  for (const tag of tags) {
    const isTemplate = tag.name.toLowerCase() === 'template';
    if (tag.isEnd) {
      depth--;
      if (depth === 0 && open && isTemplate) {
        found.push({ ...open, close: { start: tag.start, end: tag.end } });
        open = undefined;
      }
    } else if (!tag.isSelfClosing && !voidElements.has(tag.name.toLowerCase())) {
      const name = slotName(tag);
      if (depth === 0 && name !== undefined) open = { name, start: tag.start, end: tag.end };
      depth++;
    }
  }
  return found;
}
