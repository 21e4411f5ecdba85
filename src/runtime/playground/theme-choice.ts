/** A change of a text. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const frontMatter = /^---\n(?:[\s\S]*?\n)??(?:---|\.\.\.)(?:\n|$)/;
const themeLine = /^theme:[ \t]*(["']?)(.*?)\1[ \t]*$/m;

/** The theme that the front matter names; empty if it names none. */
export function themeOf(text: string): string {
  const [matter = ''] = frontMatter.exec(text) ?? [];
  return themeLine.exec(matter)?.[2] ?? '';
}

/** The change that writes a theme into the front matter of a deck. */
export function chooseTheme(text: string, theme: string): TextChange {
  const [matter] = frontMatter.exec(text) ?? [];
  if (matter === undefined) return { from: 0, to: 0, insert: `---\ntheme: ${theme}\n---\n\n` };
  const line = themeLine.exec(matter);
  if (!line) return { from: 4, to: 4, insert: `theme: ${theme}\n` };
  return { from: line.index, to: line.index + line[0].length, insert: `theme: ${theme}` };
}
