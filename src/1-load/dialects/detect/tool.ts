/** The tools whose decks are told apart from Lectern's. */
export type Tool = 'marp' | 'slidev' | 'reveal' | 'quarto' | 'pandoc';

/** Their names as people write them. */
export const toolNames: Readonly<Record<Tool, string>> = {
  marp: 'Marp',
  slidev: 'Slidev',
  reveal: 'reveal.js',
  quarto: 'Quarto',
  pandoc: 'Pandoc',
};

/** A tool, and what shows that a deck was written for it. */
export interface Evidence {
  readonly tool: Tool | 'lectern';
  /** As in `because of …`. */
  readonly reason: string;
}
