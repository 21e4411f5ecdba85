import { escapePattern } from '../../../../base/text/escape-pattern.ts';
import type {
  Direction,
  GraphEdge,
  GraphNode,
  GraphSpec,
} from '../../../../model/diagram/diagram.ts';
import { column, textCell } from '../../cells.ts';
import { readLabel } from '../../label.ts';
import { finishGraph } from '../graph/finish.ts';
import { iconPicture } from '../graph/picture.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import type { Explain } from '../syntax-error.ts';

interface ArchitectureDatabase extends MermaidDatabase {
  getNodes(): readonly ArchitectureNode[];
  getGroups(): readonly ArchitectureGroup[];
  getEdges(): readonly ArchitectureEdge[];
}

interface ArchitectureNode {
  readonly id: string;
  readonly type: 'service' | 'junction';
  readonly icon?: string;
  readonly iconText?: string;
  readonly title?: string;
  readonly in?: string;
}

interface ArchitectureGroup {
  readonly id: string;
  readonly icon?: string;
  readonly title?: string;
  readonly in?: string;
}

type Letter = 'L' | 'R' | 'T' | 'B';

interface ArchitectureEdge {
  readonly lhsId: string;
  readonly lhsDir: Letter;
  readonly lhsInto?: boolean;
  readonly lhsGroup?: boolean;
  readonly rhsId: string;
  readonly rhsDir: Letter;
  readonly rhsInto?: boolean;
  readonly rhsGroup?: boolean;
  readonly title?: string;
}

/** Mermaid's own icons, with the names that they have in Lucide. */
const ownIcons: ReadonlyMap<string, string> = new Map([
  ['cloud', 'cloud'],
  ['database', 'database'],
  ['disk', 'hard-drive'],
  ['internet', 'globe'],
  ['server', 'server'],
]);

const explain: Explain = ({ message = '' }) => {
  const [, id] = /\[(\w[\w-]*)\]/.exec(message) ?? [];
  const [text = ''] = message.replace(/\[([\w-]+)\]/g, '"$1"').split('\n');
  const hint = 'write group id(cloud)[Title], service id(server)[Title] in group, and a:R --> L:b';
  if (id === undefined) return { message: 'this diagram cannot be read', hint };
  return { message: text.replace(/^The /, 'the ').replace(/\. .*$/, ''), hint };
};

export const readArchitecture = readerOf<ArchitectureDatabase>('architecture', convert, explain);

function convert(database: ArchitectureDatabase, source: MermaidSource): GraphSpec | undefined {
  const [nodes, groups, edges] = [database.getNodes(), database.getGroups(), database.getEdges()];
  const direction = directionOf(edges);
  const homes = new Map(nodes.map(({ id, in: group }) => [id, group]));
  return finishGraph(
    {
      type: 'architecture diagram',
      direction,
      nodes: nodes.map((node) => nodeOf(node, source)),
      edges: edges.map((edge) => edgeOf(edge, homes)),
      groups: groups.map(({ id, icon, title, in: parent }) => ({
        id,
        label: source.withIcon(iconName(icon), readLabel(title ?? ''), placeOf(icon)),
        ...(parent !== undefined && { parent }),
      })),
    },
    source,
  );
}

/** The axis that most edges run along. */
function directionOf(edges: readonly ArchitectureEdge[]): Direction {
  const isLevel = (side: Letter) => side === 'L' || side === 'R';
  const level = edges.filter(({ lhsDir, rhsDir }) => isLevel(lhsDir) && isLevel(rhsDir)).length;
  const upright = edges.filter(({ lhsDir, rhsDir }) => !isLevel(lhsDir) && !isLevel(rhsDir)).length;
  return upright > level ? 'TB' : 'LR';
}

function nodeOf(
  { id, type, icon, iconText, title, in: group }: ArchitectureNode,
  source: MermaidSource,
): GraphNode {
  const own = group !== undefined && { group };
  if (type === 'junction') return { id, shape: 'dot', content: textCell(''), ...own };
  const text = readLabel(title ?? (iconText === undefined ? id : ''));
  const name = iconName(icon);
  if (name !== undefined) {
    const picture = iconPicture(source.addIcon(name, placeOf(icon)), 'rounded');
    return { id, shape: 'rectangle', content: textCell(text), picture, ...own };
  }
  const texts = [
    ...(iconText === undefined ? [] : [textCell(readLabel(iconText), 'middle', 'strong')]),
    ...(text === '' ? [] : [textCell(text)]),
  ];
  return { id, shape: 'rectangle', content: column(texts, false), ...own };
}

/** The name of an icon; `undefined` for none. */
function iconName(icon: string | undefined): string | undefined {
  if (icon === undefined || icon === 'blank') return undefined;
  const own = ownIcons.get(icon);
  return own === undefined ? icon : `lucide:${own}`;
}

function placeOf(icon = ''): RegExp {
  const name = escapePattern(icon);
  // The lookahead saves the lookbehind at all other places.
  return new RegExp(`(?=${name})(?<=\\(\\s*)${name}(?=\\s*\\))`);
}

const sideNames = { L: 'left', R: 'right', T: 'top', B: 'bottom' } as const;

function edgeOf(edge: ArchitectureEdge, homes: ReadonlyMap<string, string | undefined>): GraphEdge {
  const { lhsId, lhsDir, lhsInto, lhsGroup, rhsId, rhsDir, rhsInto, rhsGroup, title } = edge;
  const [from, to] = [
    (lhsGroup && homes.get(lhsId)) || lhsId,
    (rhsGroup && homes.get(rhsId)) || rhsId,
  ];
  const label = readLabel(title ?? '');
  return {
    from,
    to,
    sides: {
      from: sideNames[lhsDir],
      to: sideNames[rhsDir],
      ...(from !== lhsId && { fromBox: lhsId }),
      ...(to !== rhsId && { toBox: rhsId }),
    },
    start: lhsInto ? 'arrow' : 'none',
    end: rhsInto ? 'arrow' : 'none',
    line: 'solid',
    length: 1,
    ...(label !== '' && { label }),
  };
}
