import type { Code } from '../../model/blocks.ts';
import { languageModule } from './languages.ts';

/** Code in the language of a module of highlight.js. */
export interface Sample {
  readonly module: string;
  readonly text: string;
}

const plain = new Set([
  '',
  'text',
  'txt',
  'plain',
  'plaintext',
  'none',
  'mermaid',
  'dot',
  'graphviz',
]);

/** Whether a block has no language, or one without colors. */
export function isPlainText({ language }: Code): boolean {
  return plain.has(language);
}

/** The modules of highlight.js for some code, those of languages in other languages included. */
export function modulesOf(blocks: readonly Code[]): readonly string[] {
  const samples = blocks.flatMap((block): readonly Sample[] => {
    const module = isPlainText(block) ? undefined : languageModule(block.language);
    return module === undefined ? [] : [{ module, text: block.text }];
  });
  return modulesOfSamples(samples);
}

export function modulesOfSamples(samples: readonly Sample[]): readonly string[] {
  return [...new Set(samples.flatMap((each) => [each.module, ...guestsIn(each)]))];
}

/** Languages that are embedded in others. */
const guests: ReadonlyMap<string, readonly string[]> = new Map([
  ['xml', ['css', 'javascript']],
  ['markdown', ['xml']],
  ['php', ['xml']],
  ['vue', ['xml', 'css', 'javascript']],
  ['handlebars', ['xml']],
  ['http', ['json', 'xml']],
  ['typescript', ['css', 'graphql', 'xml']],
  ['javascript', ['css', 'graphql', 'xml']],
]);

/** The start of embedded code in a script: JSX, or a template such as css`…`. */
const guestMark = /<\/|\/>|<>|(?:css|gql|html)`/;

function guestsIn({ module, text }: Sample): readonly string[] {
  const isScript = module === 'javascript' || module === 'typescript';
  return isScript && !guestMark.test(text) ? [] : (guests.get(module) ?? []);
}
