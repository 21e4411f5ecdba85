import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseDeck } from '../../src/2-parse/parse.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { temporaryFolder } from '../support/files.ts';
import { loadOwn } from '../support/load-own.ts';

/**
 * Wherever a deck says `{{w1}}`, `{{w2}}` …, no such variable is known, and the message must point
 * right at it: so each place of the language is asked for its position.
 */
const deck = `---
title: At {{w}}
description: "{{w}}"
header: "{{w}} at the top"
footer: At the *bottom {{w}}*
---

# Heading {{w}} {.big}

Text {{w}} and {{w}}
on {{w}} lines &amp; **bold {{w}}**, [link {{w}}](x "{{w}}") [{{w}}]({{w}}) ~~{{w}}~~ *a **b {{w}}***

Heading {{w}}
=============

- tight {{w}}
- item
  goes on {{w}}
  - nested {{w}}

    loose {{w}}

    > quote {{w}}
    > - list {{w}} in it
    >   > {{w}}
lazy {{w}}
1. one {{w}} {.fragment}

   \`\`\`text title="{{w}}"
   {{no}}
   \`\`\`

   | a {{w}} | b |
   |---|---|
   | c \\| | {{w}} |
   | {{w}} | {{w}} |

- [x] task {{w}}

> quote {{w}}
> goes on {{w}}
lazily {{w}}
>
>> deeper {{w}}
> > deeper {{w}}

> [!NOTE]
> {{w}}
>
> {{w}}

::: columns
::: column
In a block {{w}}
- list {{w}}
:::
:::: column
::: aside
{{w}}
:::
> {{w}}
::::
:::

<div title="{{w}}">{{w}}
<b>{{w}}</b></div>

- <b title='{{w}}'>{{w}}</b>

![{{w}}]({{w}}.png "{{w}}")

Text[^n] ![{{w}}](x.png){.a} {{w}}

[^n]: Note {{w}}

    goes on {{w}}
    - {{w}}

Note: {{w}}
{{w}}

- {{w}}

---
notes: "quoted {{w}}"
---

## Head

---
notes: plain {{w}}
---

## Head

---
layout: center
notes: |
  In a block {{w}}
  - list {{w}}
class: x
---

- \ttab {{w}}
\t- tab {{w}}

--

\`\`\`chart bar
title: "{{w}}"

a,b
c,1
\`\`\`

---
src: sub/other.md
---
`;

const other = `\uFEFF## Included {{w}}\r\n\r\n- list {{w}}\r\n  > {{w}}\r\n`;

function show({ code, name, text }: Readonly<Record<'code' | 'name' | 'text', unknown>>): string {
  return `${code} ${name} at ${text}`;
}

/** With a number for each marker: `{{w1}}`. */
function number(text: string, from: number): string {
  let count = from;
  return text.replaceAll('{{w}}', () => `{{w${count++}}}`);
}

test('each message points at its place in the file', () => {
  const files = { 'deck.md': number(deck, 1), 'sub/other.md': number(other, 1000) };
  const root = temporaryFolder(files);
  const report = new Report();
  const source = loadOwn(root, report);
  if (source) parseDeck(source, report);
  const found = report.diagnostics.map(({ message, span, code }) => {
    const lines = readFileSync(path.join(root, span?.file ?? ''), 'utf8')
      .replace('\uFEFF', '')
      .split(/\r?\n/);
    const start = (span?.column ?? 0) - 1;
    const text = lines[(span?.line ?? 0) - 1]?.slice(start, start + (span?.length ?? 0));
    return { code, name: /"(.*)"/.exec(message)?.[1], text: text?.replace(/^"|"$/g, '') };
  });
  const names = Object.values(files).flatMap((text) => text.match(/(?<=\{\{)w\d+(?=\}\})/g) ?? []);
  const expected = names.map((name) => ({ code: 'var-unknown', name, text: `{{${name}}}` }));
  expect(found.map(show).sort()).toEqual(expected.map(show).sort());
});
