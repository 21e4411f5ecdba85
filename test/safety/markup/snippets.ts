/** Pieces of HTML that parsers and filters have disagreed on. */
const names =
  `a abbr annotation-xml b base button caption col desc details dialog div dl dt em embed font foreignObject form
  frameset g h2 hr html i iframe image img input li link listing malignmark marquee math menu meta mglyph mi mo
  mtext noembed noframes noscript object ol option p param path plaintext pre ruby rt script section select
  semantics source style svg table tbody td template textarea tfoot th thead title tr track ul use video wbr x-y
  xmp`.split(/\s+/);
const attributes = [
  ...[
    'id=x',
    'class="fragment a"',
    'title="</textarea><img src=x onerror=hit()>"',
    "alt='--><script>hit()</script>'",
  ],
  ...[
    'onclick=hit()',
    'ONLOAD="hit()"',
    'href="javascript:hit()"',
    'href="java\tscript:hit()"',
    'href=#x',
  ],
  ...[
    'src=x',
    'src="data:text/html,x"',
    'srcset="x 2x"',
    'style="background:u\\72l(http://x.test/)"',
    'style=color:red',
  ],
  ...[
    'xlink:href="http://x.test/#a"',
    'fill="url(http://x.test/)"',
    'attributeName=href',
    'to="javascript:hit()"',
  ],
  ...[
    'encoding="text/html"',
    'http-equiv=refresh',
    'content="0;url=http://x.test/"',
    'name=querySelector',
    'target=top',
  ],
  ...[
    'srcdoc="<script>hit()</script>"',
    'formaction="javascript:hit()"',
    '<b',
    '"',
    "a'b",
    'is=x-y',
    'ping=http://x.test',
  ],
];
const texts = [
  ...[
    'text',
    '&lt;img src=x onerror=hit()&gt;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!-->',
    '<?x',
    '</',
    '<!doctype html>',
  ],
  ...[
    '<',
    '>',
    '&amp;',
    '&#x0;',
    '"',
    "'",
    '`',
    '\n',
    '\t',
    '</p>',
    '</br>',
    '</svg>',
    '</math>',
    '</title>',
    '</style>',
  ],
  ...[
    '</textarea>',
    '</select>',
    '</table>',
    '</section>',
    '</div>',
    '<a><a>',
    '\u2028',
    '\uFDD0asset 1\uFDD0',
    '=',
    '/',
  ],
];

/** Random HTML by a seed. */
export function* snippets(seed: number): Generator<string> {
  const random = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  for (;;) {
    let text = '';
    for (let left = 1 + Math.floor(random() * 9); left > 0; left--) {
      const kind = random();
      if (kind < 0.5) {
        const own = Array.from({ length: Math.floor(random() * 3) }, () => ` ${pick(attributes)}`);
        text += `<${pick(names)}${own.join('')}${random() < 0.1 ? '/' : ''}>`;
      } else if (kind < 0.72) text += `</${pick(names)}>`;
      else text += pick(texts);
    }
    yield text;
  }
}

/** Numbers from 0 to 1, the same for each seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
