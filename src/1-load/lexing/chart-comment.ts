import type { Tokens } from 'marked';
import type { BlockToken } from './nest-tokens.ts';

/** Whether a token is a comment such as `<!-- chart: bar -->`, which turns the table below into a chart. */
export function isChartComment(token: BlockToken): token is Tokens.HTML {
  return token.type === 'html' && findChartComment(token.raw) !== undefined;
}

interface ChartComment {
  /** The text after `chart:` on the same line: `bar "Title"`. */
  readonly info: string;
  readonly infoStart: number;
  /** The lines below it. */
  readonly yaml: string;
  readonly yamlStart: number;
}

/** @returns offsets into the comment */
export function findChartComment(raw: string): ChartComment | undefined {
  const match = /^( {0,3}<!--\s*chart[ \t]*:)([^\n]*?)(\n[\s\S]*?)?-->\s*$/.exec(raw);
  if (!match) return undefined;
  const [, lead = '', info = '', yaml = ''] = match;
  const yamlStart = lead.length + info.length;
  return { info, infoStart: lead.length, yaml, yamlStart };
}
