import type { Located } from '../../../model/source.ts';
import type { ChartReport } from '../chart-report.ts';
import { suggestName } from '../names.ts';
import type { JsonNode } from './json.ts';

/**
 * Finds a value in JSON by its path: names and indexes between dots (`results.items`, `series.0`), or a JSON
 * Pointer (RFC 6901: `/results/items`). Reports a missing one.
 */
export function findInJson(
  root: JsonNode,
  { value: path, span }: Located<string>,
  report: ChartReport,
): JsonNode | undefined {
  let [node, at] = [root, ''];
  for (const name of namesIn(path)) {
    const next = childOf(node, name);
    if (!next) {
      const place = at === '' ? 'the file' : `"${at}"`;
      const names = node.kind === 'object' ? node.members.map(({ key }) => key) : [];
      const list = `${place} is a list of ${node.kind === 'array' ? node.items.length : 0} values`;
      const hint = node.kind === 'array' ? `${list}, counted from 0` : suggestName(name, names);
      report.add('data-part', span, `there is no "${name}" in ${place}`, hint);
      return undefined;
    }
    node = next;
    at = at === '' ? name : `${at}.${name}`;
  }
  return node;
}

function namesIn(path: string): readonly string[] {
  if (path === '') return [];
  if (!path.startsWith('/')) return path.split(/\.|\[(\d+)\]\.?/).filter((name) => name);
  return path
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function childOf(node: JsonNode, name: string): JsonNode | undefined {
  if (node.kind === 'object') return node.members.find(({ key }) => key === name)?.value;
  return node.kind === 'array' && /^\d+$/.test(name) ? node.items[Number(name)] : undefined;
}
