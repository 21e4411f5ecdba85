import { type Construct, fence, repeat } from './construct.ts';

function code(language: string, text: string): Construct {
  return {
    name: `code: ${language}`,
    count: 2000,
    write: (n) => `${fence}${language}\n${repeat(text, n)}${fence}\n`,
  };
}

export const languages: readonly Construct[] = [
  code('js', 'const a# = [1, "b", `c`];\n'),
  code('js', '/'),
  code('js', '('),
  code('python', 'def f#(a): return "x"\n'),
  code('html', '<p class="a">b</p>\n'),
  code('html', '<'),
  code('css', 'a { color: red }\n'),
  code('bash', 'echo "$a" | grep b\n'),
  code('markdown', '*a [b](c) '),
  code('cpp', 'template<class T> int f(T a = {1});\n'),
  code('cpp', 'a<'),
  code('diff', '+ a\n- b\n'),
  code('text', 'a very long line '),
  code('latex', '\\a{'),
  code('sql', 'select a from b;\n'),
  code('yaml', 'a#: b\n'),
  code('php', '<?php $a = "b"; ?>\n'),
  code('perl', 'm{a'),
  code('swift', 'a('),
];
