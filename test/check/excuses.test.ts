import { expect, test } from 'vitest';
import { checkSource } from './source.ts';

const why = 'alt-text: it is a sample';

test('a comment excuses what is found in the block below it, wherever that is', async () => {
  const found = await checkSource(
    `<!-- check-ignore ${why} -->

# Title

![](a.png)

<!-- check-ignore ${why} -->

![](a.png)

- one

  <!-- check-ignore ${why} -->

  ![](a.png)

- two <!-- check-ignore ${why} --> ![](a.png)

- ![](a.png)

<!-- check-ignore ${why} -->

- loose

- ![](a.png)

  Text

::: columns
:::: column
<!-- check-ignore ${why} -->
![](a.png)
::::
:::: column
![](a.png)
::::
:::

> <!-- check-ignore ${why} -->
>
> ![](a.png)

<!-- check-ignore ${why} -->
<img src="a.png">

<!-- check-ignore alt-text:
     it is a sample
     in two lines -->

<div>

![](a.png)

</div>

![](a.png)
`,
  );
  expect(found).toEqual([
    '1:1 [check-comment] nothing of the rule "alt-text" was found here',
    '5:5 [alt-text] the text alternative of this image is empty',
    '19:7 [alt-text] the text alternative of this image is empty',
    '35:5 [alt-text] the text alternative of this image is empty',
    '56:5 [alt-text] the text alternative of this image is empty',
  ]);
});

test('several checks, several comments, whole slides, CRLF and included files', async () => {
  const text = `---
title: Talk
---

<!-- check-ignore title-missing: the image says it -->

Text

---

- a list

<!-- check-ignore title-missing: it goes on -->

---

## Next

<!-- check-ignore alt-text, link-text: a sample -->
<!-- check-ignore link-file: not there yet -->

![](a.png) [here](none.pdf)

---
src: other.md#2
---

---
hide: true
---

<!-- check-ignore alt-text: not shown -->

![](a.png)
`;
  const other =
    '# First\n\n<!-- check-ignore alt-text: not included -->\n\n---\n\n## Second\n\n<!-- check-ignore alt-text: a sample -->\n\n![](../a.png)\n';
  const files = { 'other.md': other.replace('../', '') };
  const found = (all: readonly string[]) => all.filter((line) => !line.includes('[link-local]'));
  expect(found(await checkSource(text, files))).toEqual([]);
  const crlf = (all: string): string => all.replaceAll('\n', '\r\n');
  expect(found(await checkSource(crlf(text), { 'other.md': crlf(files['other.md']) }))).toEqual([]);
});

test('comments in code are none, and others are explained', async () => {
  const comment = '<!-- check-ignore contrast: why -->';
  const found = await checkSource(
    `# Title

\`${comment}\` and \`\`${comment}\`\`

\`\`\`html
${comment}
\`\`\`

- item

  ~~~html
  ${comment}
  \`\`\`
  ${comment}
  ~~~

    ${comment}

Text

    ${comment}

\`\`\`js src=code.js
\`\`\`

<!-- check-ignore alt-txt: why -->
<!-- check-ignore alt-text -->
<!-- check-ignore: why -->
<!-- check-ignore title-missing: why -->
<!-- check-ignore contrast, spelling: only a browser or a dictionary can tell -->

![](a.png)
`,
    { 'code.js': Array.from({ length: 40 }, (_, i) => `const a${i} = ${i};`).join('\n') },
  );
  expect(found).toEqual([
    '26:1 [check-comment] unknown check "alt-txt"',
    '27:1 [check-comment] a comment that ignores a check says why',
    '28:1 [check-comment] this comment names no check',
    '29:1 [check-comment] nothing of the rule "title-missing" was found here',
  ]);
});
