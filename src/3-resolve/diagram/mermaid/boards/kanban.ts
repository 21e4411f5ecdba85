import type { BoardCard, BoardSpec } from '../../../../model/diagram/board.ts';
import { column, textCell } from '../../cells.ts';
import { readLabel } from '../../label.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import { setting } from '../settings.ts';
import type { Explain } from '../syntax-error.ts';
import { checkCards } from './limits.ts';

interface KanbanDatabase extends MermaidDatabase {
  getData(): { readonly nodes: readonly KanbanNode[] };
}

/** A column, or a card in the column before. */
interface KanbanNode {
  readonly label: string;
  readonly isGroup: boolean;
  readonly ticket?: string;
  readonly assigned?: string;
  readonly priority?: string;
  readonly icon?: string;
}

/** As in Mermaid: no stripe for other priorities. */
const stripes: ReadonlyMap<string, string> = new Map([
  ['Very High', 'red'],
  ['High', 'orange'],
  ['Low', 'blue'],
  ['Very Low', 'lightblue'],
]);

const explain: Explain = ({ message, found }) => {
  const [, label] =
    /without section detected, found section \("([\s\S]*)"\)/.exec(message ?? '') ?? [];
  if (label !== undefined) {
    return {
      message: `"${label}" is indented less than the first column`,
      hint: 'indent all columns alike, and their cards deeper',
    };
  }
  if (found.trim() === '') return undefined;
  return {
    message: `unexpected "${found.trim()}"`,
    hint: 'a column or card is written [Text] or id[Text]',
  };
};

export const readKanban = readerOf<KanbanDatabase>('kanban', convertKanban, explain);

function convertKanban(database: KanbanDatabase, source: MermaidSource): BoardSpec | undefined {
  const columns: { title: string; cards: BoardCard[] }[] = [];
  for (const node of database.getData().nodes) {
    const title = source.withIcon(node.icon, readLabel(node.label));
    if (node.isGroup) columns.push({ title, cards: [] });
    else columns.at(-1)?.cards.push(readCard(title, node));
  }
  if (columns.length === 0) {
    source.fail(
      '',
      'there is nothing in this diagram',
      'write the title of a column in an indented line',
    );
    return undefined;
  }
  if (setting(source.config, 'kanban.ticketBaseUrl') !== undefined) {
    source.ignore('', 'tickets are shown without links, so "ticketBaseUrl" has no effect');
  }
  checkCards(columns, source);
  return { kind: 'board', type: 'kanban board', sections: [{ title: '', columns }] };
}

function readCard(title: string, { ticket, assigned, priority }: KanbanNode): BoardCard {
  const stripe = stripes.get(priority ?? '');
  const notes = [ticket, assigned].filter((text) => text !== undefined && text !== '');
  const cells = [
    textCell(title, 'start'),
    ...(notes.length > 0 ? [{ ...textCell(readLabel(notes.join(' · ')), 'start', 'muted') }] : []),
  ];
  return { content: column(cells, false), ...(stripe !== undefined && { stripe }) };
}
