import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { type Block, blocks, placeOf } from './pages.ts';

/** What an example becomes: files of a project in which `slides/deck.md` is built. */
type Example = (text: string) => Readonly<Record<string, string>>;

/**
 * The examples, by language and the rest of the fence's line:
 *
 *     markdown         a deck
 *     yaml             the front matter of a deck
 *     yaml slide       the settings of a slide
 *     json config      the settings of a folder
 *     css              a theme
 *     csv, tsv, json   data of a bar chart
 *
 * Each is built, or checked, next to the files in `test/docs/project`, and must not cause any diagnostic.
 */
const kinds: Readonly<Record<string, Example>> = {
  markdown: (text) => ({ 'slides/deck.md': text }),
  yaml: (text) => ({ 'slides/deck.md': `---\n${text}---\n\n# Title\n\nText\n` }),
  'yaml slide': (text) => ({
    'slides/deck.md': `# Title\n\n---\n${text}---\n\n## Slide\n\nText\n`,
  }),
  'json config': (text) => ({
    'lectern.config.json': text,
    'slides/deck.md': '# Title\n\nText\n',
  }),
  css: (text) => ({
    'slides/deck.md': '---\ntheme: ./mine.css\n---\n\n# Title\n\nText\n',
    'slides/mine.css': text,
  }),
  csv: (text) => dataExample('csv', text),
  tsv: (text) => dataExample('tsv', text),
  json: (text) => dataExample('json', text),
};

function dataExample(extension: string, text: string): Readonly<Record<string, string>> {
  const file = `mine.${extension}`;
  return {
    'slides/deck.md': `## Data\n\n\`\`\`chart bar\ndata: ${file}\n\`\`\`\n`,
    [`slides/${file}`]: text,
  };
}

const project = path.join(packageRoot, 'test/docs/project');

function kindOf({ language, info }: Block): string {
  return `${language} ${info}`.trim();
}

const examples = blocks.filter((block) => Object.hasOwn(kinds, kindOf(block)));

describe('each example builds without a diagnostic:', () => {
  test.each(examples.map((block) => [placeOf(block), block] as const))('%s', async (_, block) => {
    const folder = temporaryFolder();
    cpSync(project, folder, { recursive: true });
    writeFiles(folder, kinds[kindOf(block)]?.(block.text) ?? {});
    const command = kindOf(block) === 'json config' ? ['check', '--no-browser'] : ['build'];
    const args = [...command, 'slides/deck.md', '--root', '.', '--strict', '--quiet'];
    const { errors } = await lectern(args, folder);
    expect(errors).toBe('');
  });
});

test('each block is an example, a command, an output, or of a kind that nothing can check', () => {
  const checked = [...Object.keys(kinds), 'sh', 'yaml workflow', 'js api', 'ts api'];
  // A page with `lectern/core` is built by test/core.
  checked.push('js core');
  // Settings of editors, which nothing here can check.
  checked.push('lua', 'toml', 'jsonc');
  const isChecked = (block: Block): boolean =>
    checked.includes(kindOf(block)) || /^(?:text|json) lectern /.test(kindOf(block));
  const others = blocks.filter((block) => !isChecked(block));
  expect(others.map((block) => `${placeOf(block)}: ${kindOf(block)}`)).toEqual([]);
});
