import type { TextEdits } from '../../text-edits.ts';

/** Reports a command of TeX that is left out. */
export type Dropped = (at: number, length: number, command: string) => void;

/** Reports only the first command that is left out. */
export function namingOnce(report: (at: number, length: number, message: string) => void): Dropped {
  let isNamed = false;
  return (at, length, command) => {
    if (isNamed) return;
    isNamed = true;
    const message = `commands of TeX such as "${command}" are only for LaTeX: slides leave them out`;
    report(at, length, message);
  };
}

/** The pattern of the names of environments that are formulas. */
export const formulaEnvironment = String.raw`(?:equation|align|gather|multline|eqnarray|alignat|flalign|dmath)\*?|math|displaymath`;
const formula = new RegExp(`^(?:${formulaEnvironment})$`);

/** Signs around the text of a command that has a counterpart. */
const signs: ReadonlyMap<string, readonly [before: string, after: string]> = new Map<
  string,
  readonly [string, string]
>([
  ['textbf', ['**', '**']],
  ['emph', ['*', '*']],
  ['textit', ['*', '*']],
  ['texttt', ['<code>', '</code>']],
  ['underline', ['[', ']{style="text-decoration: underline"}']],
  ...['text', 'textrm', 'textsf', 'textsc', 'mbox'].map((name) => [name, ['', '']] as const),
]);

/**
 * Translates what a backslash begins: an environment or a command of TeX. As in Pandoc, an environment of formulas
 * is one, and slides leave out others; of commands for how text looks, the text stays.
 *
 * @param end of the paragraph
 * @returns where it ends; `undefined` if there is none
 */
export function translateTex(
  edits: TextEdits,
  at: number,
  end: number,
  dropped: Dropped,
): number | undefined {
  const text = edits.author.text.slice(at, end);
  const [command, name = ''] = /^\\([A-Za-z]+)\*?/.exec(text) ?? [];
  if (command === undefined) return undefined;
  const environment = /^\\begin\{(\w+\*?)\}[\s\S]*?\\end\{\1\}/.exec(text);
  if (environment) {
    const [whole, kind = ''] = environment;
    if (formula.test(kind)) {
      edits.insert(at, '$$');
      edits.insert(at + whole.length, '$$');
      return at + whole.length;
    }
    return drop(`\\begin{${kind}}`, whole);
  }
  const [list = ''] =
    /^(?:\[[^[\]\n]*\]|\{(?:\\.|[^{}\\]|\{(?:\\.|[^{}\\])*\})*\})*/.exec(
      text.slice(command.length),
    ) ?? [];
  const whole = command + list;
  const color = /^\{([A-Za-z]+)\}(?=\{)/.exec(list);
  const isColored = name === 'textcolor' && color !== null;
  const around = isColored
    ? (['[', `]{style="color: ${color[1]?.toLowerCase()}"}`] as const)
    : signs.get(name);
  const lead = command.length + (isColored ? color[0].length : 0);
  if (around && text[lead] === '{') {
    const [before, after] = around;
    edits.replace(at, at + lead + 1, before);
    edits.replace(at + whole.length - 1, at + whole.length, after);
    return at + lead + 1;
  }
  return drop(command, list === '' ? command + spaces(text, command) : whole);

  function drop(shown: string, part: string): number {
    dropped(at, shown.length, shown);
    edits.remove(at, at + part.length);
    return at + part.length;
  }
}

function spaces(text: string, command: string): string {
  return /^[ \t]*/.exec(text.slice(command.length))?.[0] ?? '';
}
