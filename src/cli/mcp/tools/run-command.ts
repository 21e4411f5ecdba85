import type { Command } from '../../command.ts';
import type { Session } from '../session.ts';
import type { Answer } from '../tool.ts';
import { ToolError } from '../tool-error.ts';

/** Runs a command with `--json` in the project folder, with all that it refuses. */
export async function runCommand(
  command: Command,
  argv: readonly string[],
  session: Session,
): Promise<Answer> {
  let [output, errors] = ['', ''];
  const { root } = session.project;
  const terminal = {
    cwd: root,
    colors: false,
    debug: false,
    print: (text: string) => {
      output += text;
    },
    printError: (text: string) => {
      errors += text;
    },
  };
  const exitCode = await command.run(
    [...argv, '--root', root, '--json'],
    terminal,
    async () => session.buildPage,
  );
  if (output === '') throw new ToolError(errors);
  const data = JSON.parse(output) as object;
  return { data: { done: exitCode === 0, ...data } };
}
