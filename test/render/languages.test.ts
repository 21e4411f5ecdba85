import hljs from 'highlight.js';
import { expect, test } from 'vitest';
import { languageModule, languageNames } from '../../src/3-resolve/code/languages.ts';

test('the table of languages is that of highlight.js', () => {
  const known = hljs.listLanguages().flatMap((module) => {
    const names = [module, ...(hljs.getLanguage(module)?.aliases ?? [])];
    return names.map((name) => name.toLowerCase());
  });
  expect([...new Set(languageNames())].sort()).toEqual([...new Set(known)].sort());
});

test('a name leads to a module that has it', () => {
  const wrong = [...languageNames()].filter((name) => {
    const module = languageModule(name) ?? '';
    const aliases = hljs.getLanguage(module)?.aliases ?? [];
    return ![module, ...aliases].some((known) => known.toLowerCase() === name);
  });
  expect(wrong).toEqual([]);
});

test('names of JavaScript’s own are no languages', () => {
  expect(['__proto__', 'constructor', 'toString'].map(languageModule)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
