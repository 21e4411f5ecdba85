import type { Codec } from '../../base/memo/stored-memo.ts';
import type { Slide } from '../../model/deck.ts';
import { sizeOf } from '../deck-size.ts';
import { FindingCollector, type Findings, type Parsed } from '../findings.ts';
import { type KnownSlide, lateSlide } from './late-slide.ts';

interface StoredSlide {
  readonly known: KnownSlide;
  readonly size: number;
  /** Without empty lists. */
  readonly findings: Partial<Pick<Findings, (typeof kept)[number]>>;
}

/** The findings of stored slides. Those with others are parsed again: they depend on files and libraries. */
const kept = ['ids', 'links', 'code', 'properties'] as const;

/** Stores what is known of a slide without its blocks: parsing them takes less time than reading them as JSON. */
export const slideCodec: Codec<Parsed<Slide>> = {
  name: 'slide',
  write({ value, findings }) {
    const { readLength, ...lists } = findings;
    const others = Object.entries(lists).filter(([name]) => !isKept(name));
    if (readLength > 0 || others.some(([, list]) => list.length > 0)) return undefined;
    const { slots: _, notes: __, content: ___, ...known } = value;
    const found = kept.filter((name) => findings[name].length > 0);
    const stored: StoredSlide = {
      known,
      size: sizeOf(value),
      findings: Object.fromEntries(found.map((name) => [name, findings[name]])),
    };
    return [JSON.stringify(stored)];
  },
  read([json = ''], parse) {
    const { known, size, findings } = JSON.parse(json) as StoredSlide;
    const value = lateSlide({ ...known, content: {} }, size, () => parse().value);
    return { value, findings: { ...new FindingCollector().finish(), ...findings } };
  },
  identityOf: ({ value }) => value.content,
};

function isKept(name: string): boolean {
  return kept.some((each) => each === name);
}
