import { expect, test } from 'vitest';
import { JsonFault, type JsonNode, parseJson } from '../../src/2-parse/chart/sheet/json.ts';

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

function faultOf(text: string): string {
  try {
    parseJson(text, 100);
  } catch (error) {
    if (error instanceof JsonFault) return `${error.offset}: ${error.message}`;
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
  ['', '0: broken JSON: it ends too soon'],
  ['[1, 2', '5: broken JSON: it ends too soon'],
  ['[1 2]', '3: broken JSON: a "," or "]" is needed'],
  ['{"a": 1,}', '8: broken JSON: a name in double quotes is needed'],
  ['{"a" 1}', '5: broken JSON: a ":" is needed'],
  ["{'a': 1}", '1: broken JSON: no value, name or mark'],
  ['[01]', '1: broken JSON: no value, name or mark'],
  ['[1,\n.5]', '4: broken JSON: no value, name or mark'],
  ['["a\nb"]', '1: broken JSON: no value, name or mark'],
  ['["\\x"]', '1: broken JSON: this text has an escape that is none'],
  ['[] []', '3: broken JSON: something stands behind the end'],
  ['['.repeat(30), '21: broken JSON: nested too deep'],
])('%s has its fault at its place', (text, fault) => {
  expect(faultOf(text)).toBe(fault);
  expect(() => JSON.parse(text)).toThrow();
});

test('values are counted', () => {
  expect(faultOf(`[${'1,'.repeat(100)}1]`)).toBe('199: more than 100 values');
});

test('a name that objects have of their own is a name', () => {
  const node = parseJson('{"__proto__": 1, "constructor": 2}', 10);
  expect(node.kind === 'object' && node.members.map(({ key }) => key)).toEqual([
    '__proto__',
    'constructor',
  ]);
});
