import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTokenRules, tokensOf } from '../../src/5-bundle/colors/slide-tokens.ts';
import { contrastOf, parseColor } from '../../src/base/color/color.ts';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';
import { template, usualLayouts } from '../support/pptx/template.ts';
import { templates } from '../support/pptx/templates.ts';

async function cssOf(theme: string, files: Readonly<Record<string, string | Uint8Array>>) {
  const cwd = temporaryFolder({
    'talk.md': `---\ntheme: ${theme}\n---\n\n# Apples\n\nText\n`,
    ...files,
  });
  const { exitCode, errors } = await lectern(['build', 'talk.md'], cwd);
  expect(exitCode, errors).toBe(0);
  const html = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
  return {
    css: Array.from(html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g), ([, css]) => css).join('\n'),
    errors,
    html,
  };
}

/** Reads the tokens of slides with a layout. */
async function layoutTokens(theme: string, bytes: Uint8Array) {
  const rules = await readTokenRules((await cssOf(theme, { [theme]: bytes })).css);
  return (layout: string) => {
    const slide = { classes: new Set(['slide', `layout-${layout}`]), style: '' };
    const { own, root } = tokensOf(rules, slide);
    return (name: string): string => own.get(name) ?? root.get(name) ?? '';
  };
}

async function tokens(theme: string, bytes: Uint8Array, layout = 'default') {
  return (await layoutTokens(theme, bytes))(layout);
}

function bytesOf(name: string): Buffer {
  return templates[name]?.() ?? Buffer.alloc(0);
}

describe('a template is the theme of a deck', () => {
  test('with its colors and fonts', async () => {
    const token = await tokens('company.potx', bytesOf('dark'));
    expect(parseColor(token('--color-background'))).toEqual(parseColor('#101820'));
    expect(parseColor(token('--color-text'))).toEqual(parseColor('#f2f2f2'));
    expect(token('--font-heading')).toContain('Georgia');
    expect(token('--font-text')).toContain('Verdana');
  });

  test('with the background of each layout', async () => {
    const token = await tokens('company.potx', bytesOf('narrow'), 'cover');
    expect(parseColor(token('--color-background'))).toEqual(parseColor('#003366'));
    expect(parseColor(token('--color-text'))).toEqual(parseColor('#fff'));
    const section = await tokens('company.potx', bytesOf('dark'), 'section');
    expect(parseColor(section('--color-background'))).toEqual(parseColor('#f2f2f2'));
  });

  test('with its logo', async () => {
    const { css } = await cssOf('company.potx', { 'company.potx': bytesOf('plain') });
    expect(css).toContain(png(90, 30).toString('base64'));
  });

  test.each(Object.keys(templates))('with text that can be read: %s', async (name) => {
    const tokensIn = await layoutTokens('company.potx', bytesOf(name));
    for (const layout of ['default', 'cover', 'section', 'end']) {
      const token = tokensIn(layout);
      const color = (text: string) => parseColor(token(text)) ?? [0, 0, 0];
      const names = ['text', 'heading', 'muted', 'accent', 'link'].map((each) => `--color-${each}`);
      for (const each of names) {
        const contrast = contrastOf(color(each), color('--color-background'));
        expect(contrast, `${each} on ${layout}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

const brand = `
color:
  palette:
    navy: "#0b2545"
    gold: "#e0a100"
  background: "#fffdf7"
  foreground: navy
  primary: gold
  secondary: navy
typography:
  fonts:
    - family: Source Sans 3
      source: google
  base: Source Sans 3
  headings: {family: Lato, weight: 700}
logo:
  images: {mark: {path: logo.png, alt: A mark}}
  small: mark
`;

test('characters of a text font that is not installed are not said to be missing', async () => {
  const fonts = ['Hanken Grotesk', 'Calibri'] as const;
  const cwd = temporaryFolder({
    'talk.md': '---\ntheme: company.potx\n---\n\n# Apples\n\nГруши\n',
    'company.potx': template({ layouts: usualLayouts, fonts }),
  });
  const { errors } = await lectern(['build', 'talk.md'], cwd);
  expect(errors).toContain('"Calibri" is a font of the system');
  expect(errors).not.toContain('font-glyph');
});

describe('a brand file is the theme of a deck', () => {
  test('with its colors, fonts and logo', async () => {
    const { html, css } = await cssOf('_brand.yml', {
      '_brand.yml': brand,
      'logo.png': png(60, 20),
    });
    const { root } = tokensOf(await readTokenRules(css), {
      classes: new Set(['slide']),
      style: '',
    });
    expect(parseColor(root.get('--color-background') ?? '')).toEqual(parseColor('#fffdf7'));
    expect(parseColor(root.get('--color-text') ?? '')).toEqual(parseColor('#0b2545'));
    const accent = parseColor(root.get('--color-accent') ?? '') ?? [0, 0, 0];
    expect(contrastOf(accent, [1, 1, 1])).toBeGreaterThanOrEqual(4.5);
    expect(root.get('--font-heading')).toContain('Lato');
    expect(css).toContain('@font-face');
    expect(html).toContain('Lato');
  });

  test('a color that is none is named at its place', async () => {
    const { errors } = await cssOf('_brand.yml', {
      '_brand.yml': 'color:\n  primary: golden-ish\n',
    });
    expect(errors).toContain(
      '_brand.yml:2:12: warning: "golden-ish" is neither a color nor the name of one',
    );
  });
});
