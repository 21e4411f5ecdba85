import type { BoardColumn, BoardSpec } from '../../../../model/diagram/board.ts';
import { textCell } from '../../cells.ts';
import { readText } from '../../label.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import type { Explain } from '../syntax-error.ts';
import { checkCards } from './limits.ts';
import { inSections } from './sections.ts';

interface JourneyDatabase extends MermaidDatabase {
  getTasks(): readonly JourneyTask[];
}

interface JourneyTask {
  readonly section: string;
  readonly task: string;
  readonly score: number;
  readonly people?: readonly string[];
}

const form = 'a task is written Make tea: 5: Me, Cat';

const explain: Explain = ({ found }) =>
  found.trim() === ''
    ? undefined
    : { message: `unexpected "${found.trim().slice(0, 40)}"`, hint: form };

export const readJourney = readerOf<JourneyDatabase>('journey', convertJourney, explain);

function convertJourney(database: JourneyDatabase, source: MermaidSource): BoardSpec | undefined {
  const columns = database.getTasks().map(({ section, task, score, people = [] }) => {
    const title = readText(task);
    if (!(score >= 0 && score <= 5))
      source.ignore(task, `the score of "${title}" is not a number from 1 to 5`, form);
    const cards = people
      .filter((name) => name !== '')
      .map((name) => ({ content: textCell(readText(name), 'middle', 'muted') }));
    const column: BoardColumn = { title, cards, score: Number.isFinite(score) ? score : 3 };
    return { section, column };
  });
  if (columns.length === 0) {
    source.fail('', 'there is nothing in this diagram', form);
    return undefined;
  }
  checkCards(
    columns.map(({ column }) => column),
    source,
  );
  return { kind: 'board', type: 'user journey', sections: inSections(columns) };
}
