import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { packageRoot } from '../../src/base/files/package-root.ts';

const require = createRequire(import.meta.url);
const own = 'markdown.lectern.injection';
/** VS Code's own grammars, and that of the extension. */
const files: Readonly<Record<string, string>> = {
  'text.html.markdown': require.resolve('tm-grammars/grammars/markdown.json'),
  'source.yaml': require.resolve('tm-grammars/grammars/yaml.json'),
  [own]: path.join(packageRoot, 'editors/vscode/syntaxes/lectern.injection.json'),
};

let grammar: IGrammar | null = null;

beforeAll(async () => {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(new Uint8Array(wasm).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    getInjections: (scope) => (scope === 'text.html.markdown' ? [own] : []),
    loadGrammar: async (scope) => {
      const file = files[scope];
      if (file === undefined) return null;
      const raw = JSON.parse(readFileSync(file, 'utf8'));
      return parseRawGrammar(JSON.stringify({ ...raw, scopeName: scope }), `${scope}.json`);
    },
  });
  grammar = await registry.loadGrammar('text.html.markdown');
});

/** The scopes of the first token with this text, without that of the whole text. */
function scopesOf(token: string, text: string): string {
  let stack = INITIAL;
  let found: string | undefined;
  for (const line of text.split('\n')) {
    const result = grammar?.tokenizeLine(line, stack);
    if (!result) break;
    stack = result.ruleStack;
    const place = result.tokens.find(
      ({ startIndex, endIndex }) => line.slice(startIndex, endIndex) === token,
    );
    found ??= place?.scopes.slice(1).join(' ');
  }
  return found ?? `no token "${token}"`;
}

/** The scopes of the line with this text, joined: whatever it is divided into. */
function scopesOfLine(content: string, text: string): string {
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar?.tokenizeLine(line, stack);
    if (!result) break;
    if (line === content) return result.tokens.flatMap(({ scopes }) => scopes).join(' ');
    stack = result.ruleStack;
  }
  return `no line "${content}"`;
}

test('front matter is YAML up to its end, also after a blank line', () => {
  const text = '---\ntitle: Talk\n\ntheme: ink\n---\n\n# Heading\n';
  for (const line of ['title: Talk', 'theme: ink']) {
    expect(scopesOfLine(line, text)).toContain('meta.embedded.block.lectern.yaml');
    expect(scopesOfLine(line, text)).toContain('entity.name.tag.yaml');
  }
  expect(scopesOf('---', text)).toBe('punctuation.definition.settings.lectern');
  expect(scopesOf('Heading', text)).toContain('entity.name.section.markdown');
});

test('settings follow a break; text does not', () => {
  const text = '# One\n\n---\nlayout: center\nclass: big\n---\n\n## Two\n\n--\n\nkey: none\n';
  expect(scopesOf('---', text)).toBe('punctuation.definition.settings.lectern');
  expect(scopesOfLine('class: big', text)).toContain('meta.embedded.block.lectern.yaml');
  expect(scopesOf('Two', text)).toContain('entity.name.section.markdown');
  expect(scopesOf('--', text)).toBe('punctuation.definition.settings.lectern');
  expect(scopesOfLine('key: none', text)).not.toContain('yaml');
});

test('dashes below a line make it a heading, and those in code are code', () => {
  expect(scopesOfLine('---', 'Heading\n---\n')).toContain('markup.heading.setext.2');
  const code = '```js\n---\nlayout: center\n---\n::left::\n```\n';
  for (const line of ['---', '::left::']) {
    expect(scopesOfLine(line, code)).not.toContain('lectern');
  }
});

test('a chart has settings and data, and ends with its fence', () => {
  const text = '```chart bar "Title" {.wide}\nx: year\n\nyear,apples\n2020,1.5\n```\n\n# After\n';
  expect(scopesOf('chart', text)).toContain('keyword.control.lectern');
  expect(scopesOf(' bar "Title" {.wide}', text)).toContain('string.unquoted.lectern');
  expect(scopesOf('x', text)).toContain('entity.name.tag.yaml');
  expect(scopesOf('1.5', text)).toContain('constant.numeric.lectern');
  expect(scopesOf('After', text)).toContain('entity.name.section.markdown');
  expect(scopesOfLine('```charts', '```charts\na\n```')).not.toContain('lectern');
});

test.for([
  ['```mermaid', 'flowchart LR', '  a --> b["x"]', '```'],
  ['~~~ dot', 'digraph { a -> b [label="x"] }', '~~~'],
])('a diagram has keywords, arrows and texts: %s', (lines) => {
  const text = lines.join('\n');
  const [, language = ''] = /(\w+)$/.exec(lines[0] ?? '') ?? [];
  expect(scopesOf(language, text)).toContain('keyword.control.lectern');
  expect(scopesOf(language === 'dot' ? '->' : '-->', text)).toContain('keyword.operator.lectern');
  expect(scopesOf('"x"', text)).toContain('string.quoted.double.lectern');
});

test('blocks and slots have names, also directly below text', () => {
  const text = '::left::\n\n::: callout warning\nText\n:::\n';
  expect(scopesOf('left', text)).toBe('keyword.control.slot.lectern');
  expect(scopesOf('callout', text)).toBe('keyword.control.container.lectern');
  expect(scopesOfLine(':::', text)).toContain('punctuation.definition.container.lectern');
  expect(scopesOfLine('Text', text)).not.toContain('lectern');
});
