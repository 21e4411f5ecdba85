import type { MermaidSource } from '../mermaid-source.ts';
import type { MermaidDatabase } from '../reader.ts';

/** A part of the text that Mermaid reads. */
export interface Words {
  readonly text: string;
  readonly index: number;
}

/** A task as written, in its section. */
export interface TaskStatement {
  readonly label: Words;
  /** What is between the commas after the colon. */
  readonly items: readonly Words[];
  readonly section: number;
}

/** What Mermaid's parser finds in a text. */
export interface Statements {
  readonly tasks: TaskStatement[];
  /** The titles of sections; the first one has no title. */
  readonly sections: string[];
  readonly settings: Map<string, Words>;
  /** All words after `excludes` and `includes`, in lower case. */
  readonly excludes: Words[];
  readonly includes: Words[];
  readonly flags: Set<string>;
  /** Addresses by the ids of tasks. */
  readonly links: Map<string, string>;
}

/** What the grammar calls. Mermaid's own functions compute dates in the time zone of the machine, from today on. */
export interface GanttDatabase extends MermaidDatabase {
  statements: Statements;
  setDateFormat(text: string): void;
  setAxisFormat(text: string): void;
  setTickInterval(text: string): void;
  setTodayMarker(text: string): void;
  setExcludes(text: string): void;
  setIncludes(text: string): void;
  setWeekday(name: string): void;
  setWeekend(name: string): void;
  enableInclusiveEndDates(): void;
  TopAxis(): void;
  addSection(title: string): void;
  addTask(label: string, data: string): void;
  setLink(ids: string, address: string): void;
  setClickEvent(): void;
}

/** Lets the parser write statements with their places. */
export function keepStatements(database: GanttDatabase, { text }: MermaidSource): void {
  const statements: Statements = {
    tasks: [],
    sections: [''],
    settings: new Map(),
    excludes: [],
    includes: [],
    flags: new Set(),
    links: new Map(),
  };
  const lower = text.text.toLowerCase();
  let at = 0;
  /** The next place of a text; statements come in the order of the source. */
  const find = (words: string, keyword = ''): number => {
    const start = Math.max(at, lower.indexOf(keyword, at)) + keyword.length;
    const index = Math.max(start, text.text.indexOf(words, start));
    at = index + words.length;
    return index;
  };
  const set = (name: string) => (words: string) => {
    const value = trimmed({ text: words, index: find(words, name.toLowerCase()) });
    statements.settings.set(name, value);
  };
  const addWords = (name: 'excludes' | 'includes') => (words: string) => {
    const index = find(words, name);
    for (const { 0: word, index: inside } of words.matchAll(/[^\s,]+/g)) {
      statements[name].push({ text: word.toLowerCase(), index: index + inside });
    }
  };
  const name = (setting: string) => (text: string) =>
    void statements.settings.set(setting, { text, index: at });
  const own: Omit<GanttDatabase, keyof MermaidDatabase> = {
    statements,
    setDateFormat: set('dateFormat'),
    setAxisFormat: set('axisFormat'),
    setTickInterval: set('tickInterval'),
    setTodayMarker: set('todayMarker'),
    setExcludes: addWords('excludes'),
    setIncludes: addWords('includes'),
    setWeekday: name('weekday'),
    setWeekend: name('weekend'),
    enableInclusiveEndDates: () => void statements.flags.add('inclusiveEndDates'),
    TopAxis: () => void statements.flags.add('topAxis'),
    addSection: (title) => void statements.sections.push(title),
    addTask: (label, data) => {
      const index = find(label + data);
      statements.tasks.push({
        label: trimmed({ text: label, index }),
        items: itemsOf(data.slice(1), index + label.length + 1),
        section: statements.sections.length - 1,
      });
    },
    setLink: (ids, address) => {
      for (const id of ids.split(',')) statements.links.set(id.trim(), address);
    },
    setClickEvent: () => undefined,
  };
  Object.assign(database, own);
}

function itemsOf(data: string, index: number): readonly Words[] {
  let at = index;
  // Mermaid reads comments only in lines of their own, and a comment after a task as a part of its duration.
  const [uncommented = ''] = data.split(/\s%%/);
  return uncommented.split(',').map((text) => {
    const item = trimmed({ text, index: at });
    at += text.length + 1;
    return item;
  });
}

function trimmed({ text, index }: Words): Words {
  return { text: text.trim(), index: index + text.length - text.trimStart().length };
}
