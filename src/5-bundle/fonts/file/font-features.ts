import { ownValue } from '../../../base/own-value.ts';

/** What each value of `font-variant-…` turns on; https://www.w3.org/TR/css-fonts-4/#font-variant-prop */
const variants: Readonly<Record<string, readonly string[]>> = {
  'lining-nums': ['lnum'],
  'oldstyle-nums': ['onum'],
  'proportional-nums': ['pnum'],
  'tabular-nums': ['tnum'],
  'diagonal-fractions': ['frac', 'numr', 'dnom'],
  'stacked-fractions': ['afrc'],
  ordinal: ['ordn'],
  'slashed-zero': ['zero'],
  'small-caps': ['smcp'],
  'all-small-caps': ['smcp', 'c2sc'],
  'petite-caps': ['pcap'],
  'all-petite-caps': ['pcap', 'c2pc'],
  'titling-caps': ['titl'],
  unicase: ['unic'],
  sub: ['subs'],
  super: ['sups'],
  'discretionary-ligatures': ['dlig'],
  'historical-ligatures': ['hlig'],
  'historical-forms': ['hist'],
  ruby: ['ruby'],
  jis78: ['jp78'],
  jis83: ['jp83'],
  jis90: ['jp90'],
  jis04: ['jp04'],
  simplified: ['smpl'],
  traditional: ['trad'],
  'full-width': ['fwid'],
  'proportional-width': ['pwid'],
};

const variantRule = /font-variant(?:-[a-z-]+)?:([^;}]+)/g;
const settingRule = /font-feature-settings:([^;}]+)/g;

/** The OpenType features, by their tags, that style rules turn on. */
export function featuresIn(css: string): readonly string[] {
  const words = [...css.matchAll(variantRule)].flatMap(([, value = '']) => value.split(/[\s!]+/));
  const turnedOn = words.flatMap((word) => ownValue(variants, word) ?? []);
  const named = [...css.matchAll(settingRule)].flatMap(([, value = '']) => [
    ...readSettings(value),
  ]);
  const on = named.flatMap(([name, isOn]) => (isOn ? [name] : []));
  return [...new Set([...turnedOn, ...on])].sort();
}

/** A value of `font-feature-settings`: whether each feature that it names is on. */
export function readSettings(value: string): ReadonlyMap<string, boolean> {
  const pairs = value.matchAll(/["'](.{4})["']\s*(\w+)?/g);
  return new Map([...pairs].map(([, tag = '', state]) => [tag, !/^(?:0|off)$/.test(state ?? '')]));
}
