import { expect, test } from 'vitest';
import type { DrawingOptions } from '../../src/5-bundle/diagram/draw.ts';
import { isPointless, type Tried } from '../../src/5-bundle/diagram/fit/pointless.ts';
import type { GraphSpec } from '../../src/model/diagram/diagram.ts';
import { readSpec } from './mermaid/read.ts';

const room = { width: 1000, height: 500 };
const spec = (await readSpec('graph', 'flowchart TB\nA --> B')) as GraphSpec;
const [wide, high] = [
  { width: 2000, height: 400, content: '' },
  { width: 800, height: 900, content: '' },
];
const two = { spacing: 1, form: { parts: 2 } };
const three = { spacing: 1, form: { parts: 3 } };
const drawn = (options: DrawingOptions, drawing: Tried['drawing']): Tried => ({ options, drawing });
const judge = (options: DrawingOptions, ...tried: readonly Tried[]) =>
  isPointless(options, tried, spec, room);

test('more parts next to each other do not make a wide drawing narrower', () => {
  expect(judge(three, drawn(two, wide))).toBe(true);
  expect(judge(three, drawn(two, high))).toBe(false);
});

test('a graph that cannot be divided into two parts has no three', () => {
  expect(judge(three, drawn(two, undefined))).toBe(true);
  expect(judge({ ...three, spacing: 0.4 }, drawn(two, undefined))).toBe(false);
});

test('ranks are divided only where the drawing is too wide', () => {
  const fold = { spacing: 0.6, form: { fold: 0.5 } };
  expect(judge(fold, drawn({ spacing: 0.6 }, wide))).toBe(false);
  expect(judge(fold, drawn({ spacing: 0.6 }, high))).toBe(true);
  expect(judge({ ...fold, direction: 'LR' }, drawn({ spacing: 0.6 }, high))).toBe(false);
});

test('groups are ranked by themselves only where they were ranked together', () => {
  const local = { spacing: 0.6, hasLocalRanks: true };
  expect(judge(local, drawn({ spacing: 0.6 }, high))).toBe(true);
  expect(judge(local, drawn({ spacing: 0.6 }, { ...high, hasGlobalRanks: true }))).toBe(false);
});
