import { isColor } from '../../../../base/color/css-color.ts';
import type { Paint } from '../../../../model/diagram/diagram.ts';
import { type Config, setting } from '../settings.ts';

/** The colors that the `themeVariables` of a diagram give to its parts. */
export interface ThemePaints {
  readonly node?: Paint;
  readonly note?: Paint;
  readonly group?: Paint;
  readonly edge?: Paint;
}

/** Theme variables of Mermaid by what they color; the first one that is set counts. */
type Names = Readonly<Record<'fill' | 'stroke' | 'text', readonly string[]>>;

const variables: Readonly<Record<keyof ThemePaints, Names>> = {
  node: {
    fill: ['mainBkg', 'primaryColor'],
    stroke: ['nodeBorder', 'primaryBorderColor'],
    text: ['nodeTextColor', 'primaryTextColor'],
  },
  note: { fill: ['noteBkgColor'], stroke: ['noteBorderColor'], text: ['noteTextColor'] },
  group: { fill: ['clusterBkg'], stroke: ['clusterBorder'], text: ['titleColor'] },
  edge: { fill: [], stroke: ['lineColor'], text: [] },
};

/** Reads the theme variables that have a counterpart here. The theme of the deck decides on the others. */
export function readTheme(config: Config): ThemePaints {
  const entries = Object.entries(variables).flatMap(([part, names]) => {
    const paint = Object.entries(names).flatMap(([key, all]) => {
      const values = all.map((name) => setting(config, `themeVariables.${name}`));
      const color = values.find((value) => typeof value === 'string' && isColor(value));
      return color === undefined ? [] : [[key, color] as const];
    });
    return paint.length === 0 ? [] : [[part, Object.fromEntries(paint)] as const];
  });
  return Object.fromEntries(entries);
}
