/** A slide of a Slidev deck, by offsets in its file. */
export interface SlidevSlide {
  /** Where its break begins, or the file. */
  readonly start: number;
  /** Its YAML, without the lines around it. */
  readonly matter?: { readonly start: number; readonly end: number };
  /** Where its text begins, below the break and the YAML. */
  readonly contentStart: number;
  /** Where the next break begins, or the file ends. */
  readonly end: number;
  /** The comment that ends it: its speaker notes. */
  readonly note?: { readonly start: number; readonly end: number };
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** Divides a deck as Slidev does: by lines that begin with three dashes, outside of code and of comments. */
export function splitSlides(text: string): readonly SlidevSlide[] {
  const lines = linesOf(text);
  const at = (index: number): number => lines[index]?.start ?? text.length;
  const slides: SlidevSlide[] = [];
  // The line of the break, the first line of what belongs to the slide, and that of its text.
  let draft = { breakLine: 0, first: 0, content: 0 };
  let isComment = false;
  const finish = (end: number): void => {
    if (draft.first < end) slides.push(readSlide(text, draft, end, at));
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]?.text ?? '';
    const dashes = !isComment && line.startsWith('---');
    if (!dashes) {
      const fenceEnd = isComment ? undefined : findFenceEnd(lines, i);
      if (fenceEnd === undefined) isComment = commentAfter(line, isComment);
      else i = fenceEnd;
      continue;
    }
    finish(i);
    const isFirst = i === 0;
    draft = { breakLine: i, first: i + 1, content: i + 1 };
    if (line[3] !== '-' && (lines[i + 1]?.text.trim() ?? '') !== '') {
      const close = lines.findIndex(({ text: other }, j) => j > i && other.trimEnd() === '---');
      i = close < 0 ? lines.length : close;
      draft = { ...draft, first: draft.breakLine, content: i + 1 };
    } else if (isFirst) draft = { breakLine: 0, first: 0, content: 1 };
  }
  if (draft.first < lines.length) slides.push(readSlide(text, draft, lines.length, at));
  return slides;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const entry = { start, text: line };
    start += line.length + 1;
    return entry;
  });
}

/** The last line of the code block that a line begins. */
function findFenceEnd(lines: readonly Line[], index: number): number | undefined {
  const marks = /^\s*(`{3,})/.exec(lines[index]?.text ?? '')?.[1];
  if (marks === undefined) return undefined;
  const end = lines.findIndex(({ text }, i) => i > index && text.trimStart().startsWith(marks));
  return end < 0 ? undefined : end;
}

/** Whether a comment is open after a line. */
function commentAfter(line: string, isOpen: boolean): boolean {
  let isComment = isOpen;
  for (let at = 0; ; ) {
    const next = line.indexOf(isComment ? '-->' : '<!--', at);
    if (next < 0) return isComment;
    at = next + (isComment ? 3 : 4);
    isComment = !isComment;
  }
}

function readSlide(
  text: string,
  draft: { readonly breakLine: number; readonly first: number; readonly content: number },
  endLine: number,
  at: (line: number) => number,
): SlidevSlide {
  const start = at(draft.breakLine);
  const end = at(endLine);
  const hasMatter = draft.content > draft.first + 1;
  const matter = hasMatter
    ? { start: at(draft.breakLine + 1), end: at(Math.min(draft.content - 1, endLine)) }
    : undefined;
  const contentStart = Math.min(at(draft.content), end);
  const block = matter ? undefined : findYamlBlock(text, contentStart, end);
  const content = block?.end ?? contentStart;
  const found = matter ?? block?.matter;
  const note = findNote(text, content, end);
  return {
    start,
    ...(found && { matter: found }),
    contentStart: content,
    end,
    ...(note && { note }),
  };
}

/** A code block with YAML at the start of a slide is its front matter. */
function findYamlBlock(
  text: string,
  start: number,
  end: number,
):
  | { readonly matter: { readonly start: number; readonly end: number }; readonly end: number }
  | undefined {
  const match = /^\s*```ya?ml[ \t]*\n([\s\S]*?)```[ \t]*(?:\n|$)/.exec(text.slice(start, end));
  if (!match) return undefined;
  const [whole, yaml = ''] = match;
  const from = start + whole.indexOf('\n', whole.indexOf('```')) + 1;
  return { matter: { start: from, end: from + yaml.length }, end: start + whole.length };
}

function findNote(text: string, start: number, end: number): SlidevSlide['note'] {
  const content = text.slice(start, end).trimEnd();
  if (!content.endsWith('-->')) return undefined;
  const last = [...content.matchAll(/<!--[\s\S]*?-->/g)].at(-1);
  if (!last || last.index + last[0].length < content.length) return undefined;
  return { start: start + last.index, end: start + content.length };
}
