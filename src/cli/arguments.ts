import { parseArgs } from 'node:util';
import { suggest } from '../base/diagnostics/suggest.ts';
import { ownValue } from '../base/own-value.ts';
import { UnknownOptionError, UsageError } from './usage-error.ts';

interface Option {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** Values that a boolean option may have, as in `--fetch-remote=update`. */
  readonly values?: readonly string[];
  /** The name of the value in the help: `DIR`. */
  readonly value?: string;
  /** Whether the value may be `-`, the standard output. */
  readonly canBeDash?: true;
  /** One line for the help. */
  readonly help: string;
}

export type OptionTable = Readonly<Record<string, Option>>;

interface Arguments<Options extends OptionTable> {
  readonly options: {
    readonly [Name in keyof Options]?: Options[Name]['type'] extends 'string'
      ? string
      : boolean | (Options[Name] extends { values: readonly (infer Value)[] } ? Value : never);
  };
  /** Arguments that are not options, such as decks. */
  readonly operands: readonly string[];
}

/**
 * Parses the arguments of a command.
 *
 * @throws {UsageError} for an unknown option, and a missing or unexpected value
 */
export function parseArguments<Options extends OptionTable>(
  table: Options,
  argv: readonly string[],
): Arguments<Options> {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: table,
    allowPositionals: true,
    // Checked below, with suggestions.
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option') checkOption(table, token);
  }
  return { options: values as Arguments<Options>['options'], operands: positionals };
}

interface OptionToken {
  readonly name: string;
  /** As written: `--name` or `-n`. */
  readonly rawName: string;
  readonly value: string | undefined;
  /** The value follows an equals sign. */
  readonly inlineValue: boolean | undefined;
}

function checkOption(table: OptionTable, { name, rawName, value, inlineValue }: OptionToken): void {
  const option = ownValue(table, name);
  if (option === undefined) {
    const names = Object.keys(table).map((known) => `--${known}`);
    throw new UnknownOptionError(name, `unknown option "${rawName}"`, suggest(rawName, names));
  }
  if (option.type === 'boolean' && value !== undefined && !option.values?.includes(value)) {
    const [known] = option.values ?? [];
    if (known === undefined) throw new UsageError(`${rawName} takes no value`);
    throw new UsageError(`${rawName} takes no value but "${known}"`, `as in ${rawName}=${known}`);
  }
  const isDash = value === '-' && option.canBeDash;
  const isNextOption = !inlineValue && value?.startsWith('-') && !isDash;
  if (option.type === 'string' && (!value || isNextOption)) {
    throw new UsageError(`${rawName} needs a value`, `as in ${rawName} ${option.value}`);
  }
}
