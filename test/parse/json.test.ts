import { expect, test } from 'vitest';
import { JsonError, type JsonNode, parseJson } from '../../src/2-parse/chart/sheet/json.ts';

/** What JSON's own parser makes of the same text. */
function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'array':
      return node.items.map(plain);
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
    case 'string':
      return node.text;
    default:
      return JSON.parse(node.text);
  }
}

function errorOf(text: string): string {
  try {
    parseJson(text, 100);
  } catch (error) {
    if (error instanceof JsonError) return `${error.offset}: ${error.message}`;
    throw error;
  }
  return 'none';
}

test.each([
  '[]',
  ' { } ',
  '[{"a": 1, "b": [true, false, null]}, "x"]',
  '[-0, 1.5, 1e3, 1E-2, 12345678901234567890]',
  '"\\"\\\\\\/\\b\\n\\u00e4\\ud83c\\udf89 ä 🎉"',
])('%s is read as by JSON.parse', (text) => {
  expect(plain(parseJson(text, 100))).toEqual(JSON.parse(text));
});

test.each([
  ['', '0: invalid JSON: unexpected end'],
  ['[1, 2', '5: invalid JSON: unexpected end'],
  ['[1 2]', '3: invalid JSON: expected "," or "]"'],
  ['{"a": 1,}', '8: invalid JSON: expected a property name in double quotes'],
  ['{"a" 1}', '5: invalid JSON: expected ":"'],
  ["{'a': 1}", '1: invalid JSON: unexpected character'],
  ['[01]', '1: invalid JSON: unexpected character'],
  ['[1,\n.5]', '4: invalid JSON: unexpected character'],
  ['["a\nb"]', '1: invalid JSON: unexpected character'],
  ['["\\x"]', '1: invalid JSON: invalid escape sequence'],
  ['[] []', '3: invalid JSON: unexpected text after the end'],
  ['['.repeat(30), '21: invalid JSON: nested too deeply'],
])('%s has its error at its position', (text, message) => {
  expect(errorOf(text)).toBe(message);
  expect(() => JSON.parse(text)).toThrow();
});

test('values are counted', () => {
  expect(errorOf(`[${'1,'.repeat(100)}1]`)).toBe('199: more than 100 values');
});

test('a name that objects have of their own is a name', () => {
  const node = parseJson('{"__proto__": 1, "constructor": 2}', 10);
  expect(node.kind === 'object' && node.members.map(({ key }) => key)).toEqual([
    '__proto__',
    'constructor',
  ]);
});
