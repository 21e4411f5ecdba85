import type { NotesSyntax } from './syntax.ts';
import { prefixed } from './writer.ts';

/** Writes notes as Markdown that parses to the same notes. */
export const markdown: NotesSyntax = {
  text: escapeText,
  emphasis: (content) => `*${content}*`,
  strong: (content) => `**${content}**`,
  strike: (content) => `~~${content}~~`,
  subscript: (content) => (/\s/.test(content) ? `<sub>${content}</sub>` : `~${content}~`),
  superscript: (content) => (/\s/.test(content) ? `<sup>${content}</sup>` : `^${content}^`),
  highlight: (content) => `==${content}==`,
  code: writeCode,
  link: (content, href) => `[${content}](${destination(href)})`,
  math: (tex) => `$${plainTex(tex)}$`,
  image: (alt) => escapeText(`[${alt}]`),
  lineBreak: '\\\n',
  footnoteReference: (number) => `[^${number}]`,

  paragraph: (content) => content.split('\n').map(escapeStart).join('\n'),
  heading: (level, content) => `${'#'.repeat(level)} ${content}`,
  codeBlock: (text, language) => {
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}${language.replace(/[`\s]+/g, '')}\n${text}\n${fence}`;
  },
  formula: (tex) => `$$\n${plainTex(tex)}\n$$`,
  callout: (type, label, blocks, isOwn) =>
    prefixed('> ', `[!${type.toUpperCase()}]${isOwn ? ` ${label}` : ''}\n${blocks}`),
  definition: (term, definitions) =>
    [term, ...definitions.map((text) => `: ${text.replace(/\n(?=.)/g, '\n  ')}`)].join('\n'),
  table: (header, rows) => {
    const line = (cells: readonly string[]) =>
      `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\\?\n/g, ' ')).join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
  },
  footnote: (number, content) => `[^${number}]: ${content}`,
  rule: '* * *',
};

/** The address of a link or an image. It ends where the author's does. */
export function destination(address: string): string {
  const encoded = address.replace(/[<>\\\r\n]/g, encodeURIComponent);
  return /[\s()]/.test(encoded) ? `<${encoded}>` : encoded;
}

/** Where formulas are not known, no tag or link in them is read either. TeX ignores the spaces. */
function plainTex(tex: string): string {
  return tex.replace(/<(?=[a-z/!?])/gi, '< ').replace(/\](?=[(:])/g, '] ');
}

/** Escapes what Markdown would read as syntax. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\`*[\]<$]/g, '\\$&')
    .replace(/(?<!\w)_|_(?!\w)/g, '\\_')
    .replace(/[~^](?=\S)|=(?==)/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/:(?=[\w+-]+:)/g, '\\:');
}

/** Escapes what is syntax only at the start of a line. */
function escapeStart(line: string): string {
  return line.replace(/^(?:[#>+=-]|:(?=\s|::))/, '\\$&').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

function writeCode(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const space = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return fence + space + text + space + fence;
}

/** The length of the longest run of backticks. */
function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
