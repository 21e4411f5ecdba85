import { descend, findAll, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import type { Losses } from '../losses.ts';
import { childrenIn } from './choose.ts';

/** When the parts of a shape appear: steps from 1. */
export interface Appearance {
  whole?: number;
  readonly paragraphs: Map<number, number>;
  /** What of a chart appears with each step. */
  by?: 'points' | 'series';
}

/** When shapes appear, by their ids; those that are absent are there from the start. */
export type Appearances = ReadonlyMap<number, Appearance>;

/** A text that appears paragraph by paragraph has some, and a slide some shapes. */
const [maxParagraphs, maxShapes] = [1000, 2000];

/** Reads which shapes and paragraphs appear with which click. */
export function readTiming(timing: XmlElement | undefined, losses: Losses): Appearances {
  const found = new Map<number, Appearance>();
  const main = timing && findAll(timing, 'p:cTn').find(isMain);
  if (!timing) return found;
  for (const { attributes } of findAll(timing, 'p:cTn')) {
    if (attributes.nodeType === 'interactiveSeq') losses.add('animation');
  }
  let step = 0;
  for (const effect of main ? effectsIn(main) : []) {
    const { presetClass = '', nodeType = '', presetID = '' } = effect.attributes;
    if (nodeType === 'clickEffect') step++;
    if (presetClass === 'mediacall') continue;
    if (presetClass !== 'entr') losses.add('animation');
    else if (step > 0) {
      if (presetID !== '1' && presetID !== '') losses.add('effect');
      for (const target of findAll(effect, 'p:tgtEl')) addTarget(target, step, found);
    }
  }
  return withoutGaps(found);
}

function isMain({ attributes }: XmlElement): boolean {
  return attributes.nodeType === 'mainSeq';
}

function effectsIn(main: XmlElement): readonly XmlElement[] {
  return findAll(main, 'p:cTn').filter(({ attributes }) => attributes.presetClass !== undefined);
}

function addTarget(target: XmlElement, step: number, found: Map<number, Appearance>): void {
  const [shape] = childrenIn(target);
  if (shape?.name !== 'p:spTgt') return;
  const id = Number(shape.attributes.spid);
  const appearance = found.get(id) ?? { paragraphs: new Map<number, number>() };
  found.set(id, appearance);
  if (appearance.paragraphs.size > maxParagraphs || found.size > maxShapes) return;
  const range = descend(shape, 'p:txEl', 'p:pRg');
  const chart = descend(shape, 'p:graphicEl', 'a:chart');
  if (range) {
    const [from, to] = [Number(range.attributes.st ?? 0), Number(range.attributes.end ?? 0)];
    for (let at = from; at <= Math.min(to, from + maxParagraphs); at++) {
      if (!appearance.paragraphs.has(at)) appearance.paragraphs.set(at, step);
    }
    return;
  }
  if (chart) appearance.by = chart.attributes.bldStep === 'series' ? 'series' : 'points';
  appearance.whole ??= step;
}

/** Clicks that show nothing new, such as those for other effects, are no steps. */
function withoutGaps(found: ReadonlyMap<number, Appearance>): Appearances {
  const all = [...found.values()].flatMap(({ whole, paragraphs }) => [
    ...(whole === undefined ? [] : [whole]),
    ...paragraphs.values(),
  ]);
  const steps = [...new Set(all)].sort((a, b) => a - b);
  const place = new Map(steps.map((step, index) => [step, index + 1]));
  return new Map(
    [...found].map(([id, { whole, paragraphs, by }]) => [
      id,
      {
        ...(whole !== undefined && { whole: place.get(whole) ?? whole }),
        ...(by && { by }),
        paragraphs: new Map([...paragraphs].map(([at, step]) => [at, place.get(step) ?? step])),
      },
    ]),
  );
}
