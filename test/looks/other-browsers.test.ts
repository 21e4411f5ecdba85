import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { buildMarkdown } from '../support/builds.ts';

/** What Firefox and WebKit do not draw as Chromium does, and how decks do without it. */

async function mathOf(tex: string): Promise<string> {
  const html = readFileSync(await buildMarkdown(`# T\n\n$$ ${tex} $$\n`), 'utf8');
  return /<math[\s\S]*<\/math>/.exec(html)?.[0].replace(/ alttext="[^"]*"/, '') ?? '';
}

test('lines through and around a formula are left to the styles', async () => {
  const tex = String.raw`\cancel{x} \bcancel{x} \xcancel{x} \sout{x} \overline{x} \underline{x} \fbox{x} \phase{x} \angl{x}`;
  const math = await mathOf(tex);
  expect(math).not.toContain('notation=');
  expect(math.match(/<mrow class="menclose/g)).toHaveLength(9);
});

test('circles and division are drawn by the browser, or by the styles', async () => {
  const math = await mathOf(String.raw`\textcircled{a} \longdiv{ab}`);
  expect(math.match(/<menclose notation="(circle|longdiv)"/g)).toHaveLength(2);
});

test('the arrow of a canceled term is kept', async () => {
  expect(await mathOf(String.raw`\cancelto{0}{x}`)).toContain('<mrow class="tml-cancelto"');
});

test('signs that stretch are in a row, also in the cell of a table', async () => {
  const math = await mathOf(
    String.raw`\begin{CD} A @>f>> B \\ @VVV @VVV \\ C @>>> D \end{CD} \begin{pmatrix} \left(\frac a b\right) & 1 \end{pmatrix}`,
  );
  expect(math.match(/<mtd[^>]*><mrow>/g)).toHaveLength(3);
  expect(math).toContain('<mtd><mn>1</mn></mtd>');
});

test('markers are texts of the list, as WebKit knows no other', () => {
  const themes = path.join(packageRoot, 'themes');
  const files = readdirSync(themes, { recursive: true, encoding: 'utf8' });
  const styles = files
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(path.join(themes, file), 'utf8'));
  expect(styles.length).toBeGreaterThan(10);
  for (const css of styles) expect(css).not.toMatch(/::marker\s*\{[^}]*content: (?!none)/);
});
