import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Report } from '../../../base/diagnostics/report.ts';
import { relativePath } from '../../../base/files/relative-path.ts';
import { spanAt } from '../../../base/span.ts';
import { escapePattern } from '../../../base/text/escape-pattern.ts';
import type { TextFile } from '../../../model/source.ts';
import { attributeText, readPandocAttributes } from '../pandoc/attributes.ts';
import type { Project } from '../project.ts';
import type { TranslationContext } from '../translation.ts';

/** What the code cells of a deck gave when Quarto last ran them. */
export class CellResults {
  readonly #author: TextFile;
  readonly #project: Project;
  readonly #report: Report;
  /** What was kept of each cell that was, in the order of the text. */
  readonly #cells: readonly FrozenCell[];
  #next = 0;
  readonly #lines: readonly string[];

  constructor(author: TextFile, { project, report }: TranslationContext) {
    this.#author = author;
    this.#project = project;
    this.#report = report;
    const markdown = this.#frozen() ?? '';
    this.#cells = cellsIn(markdown);
    this.#lines = markdown.split('\n');
  }

  /**
   * The Markdown of the next cell; `undefined` if it was not kept. A cell that shows its code is found by it, as cells
   * that show nothing may be missing.
   *
   * @param isHidden whether the cell may have a result without its code
   */
  take(code: string, isHidden: boolean): string | undefined {
    const own = withoutSpaces(code);
    const left = this.#cells.slice(this.#next);
    const [next] = left;
    const isNext = next?.code === '' ? isHidden : next?.code === own;
    const found = isNext ? 0 : own === '' ? -1 : left.findIndex((cell) => cell.code === own);
    if (found < 0) return undefined;
    this.#next += found + 1;
    return left[found]?.markdown;
  }

  /** What code in a line of text gave, as Markdown. @param index of the code among those of the line */
  inline(line: string, index: number): string | undefined {
    const texts = line.trim().split(inlineCode).map(escapePattern);
    if (this.#lines.length < 2 || texts.length < 2 || texts.length > 12) return undefined;
    const pattern = new RegExp(`^\\s*${texts.join('([^\\n]{0,400}?)')}\\s*$`);
    for (const each of this.#lines) {
      const result = pattern.exec(each)?.[index + 1];
      if (result !== undefined) return result;
    }
    return undefined;
  }

  /** The Markdown in `_freeze`, where Quarto keeps the results of code that has not changed. */
  #frozen(): string | undefined {
    const { name, dir } = path.parse(this.#author.realPath);
    for (const folder of this.#project.folders) {
      const own = path.join(folder, '_freeze', path.relative(folder, dir), name, 'execute-results');
      const file = ['html.json', 'revealjs.json']
        .map((each) => path.join(own, each))
        .find((each) => this.#project.isFile(each));
      const text = file === undefined ? undefined : this.#project.read(file, new Report())?.text;
      if (file === undefined || text === undefined) continue;
      const markdown = markdownIn(text);
      if (markdown === undefined) {
        const message = `${path.basename(file)} in _freeze is broken: the results in it are not used`;
        const hint = 'render the deck with Quarto again';
        this.#report.add('dialect-settings', spanAt(this.#author, 0, 1), message, hint);
      }
      return markdown;
    }
    return undefined;
  }

  /** The path of an image that a cell made: where Quarto puts it, or where it keeps it. */
  image(reference: string): string | undefined {
    const { name, dir } = path.parse(this.#author.realPath);
    const kept = reference.replace(new RegExp(`^${escapePattern(name)}_files/`), '');
    const folders = this.#project.folders.map((folder) =>
      path.join(folder, '_freeze', path.relative(folder, dir), name),
    );
    const files = [path.join(dir, reference), ...folders.map((folder) => path.join(folder, kept))];
    const found = files.find((file) => this.#project.isFile(file));
    return found === undefined ? undefined : relativePath(dir, found);
  }

  /** The images that a cell with this label made, in a folder next to the deck. */
  figures(label: string): readonly string[] {
    const { name, dir } = path.parse(this.#author.realPath);
    for (const format of ['revealjs', 'html']) {
      const folder = path.join(dir, `${name}_files`, `figure-${format}`);
      const own = new RegExp(`^${escapePattern(label)}(?:-output)?-\\d+\\.(?:png|svg|jpe?g)$`);
      const found = namesIn(folder).filter((file) => own.test(file));
      if (found.length > 0) return found.map((file) => relativePath(dir, path.join(folder, file)));
    }
    return [];
  }
}

function markdownIn(json: string): string | undefined {
  try {
    const { result } = JSON.parse(json) as { result?: { markdown?: unknown } };
    return typeof result?.markdown === 'string' ? result.markdown : undefined;
  } catch {
    return undefined;
  }
}

/** The texts in `::: {.cell}`, without the lines around them. */
function cellsIn(markdown: string): readonly FrozenCell[] {
  const lines = markdown.split('\n');
  const cells: FrozenCell[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, colons, list = ''] = cellStart.exec(lines[at] ?? '') ?? [];
    if (colons === undefined) continue;
    const end = closeOf(lines, at);
    const text = lines
      .slice(at + 1, end)
      .join('\n')
      .trim();
    const code = [...text.matchAll(cellCode)].map(([, , each = '']) => each).join('');
    cells.push({ markdown: withHead(list, text), code: withoutSpaces(code) });
    at = end;
  }
  return cells;
}

interface FrozenCell {
  readonly markdown: string;
  /** Its code without spaces; empty if it is not shown. */
  readonly code: string;
}

/** Code in the text of a line that was run. */
export const inlineCode = /`(?:r |\{(?:r|python|julia|ojs)\} )[^`\n]+`/;

const cellCode = /^(`{3,})\{[^}\n]*\.cell-code[^}\n]*\}\n([\s\S]*?)^\1[ \t]*$/gm;

function withoutSpaces(code: string): string {
  return code.replace(/\s+/g, '');
}

const cellStart =
  /^(:{3,})[ \t]*\{((?:"[^"]*"|'[^']*'|[^"'}])*\.cell(?=[ \t}])(?:"[^"]*"|'[^']*'|[^"'}])*)\}/;

/** What a cell gave, in a block if it is a figure or a table with a number, or in rows. */
function withHead(list: string, text: string): string {
  const { id, values } = readPandocAttributes(list);
  const kept = [...values].filter(([key]) => /^(?:fig|tbl|lst)-cap$|^layout/.test(key));
  const isCounted = /^(?:fig|tbl|lst)-/.test(id ?? '');
  if (!isCounted && !kept.some(([key]) => /^layout(?:-ncol|-nrow)?$/.test(key))) return text;
  const own = { id, classes: [], values: new Map(kept) };
  return `::: ${attributeText(own) || '{.div}'}\n${text}\n:::`;
}

/** The line that closes the div which a line opens. */
function closeOf(lines: readonly string[], open: number): number {
  let depth = 1;
  let fence: string | undefined;
  for (let at = open + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, marks] = /^(`{3,}|~{3,})/.exec(line) ?? [];
    if (marks !== undefined)
      fence = fence === undefined ? marks : line.startsWith(fence) ? undefined : fence;
    else if (fence === undefined && /^:{3,}[ \t]*$/.test(line) && --depth === 0) return at;
    else if (fence === undefined && /^:{3,}[ \t]*\S/.test(line)) depth++;
  }
  return lines.length;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
