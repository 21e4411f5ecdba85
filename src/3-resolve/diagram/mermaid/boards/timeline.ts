import type { BoardColumn, BoardSpec } from '../../../../model/diagram/board.ts';
import { textCell } from '../../cells.ts';
import { readText } from '../../label.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import type { Explain } from '../syntax-error.ts';
import { checkCards } from './limits.ts';
import { inSections } from './sections.ts';

interface TimelineDatabase extends MermaidDatabase {
  getTasks(): readonly TimelineTask[];
  getSections(): readonly string[];
  getDirection(): string;
  getCommonDb(): MermaidDatabase;
}

interface TimelineTask {
  readonly section: string;
  readonly task: string;
  readonly events: readonly string[];
}

const explain: Explain = ({ found, message }, source) => {
  const hint = 'a period and its events are written 2024 : event : event';
  // Mermaid has no check for it.
  const first = /^[^\S\n]*(:[^\n]*)/m.exec(source.text.text);
  if (message?.includes("'events'") && first)
    return {
      message: 'these events have no period',
      hint,
      index: first.index + first[0].indexOf(':'),
      length: first[1]?.trimEnd().length ?? 1,
    };
  if (found.trim() === '') return undefined;
  return { message: `unexpected "${found.trim().slice(0, 40)}"`, hint };
};

export const readTimeline = readerOf<TimelineDatabase>(
  'timeline',
  convertTimeline,
  explain,
  addWords,
);

/** Its title and text alternative are in another database. */
function addWords(database: TimelineDatabase): void {
  const common = database.getCommonDb();
  database.getDiagramTitle = () => common.getDiagramTitle?.() ?? '';
  database.getAccTitle = () => common.getAccTitle?.() ?? '';
  database.getAccDescription = () => common.getAccDescription?.() ?? '';
}

function convertTimeline(database: TimelineDatabase, source: MermaidSource): BoardSpec | undefined {
  const columns = database.getTasks().map(({ section, task, events }) => ({
    section,
    column: {
      title: readText(task),
      cards: events.map((event) => ({ content: textCell(readText(event.replace(/^:\s*/, ''))) })),
    } satisfies BoardColumn,
  }));
  if (columns.length === 0) {
    source.fail(
      '',
      'there is nothing in this diagram',
      'a period and its events are written 2024 : event : event',
    );
    return undefined;
  }
  for (const section of database.getSections()) {
    if (columns.some((each) => each.section === section)) continue;
    source.ignore(section, `the section "${readText(section)}" has no periods and is not drawn`);
  }
  checkCards(
    columns.map(({ column }) => column),
    source,
  );
  const isVertical = database.getDirection() === 'TD';
  const sections = inSections(columns);
  return { kind: 'board', type: 'timeline', ...(isVertical && { isVertical }), sections };
}
