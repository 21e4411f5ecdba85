import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { findFrontMatter } from '../src/1-load/find-front-matter.ts';
import { Report } from '../src/base/diagnostics/report.ts';
import { packageRoot } from '../src/base/files/package-root.ts';
import { spanAt } from '../src/base/span.ts';
import { readKeys } from '../src/base/yaml/schema.ts';
import { parseYaml } from '../src/base/yaml/yaml.ts';
import { readersOf, schemaNames } from '../src/schema/schemas.ts';
import { lectern } from './support/lectern.ts';

/** What `lectern schema` prints, as a validator. */
async function validator(name: string) {
  const { output } = await lectern(['schema', name], packageRoot);
  return new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false }).compile(
    JSON.parse(output),
  );
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(path.join(packageRoot, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
    .map((name) => path.join(packageRoot, folder, name))
    .sort();
}

/** The front matter of a file as editors read it. */
function frontMatterOf(file: string): unknown {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const range = findFrontMatter({ path: file, realPath: file, text }, new Report());
  return range && parse(text.slice(range.start, range.end), { schema: 'core' });
}

const shipped = ['slides', 'src/templates', 'test/looks', 'test/language'].flatMap(filesIn);
const decks = shipped.flatMap((file) => {
  const values = frontMatterOf(file);
  return values ? [{ file: path.relative(packageRoot, file), values }] : [];
});

test('the front matter of each deck that is shipped is valid', async () => {
  const validate = await validator('front-matter');
  const invalid = decks.flatMap(({ file, values }) =>
    validate(values) ? [] : [{ file, errors: validate.errors }],
  );
  expect(invalid).toEqual([]);
  expect(decks.length).toBeGreaterThan(30);
});

/** What the checks report of these values. */
function reported(name: (typeof schemaNames)[number], values: object): readonly string[] {
  const report = new Report();
  const text = stringify(values);
  const file = { path: 'a.md', realPath: '/a.md', text };
  const entries = parseYaml(text, (at, length) => spanAt(file, at, length), report) ?? [];
  readKeys(entries, readersOf(name, report), report);
  return report.diagnostics.map(({ message }) => message);
}

const values: readonly unknown[] = [
  ...[true, false, null, 0, 1, 2.5, 7, 90, 5000, '', 'n', 'n/total', 'en', 'pt-BR', 'none', 'x y'],
  ...['16:9', '4 / 3', '1280x720', 'fade', 'slide-in zoom-out', '20m', '3-20', 'd.m.y', 'tab'],
  ...['#0b5cad', 'teal', 'linear-gradient(red, blue)', 'cover', '50% 20%', 'left 40%', 'utf-8'],
  ...['https://example.org/a.png', 'h2 { color: red }', 'a.png', '.', 'log', 'auto', 'asc'],
  ...[['a'], ['#fff', '#000'], [1, 2], [['a']], { a: 'b' }, { text: 'a.woff2' }, { x: 'log' }],
  ...[{ max: 2000 }, { template: 'a.potx' }, { contrast: 'off' }, { ignore: ['https://*'] }],
];

describe.each(schemaNames)('the schema "%s"', (name) => {
  test('has the keys that the checks read, each with what the manual says of it', async () => {
    const { output } = await lectern(['schema', name], packageRoot);
    const { properties } = JSON.parse(output) as { properties: Record<string, object> };
    expect(Object.keys(properties)).toEqual(Object.keys(readersOf(name, new Report())));
    for (const schema of Object.values(properties)) expect(schema).toHaveProperty('description');
  });

  test('accepts what the checks accept', async () => {
    const validate = await validator(name);
    const narrow = Object.keys(readersOf(name, new Report())).flatMap((key) =>
      values
        .map((value) => ({ [key]: value }))
        .filter((each) => reported(name, each).length === 0 && !validate(each)),
    );
    expect(narrow).toEqual([]);
  });
});

test.each([
  ['front-matter', { titel: 'Talk' }],
  ['front-matter', { ratio: 'wide' }],
  ['front-matter', { size: '1280' }],
  ['front-matter', { transition: 'fly' }],
  ['front-matter', { fit: true }],
  ['front-matter', { numbers: 'all' }],
  ['front-matter', { incremental: 'yes' }],
  ['front-matter', { split: 7 }],
  ['front-matter', { time: 'soon' }],
  ['front-matter', { image: 'preview.png' }],
  ['front-matter', { lang: 'English, please' }],
  ['front-matter', { images: { quality: 200 } }],
  ['front-matter', { images: { size: 20 } }],
  ['front-matter', { fonts: { serif: 'a.woff2' } }],
  ['front-matter', { check: { contrast: 'loud' } }],
  ['front-matter', { vars: ['a'] }],
  ['front-matter', { colors: ['#fff', '#000', '#888'] }],
  ['slide', { layout: 'three-columns' }],
  ['slide', { theme: 'ink' }],
  ['slide', { id: 'two words' }],
  ['slide', { backgroundOpacity: 2 }],
  ['slide', { backgroundSide: 'middle' }],
  ['slide', { autoAnimate: 'sometimes' }],
  ['chart', { stacked: 'yes' }],
  ['chart', { limit: 0 }],
  ['chart', { rows: 'all' }],
  ['chart', { scale: 'square' }],
  ['chart', { decimal: ';' }],
  ['chart', { colour: 'red' }],
  ['config', { dialect: 'keynote' }],
  ['config', { links: { skip: [] } }],
] as const)('%s: %o is rejected by the checks and by the schema', async (name, bad) => {
  const validate = await validator(name);
  expect(validate(bad)).toBe(false);
  expect(reported(name, bad)).not.toEqual([]);
});

test('an unknown name of a schema is an error', async () => {
  const { exitCode, errors } = await lectern(['schema', 'slides'], packageRoot);
  expect({ exitCode, errors }).toEqual({
    exitCode: 2,
    errors: 'lectern: there is no schema "slides"\n  did you mean "slide"?\n',
  });
});
