import {
  type CompletionItem,
  CompletionItemKind,
  type Position,
} from 'vscode-languageserver-protocol';
import { diagramLanguages } from '../../2-parse/blocks/diagram.ts';
import { isSlideKey } from '../../base/yaml/keys.ts';
import { chartTypes } from '../../model/chart.ts';
import type { OpenDeck } from '../decks/open-deck.ts';
import type { OpenText } from '../decks/workspace.ts';
import { type Region, regionAt, type ScannedText } from '../text/scan.ts';
import { completeChart } from './chart-completion.ts';
import type { CompletionContext } from './context.ts';
import { items } from './items.ts';
import { completeProse } from './prose-completion.ts';
import { completeYaml } from './yaml-completion.ts';

/** What may be written at a place. */
export async function completionsAt(
  text: OpenText,
  scanned: ScannedText,
  deck: OpenDeck,
  root: string,
  folder: string,
  { line, character }: Position,
): Promise<readonly CompletionItem[]> {
  const before = (scanned.lines[line] ?? '').slice(0, character);
  const context = { text, scanned, deck, root, folder, line, before };
  const region = regionAt(scanned, line);
  return region ? completeIn(region, context) : completeProse(context);
}

async function completeIn(
  region: Region,
  context: CompletionContext,
): Promise<readonly CompletionItem[]> {
  const { first, last, isOpen } = region;
  const { line, before, scanned } = context;
  const isInside = line > first && (line < last || isOpen);
  switch (region.kind) {
    case 'front-matter':
    case 'settings': {
      const yaml = [...scanned.lines.slice(first + 1, line), before];
      const name = region.kind === 'settings' ? 'slide' : 'front-matter';
      return isInside ? completeYaml(name, yaml, context) : [];
    }
    case 'comment':
      return completeComment(region, context);
    case 'fence':
      if (line === first) return completeFence(before);
      return region.info.startsWith('chart') && isInside ? completeChart(region, context) : [];
    default:
      return completeProse(context);
  }
}

/** `<!-- layout: … -->` */
function completeComment(
  { first, info }: Region,
  context: CompletionContext,
): readonly CompletionItem[] {
  const { scanned, line, before } = context;
  const lines = [...scanned.lines.slice(first, line), before];
  const yaml = lines.map((each, i) => (i === 0 ? each.replace(/^ {0,3}<!--[ \t]?/, '') : each));
  const isFirstKey = line === first && /^ {0,3}<!--[ \t]*[A-Za-z]*$/.test(before);
  return isFirstKey || isSlideKey(info) ? completeYaml('slide', yaml, context) : [];
}

const fenceNames = ['chart', 'table', 'math', 'qr', ...diagramLanguages];

function completeFence(before: string): readonly CompletionItem[] {
  if (/^[^`~]*[`~]{3,}chart[ \t]+\w*$/.test(before)) {
    return items(chartTypes, CompletionItemKind.EnumMember);
  }
  return /^[^`~]*[`~]{3,}[ \t]*\w*$/.test(before)
    ? items(fenceNames, CompletionItemKind.Module)
    : [];
}
