/** How a format writes the elements of notes. Inline elements are single lines, except for line breaks. */
export interface NotesSyntax {
  text(text: string): string;
  emphasis(content: string): string;
  strong(content: string): string;
  strike(content: string): string;
  subscript(content: string): string;
  superscript(content: string): string;
  highlight(content: string): string;
  code(text: string): string;
  link(content: string, href: string): string;
  math(tex: string): string;
  /** The alternative text of an image, video or audio. */
  image(alt: string): string;
  readonly lineBreak: string;
  footnoteReference(number: string): string;

  /** @param indent by which the paragraph will be indented */
  paragraph(content: string, indent: number): string;
  heading(level: number, content: string): string;
  codeBlock(text: string, language: string): string;
  formula(tex: string): string;
  /**
   * @param type its name in Markdown: `note`
   * @param label its title, localized or the author's own
   * @param isOwn whether the title is the author's own
   */
  callout(type: string, label: string, blocks: string, isOwn: boolean): string;
  /** @param lines the lines of its definitions */
  definition(term: string, definitions: readonly string[]): string;
  table(header: readonly string[], rows: readonly (readonly string[])[]): string;
  footnote(number: string, content: string): string;
  readonly rule: string;
}
