import { type Construct, repeat } from './construct.ts';

function styleSheet(name: string, write: (count: number) => string, count = 5000): Construct {
  return {
    name,
    count,
    write: (n) => ({ 'deck.md': '---\nstyles: a.css\n---\n\n# Deck\n', 'a.css': write(n) }),
  };
}

export const css: readonly Construct[] = [
  styleSheet('rules', (n) => repeat('.a# { color: red }\n', n)),
  styleSheet('declarations', (n) => `.a { ${repeat('--a#: red; ', n)} }`),
  styleSheet('selectors', (n) => `${repeat('.a#, ', n)} .b { color: red }`),
  styleSheet('nested rules', (n) => 'a{'.repeat(n) + '}'.repeat(n)),
  styleSheet('unclosed rules', (n) => 'a{'.repeat(n)),
  styleSheet('nested @media', (n) => '@media print{'.repeat(n) + '}'.repeat(n)),
  styleSheet('open parentheses', (n) => `a { width: ${'calc('.repeat(n)} }`),
  styleSheet('open brackets', (n) => `a${'['.repeat(n)} { color: red }`),
  styleSheet('nested :is()', (n) => `${':is('.repeat(n)}a${')'.repeat(n)} { color: red }`),
  styleSheet('braces that close nothing', (n) => '}'.repeat(n)),
  styleSheet('comments', (n) => '/* a */'.repeat(n)),
  styleSheet(
    'variables of variables',
    (n) =>
      `:root { --a0: red; ${Array.from({ length: n }, (_, i) => `--a${i + 1}: var(--a${i}); `).join('')} }`,
  ),
  styleSheet(
    'doubling variables',
    (n) =>
      `:root { --a0: red; ${Array.from({ length: Math.min(n, 60) }, (_, i) => `--a${i + 1}: var(--a${i}) var(--a${i}); `).join('')} } p { color: var(--a59) }`,
  ),
  styleSheet('imports of nothing', (n) => repeat('@import "x#.css";\n', n), 500),
  styleSheet('addresses', (n) => repeat('.a# { background: url(x#.png) }\n', n), 500),
  styleSheet('strings', (n) => `a::before { content: "${'x'.repeat(n)}" }`, 50_000),
  styleSheet('escapes', (n) => `a::before { content: "${'\\41 '.repeat(n)}" }`),
  styleSheet('keyframes', (n) => repeat('@keyframes k# { from { top: 0 } }\n', n), 2000),
  styleSheet(
    '@font-face',
    (n) => repeat('@font-face { font-family: F#; src: local(x) }\n', n),
    500,
  ),
  {
    name: 'imports that double',
    count: 4,
    write: (n) =>
      Object.fromEntries([
        ['deck.md', '---\nstyles: a0.css\n---\n\n# Deck\n'],
        ...Array.from({ length: n }, (_, i) => [
          `a${i}.css`,
          `@import "a${i + 1}.css";\n@import "a${i + 1}.css";\n`,
        ]),
        [`a${n}.css`, 'p { color: red }'],
      ]),
  },
  {
    name: 'a chain of imports',
    count: 250,
    write: (n) =>
      Object.fromEntries([
        ['deck.md', '---\nstyles: a0.css\n---\n\n# Deck\n'],
        ...Array.from({ length: n }, (_, i) => [`a${i}.css`, `@import "a${i + 1}.css";\n`]),
        [`a${n}.css`, 'p { color: red }'],
      ]),
  },
];
