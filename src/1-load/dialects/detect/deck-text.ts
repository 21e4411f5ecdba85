import { withoutCode } from '../../../base/text/without-code.ts';
import { isDeckKey } from '../../../base/yaml/keys.ts';

/** A deck's text, taken apart for telling which tool it was written for. */
export interface DeckText {
  /** The file's ending, in lower case: `.md`. */
  readonly ending: string;
  /** The front matter, without the lines around it; empty if there is none. */
  readonly matter: string;
  /** The keys at its top level. */
  readonly keys: ReadonlySet<string>;
  /** Whether `...` closes it. */
  readonly hasDots: boolean;
  readonly body: string;
  /** The body, with code blank, also within lines. */
  readonly prose: string;
}

/** From the first line on, or below blank lines and comments, as Pandoc takes it. */
export const frontMatter =
  /^(?:\s*<!--(?:(?!-->)[\s\S])*-->)*\s*---[ \t]*\n(?:([\s\S]*?)\n)?(---|\.\.\.)[ \t]*(?:\n|$)/d;

const codeSpan = /(?<!`)(`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?[^`]\1(?!`)/g;

/** Only so much of a long text is looked at. */
const maxLength = 2_000_000;

export function takeApart(name: string, whole: string): DeckText {
  const text = whole.slice(0, maxLength);
  const found = frontMatter.exec(text);
  const [raw = '', matter = '', end] = found ?? [];
  const body = text.slice(raw.length);
  const keys = [...matter.matchAll(/^["']?([A-Za-z_][\w-]*)["']?[ \t]*:/gm)];
  let prose: string | undefined;
  return {
    ending: /\.\w+$/.exec(name)?.[0].toLowerCase() ?? '',
    matter,
    keys: new Set(keys.map(([, key = '']) => key)),
    hasDots: matter !== '' && end === '...',
    body,
    // Most decks are told by their front matter: then this is not needed.
    get prose() {
      prose ??= withoutCode(body).replace(codeSpan, (code) => code.replace(/[^\n]/g, ' '));
      return prose;
    },
  };
}

/** Keys that only Lectern's front matter has. */
export const ownKeys: readonly string[] = [
  'split',
  'vars',
  'macros',
  'numbers',
  'colors',
  'styles',
  'scripts',
  'ratio',
  'smart',
  'autoLayout',
  'headingLevels',
  'dialect',
].filter(isDeckKey);
