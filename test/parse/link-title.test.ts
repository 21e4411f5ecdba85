import { Lexer } from 'marked';
import { expect, test } from 'vitest';
import { AttributeTokenizer } from '../../src/1-load/lexing/tokenizer.ts';

function titleOf(text: string): string | null | undefined {
  const options = { tokenizer: new AttributeTokenizer() };
  const [token] = Lexer.lexInline(text, options);
  return token?.type === 'link' || token?.type === 'image' ? (token.title ?? null) : undefined;
}

test.each([
  ['[link](url ((title))', undefined],
  ['![image](url ((title))', undefined],
  ['[link](url (a(b))', undefined],
  ['[link](url (title))', 'title'],
  [String.raw`[link](url (a\(b))`, 'a(b'],
  [String.raw`[link](url (\(title\)))`, '(title)'],
  ['[link (a b](url (title))', 'title'],
  ['[link](a(b) (title))', 'title'],
  ['[link](url "((title")', '((title'],
  ['[link](a(b))', null],
])('a title in parentheses contains no others: %s', (text, title) => {
  expect(titleOf(text)).toBe(title);
});
