import type { Commit, CommitSpec } from '../../../model/diagram/commits.ts';
import { boxAround, type Drawing, group, grow, round, tag } from '../svg.ts';
import type { Lines, Typesetter } from '../typesetter.ts';
import { drawLine } from './lines.ts';
import { placeCommits } from './place.ts';

const radius = 10;
const colorCount = 6;
const labelStyle = { isSmall: true, tone: 'muted', className: 'label' } as const;
const tagStyle = { isSmall: true } as const;
const nameStyle = { isSmall: true, tone: 'strong' } as const;

/** A commit with its texts set. */
export interface SetCommit {
  readonly commit: Commit;
  readonly label: Lines;
  readonly tag: Lines;
}

/** Draws commits on the lanes of their branches; all distances are multiplied by `spacing`. */
export function drawCommits(spec: CommitSpec, typesetter: Typesetter, spacing: number): Drawing {
  const commits = spec.commits.map(
    (commit): SetCommit => ({
      commit,
      label: typesetter.set(commit.label ?? '', 6, labelStyle),
      tag: typesetter.set(commit.tags.join('\n'), 8, tagStyle),
    }),
  );
  const names = spec.branches.map((name) => typesetter.set(name, 8, nameStyle));
  const isLevel = spec.direction === 'LR';
  const { points, lanes, start, end } = placeCommits(spec, commits, names, spacing);
  const colorOf = (branch: number) => `var(--chart-${(branch % colorCount) + 1})`;
  const laneLines = lanes.map((at) =>
    isLevel
      ? tag('path', { class: 'life dotted', d: `M${round(start)},${round(at)}H${round(end)}` })
      : tag('path', { class: 'life dotted', d: `M${round(at)},${round(start)}V${round(end)}` }),
  );
  const lines = commits.flatMap(({ commit }, i) =>
    commit.parents.map((parent, index) => {
      const [from, to] = [points[parent], points[i]];
      const source = index === 0 ? commit.branch : (spec.commits[parent]?.branch ?? 0);
      if (!from || !to) return '';
      return group('edge', drawLine(from, to, isLevel, index > 0), { stroke: colorOf(source) });
    }),
  );
  const labels = names.map((name, branch) => {
    const at = lanes[branch] ?? 0;
    const size = { width: name.width + 20, height: name.height + 10 };
    const middle = isLevel
      ? { x: start - 12 - size.width / 2, y: at }
      : { x: at, y: start + (spec.direction === 'TB' ? -1 : 1) * (12 + size.height / 2) };
    const box = { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size };
    const text = typesetter.write(name, middle.x, middle.y - name.height / 2, nameStyle);
    return {
      box,
      content: group('node branch', tag('rect', { ...box, rx: 6 }) + text, {
        stroke: colorOf(branch),
      }),
    };
  });
  const marks = commits.map(({ commit, label, tag: tags }, i) => {
    const { x, y } = points[i] ?? { x: 0, y: 0 };
    const dot = group('node branch', drawMark(commit.mark, x, y), {
      stroke: colorOf(commit.branch),
    });
    const below = {
      x: isLevel ? x - label.width / 2 : x + radius + 8,
      y: isLevel ? y + radius + 4 : y - label.height / 2,
    };
    const above = {
      x: isLevel ? x - tags.width / 2 - 8 : x - radius - 24 - tags.width,
      y: isLevel ? y - radius - tags.height - 12 : y - tags.height / 2 - 3,
      width: tags.width + 16,
      height: tags.height + 6,
    };
    const text = typesetter.write(label, below.x + label.width / 2, below.y, labelStyle);
    const sign =
      tags.height === 0
        ? ''
        : group(
            'node note',
            tag('rect', { ...above, rx: 4 }) +
              typesetter.write(tags, above.x + above.width / 2, above.y + 3, tagStyle),
          );
    const boxes = [
      { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
      { ...below, width: label.width, height: label.height },
      ...(tags.height === 0 ? [] : [above]),
    ];
    return { boxes, content: dot + text + sign };
  });
  const bounds = grow(
    boxAround([...labels.map(({ box }) => box), ...marks.flatMap(({ boxes }) => boxes)]),
    4,
  );
  const content = [
    ...laneLines,
    ...lines,
    ...labels.map((label) => label.content),
    ...marks.map((mark) => mark.content),
  ].join('');
  return {
    content: `<g transform="translate(${round(-bounds.x)} ${round(-bounds.y)})">${content}</g>`,
    width: bounds.width,
    height: bounds.height,
  };
}

function drawMark(mark: Commit['mark'], x: number, y: number): string {
  const dot = (r: number, className?: string) =>
    tag('circle', { class: className, cx: x, cy: y, r });
  switch (mark) {
    case 'highlight':
      return tag('rect', {
        class: 'mark',
        x: x - radius,
        y: y - radius,
        width: 2 * radius,
        height: 2 * radius,
        rx: 3,
      });
    case 'reverse': {
      const arm = radius * 0.5;
      const cross = `M${round(x - arm)},${round(y - arm)}l${2 * arm},${2 * arm}m0,${-2 * arm}l${-2 * arm},${2 * arm}`;
      return dot(radius) + tag('path', { class: 'rule', d: cross });
    }
    case 'merge':
      return dot(radius) + dot(radius * 0.5, 'mark');
    case 'cherry-pick':
      return (
        dot(radius) + tag('path', { class: 'rule', d: `M${round(x - 4)},${round(y + 4)}l4,-8l4,8` })
      );
    default:
      return dot(radius, 'mark');
  }
}
