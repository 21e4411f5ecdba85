import type { GraphEdge, GraphGroup } from '../../model/diagram/diagram.ts';
import type { Target } from './edges/attachments.ts';
import { pointsOnLine } from './edges/edges.ts';
import type { Route } from './edges/routes.ts';
import { groupPadding } from './layout/part-text.ts';
import type { Layout } from './layout/positions.ts';
import type { Size } from './shapes.ts';
import { group, tag } from './svg.ts';
import { placeTitle, type TitlePlace, titleDistance } from './titles.ts';
import type { Lines, Typesetter } from './typesetter.ts';

/** The width of the longest line of a group's title, in multiples of the text size. */
const maxTitleWidth = 20;
const titleStyle = { tone: 'muted', isSmall: true } as const;

export interface PlacedGroup extends Target {
  readonly group: GraphGroup;
  /** Among all groups. */
  readonly index: number;
  readonly title?: TitlePlace & { readonly lines: Lines };
}

/** The titles of groups that have one, by the id of the group. */
export function setTitles(
  groups: readonly GraphGroup[],
  typesetter: Typesetter,
): ReadonlyMap<string, Lines> {
  return new Map(
    groups.flatMap(({ id, label, labelSpans: spans = [] }) =>
      label === ''
        ? []
        : [[id, typesetter.set(label, maxTitleWidth, { ...titleStyle, spans })] as const],
    ),
  );
}

/**
 * The space above what is in groups; their padding is part of it.
 *
 * @param crossed the groups that need space beside a line through the middle
 */
export function roomsOfTitles(
  titles: ReadonlyMap<string, Size>,
  crossed: ReadonlySet<string>,
): ReadonlyMap<string, Size> {
  return new Map(
    [...titles].map(([id, { width, height }]) => {
      const own = crossed.has(id) ? 2 * (width + titleDistance) : width;
      return [id, { width: own + 2 * groupPadding, height: Math.max(1, height - 4) }];
    }),
  );
}

/** Groups without their titles. */
export function framesOf(groups: readonly GraphGroup[], layout: Layout): readonly PlacedGroup[] {
  return groups.flatMap((each, index): readonly PlacedGroup[] => {
    const box = layout.groups.get(each.id);
    if (!box) return [];
    return [{ group: each, index, box, shape: 'rectangle', ports: new Map(), isWide: true }];
  });
}

/** Places the titles of groups beside the edges that run into them. */
export function withTitles(
  groups: readonly PlacedGroup[],
  titles: ReadonlyMap<string, Lines>,
  edges: readonly GraphEdge[],
  routes: readonly (Route | undefined)[],
): readonly PlacedGroup[] {
  const lines = edges.flatMap((edge, i) => {
    const route = routes[i];
    return route && edge.line !== 'invisible' ? [pointsOnLine(edge, route)] : [];
  });
  return groups.map((placed) => {
    const title = titles.get(placed.group.id);
    if (!title) return placed;
    return { ...placed, title: { ...placeTitle(placed.box, title, lines), lines: title } };
  });
}

/** The groups with a line through their title. */
export function crossedTitles(groups: readonly PlacedGroup[]): ReadonlySet<string> {
  return new Set(groups.flatMap(({ title, group: { id } }) => (title?.isCrossed ? [id] : [])));
}

export function drawFrame({ group: { paint }, box }: PlacedGroup): string {
  return group('group', tag('rect', { ...box, rx: 10 }), paint);
}

/** Drawn above the edges that enter the group. */
export function drawTitle(
  { group: { paint }, title }: PlacedGroup,
  typesetter: Typesetter,
): string {
  if (!title) return '';
  const className = paint?.fill ? '' : 'label inside';
  const style = { ...titleStyle, align: 'start', className } as const;
  const text = typesetter.write(title.lines, title.x, title.y, style);
  return paint && text !== '' ? group('group', text, paint) : text;
}
