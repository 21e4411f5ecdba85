import path from 'node:path';
import { Report } from '../../../base/diagnostics/report.ts';
import { locateFile } from '../../../base/files/locate-file.ts';
import { Inputs } from '../../../base/inputs.ts';
import { spanAt } from '../../../base/span.ts';
import type { TextFile } from '../../../model/source.ts';
import type { PandocDeck } from '../pandoc/deck.ts';
import { type Part, scan } from '../pandoc/scan.ts';
import { standIn } from '../shared/stand-in.ts';
import type { TranslationContext } from '../translation.ts';

/** Files that include others could otherwise multiply without limit. */
const maxIncludes = 1000;

/** Each file in the chain of includes needs memory of the stack. */
const maxDepth = 20;

/** The text of a file that a deck includes. */
export interface IncludedParts {
  readonly text: string;
  readonly parts: readonly Part[];
}

/** The files that a deck includes with `{{< include _more.qmd >}}`. */
export class IncludedFiles {
  /** Real paths, from the deck to the file that is being translated. */
  readonly #chain: string[];
  #count = 0;
  readonly #counted = new Set<string>();

  constructor(deck: TextFile) {
    this.#chain = [deck.realPath];
  }

  /** The translated text of a file, with the slides that its headings begin. What cannot be included is reported. */
  translate(name: string, at: number, length: number, deck: PandocDeck): string {
    const file = this.#find(name, at, length, deck);
    if (file === undefined) return standIn({ title: `include ${name}` });
    this.#chain.push(file.realPath);
    const text = deck.translateFile(file);
    this.#chain.pop();
    return `\n\n${text}\n\n`;
  }

  /** The parts of the files that a text includes, each file once. */
  partsIn(text: string, { project }: TranslationContext): readonly IncludedParts[] {
    const names = [...text.matchAll(/\{\{<\s*include\s+["']?([^\s"'>]+)/g)];
    return names.flatMap(([, name = '']) => {
      const file = project.find(name);
      if (file === undefined || this.#counted.has(file)) return [];
      this.#counted.add(file);
      const own = project.readSettings(file, new Report())?.text;
      return own === undefined ? [] : [{ text: own, parts: scan(own, 0, 0) }];
    });
  }

  #find(
    name: string,
    at: number,
    length: number,
    { author, context }: PandocDeck,
  ): TextFile | undefined {
    const { project, report } = context;
    const from = author.realPath;
    const span = spanAt(author, at, length);
    const ref = { path: project.locate(name, from) ?? name, from, span };
    const found = locateFile(ref, project.root, new Inputs(), report);
    const file = found === undefined ? undefined : project.read(found, report);
    if (file === undefined) return undefined;
    const start = this.#chain.indexOf(file.realPath);
    if (start >= 0) {
      const way = [...this.#chain.slice(start), file.realPath];
      const hint = way.map((step) => path.basename(step)).join(' → ');
      report.add('include-cycle', span, `"${name}" includes itself`, hint);
      return undefined;
    }
    if (this.#chain.length > maxDepth || ++this.#count > maxIncludes) {
      const [message, hint] =
        this.#count > maxIncludes
          ? [`more than ${maxIncludes} includes in one deck`]
          : [
              `more than ${maxDepth} files that include each other`,
              'include some of them from the deck itself',
            ];
      report.add('nesting-limit', span, message, hint);
      return undefined;
    }
    return file;
  }
}
