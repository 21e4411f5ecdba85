import type { TreeNode, TreeSpec } from '../../../../model/diagram/tree.ts';
import { moveSpans, readRichLabel } from '../graph/rich-label.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import type { Explain } from '../syntax-error.ts';
import { countNodes } from './count.ts';

interface MindmapDatabase extends MermaidDatabase {
  getMindmap(): MindmapNode | null;
  readonly nodeType: Readonly<Record<string, number>>;
}

interface MindmapNode {
  readonly descr: string;
  readonly type: number;
  readonly icon?: string;
  readonly class?: string;
  readonly children: readonly MindmapNode[];
}

/** Our shapes by Mermaid's names; other nodes are plain. */
const shapes: Readonly<Record<string, TreeNode['shape']>> = {
  ROUNDED_RECT: 'rounded',
  RECT: 'rectangle',
  CIRCLE: 'circle',
  CLOUD: 'cloud',
  BANG: 'bang',
  HEXAGON: 'hexagon',
};

const explain: Explain = ({ message, found }, { text: { text } }) => {
  const [, label] = /only one root.*\("([\s\S]*)"\)/.exec(message ?? '') ?? [];
  if (label !== undefined) {
    const index = text.lastIndexOf(label);
    const hint = 'indent it below the root, or below one of its branches';
    return {
      message: `"${label}" is a second root of this mindmap`,
      hint,
      index,
      length: label.length,
    };
  }
  if (found.trim() === '') return undefined;
  return {
    message: `unexpected "${found.trim()}"`,
    hint: 'a node is a line of text, or id[text], id(text), id((text)), id{{text}}',
  };
};

export const readMindmap = readerOf<MindmapDatabase>('mindmap', convertMindmap, explain);

function convertMindmap(database: MindmapDatabase, source: MermaidSource): TreeSpec | undefined {
  const top = database.getMindmap();
  if (!top) {
    source.fail('', 'there is nothing in this diagram', 'write the root in an indented line');
    return undefined;
  }
  const names = new Map(Object.entries(database.nodeType).map(([name, type]) => [type, name]));
  const convert = ({ descr, type, icon, class: name, children }: MindmapNode): TreeNode => {
    if (name !== undefined) {
      source.ignore(`:::${name}`, `the class "${name}" has no effect`);
    }
    const shape = shapes[names.get(type) ?? ''] ?? 'plain';
    const { text, spans: own } = readRichLabel(descr, true);
    const label = source.withIcon(icon, text, `::icon(${icon})`);
    const spans = moveSpans(own, label.length - text.length);
    return { label, ...(spans.length > 0 && { spans }), shape, children: children.map(convert) };
  };
  const root = convert(top);
  if (countNodes(root) > maxNodes) {
    const hint = 'nobody reads so many from a slide: show a part, or divide it over several slides';
    source.refuse('', `more than ${maxNodes} nodes in a diagram`, hint);
  }
  return { kind: 'tree', type: 'mindmap', layout: 'sides', root };
}

const maxNodes = 100;
