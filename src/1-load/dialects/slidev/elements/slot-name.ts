import type { Tag } from '../../shared/regions.ts';

/** The slot that a `<template>` is for: `#name` or `v-slot:name`. */
export function slotName({ name, attributes }: Tag): string | undefined {
  if (name.toLowerCase() !== 'template') return undefined;
  const slot = attributes.find((each) => /^(?:#|v-slot:)/.test(each.name));
  return slot?.name.replace(/^(?:#|v-slot:)/, '');
}
