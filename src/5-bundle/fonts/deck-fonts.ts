import type { Report } from '../../base/diagnostics/report.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { DeckFonts } from '../../model/front-matter.ts';
import type { RenderedDeck } from '../../model/rendered.ts';
import type { AssetRef, BuildOptions } from '../../model/source.ts';
import type { Styles } from '../styles/styles.ts';
import { tokenValues } from '../styles/theme-tokens.ts';
import { codeElements } from './characters/characters.ts';
import { readFontFile } from './file/font-file.ts';
import { descriptor, type FontFace } from './font-face.ts';
import { type FontFamily, readFontPackage, readPackageName } from './font-package.ts';
import { familyName, isMentioned, readStack, writeStack } from './font-stack.ts';
import { isSystemFont, readSystemFont, writeSystemFont } from './system-font.ts';

type Role = keyof DeckFonts;
const roles: readonly Role[] = ['text', 'heading', 'mono'];

/**
 * Puts the fonts of the front matter before those of the theme: in `--font-text`,
 * `--font-heading` and `--font-mono`. The text fonts are also fallbacks for the other two.
 */
export async function addDeckFonts(
  styles: Styles,
  { frontMatter }: RenderedDeck,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): Promise<Styles> {
  const { fonts } = frontMatter;
  if (roles.every((role) => fonts[role] === undefined)) return styles;
  const families = new Map<Role, readonly FontFamily[]>();
  let { ok } = styles;
  for (const role of roles) {
    const refs = fonts[role] ?? [];
    const found = await readAll(refs, weightsOf(role, styles.css), options, inputs, report);
    if (found.length < refs.length) ok = false;
    const elements = elementsOf(role, styles.css);
    families.set(role, elements ? found.map((family) => within(family, elements)) : found);
  }
  const stacks = new Map(roles.map((role) => [role, stackOf(role, styles, families)] as const));
  const rules = roles.map((role) => `--font-${role}:${writeStack(stacks.get(role) ?? [])}`);
  const named = [...families.values()].flat();
  const names = new Set(named.map(({ family }) => family.toLowerCase()));
  const isFallback = (face: FontFace): boolean => {
    const own = familyName(descriptor(face, 'font-family'));
    if (names.has(own) || isMentioned(own, styles.css)) return false;
    return [...stacks.values()].every((stack) => {
      const place = stack.findIndex((each) => familyName(each) === own);
      return place < 0 || stack.slice(0, place).some((each) => names.has(familyName(each)));
    });
  };
  const theirs = styles.faces.map((face) =>
    isFallback(face) ? { ...face, isFallback: true } : face,
  );
  return {
    ...styles,
    css: `${styles.css}:root{${rules.join(';')}}`,
    faces: [...theirs, ...withoutRepeats(named.flatMap(({ faces }) => faces))],
    ok,
  };
}

async function readAll(
  refs: readonly AssetRef[],
  weights: readonly number[],
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): Promise<readonly FontFamily[]> {
  const read = refs.map((ref) => {
    if (isSystemFont(ref.path)) return readSystemFont(ref, report);
    if (/^@[\w-]+\//.test(ref.path)) return reportMissingScheme(ref, report);
    return /^npm:/.test(ref.path) && readPackageName(ref.path).file === ''
      ? readFontPackage(ref, weights, inputs, report)
      : readFontFile(ref, weights, options, inputs, report);
  });
  return (await Promise.all(read)).flatMap((family) => family ?? []);
}

function reportMissingScheme({ path, span }: AssetRef, report: Report): undefined {
  report.add('font-missing', span, 'a package begins with "npm:"', `did you mean "npm:${path}"?`);
}

/** The font weights that the styles use. */
function weightsOf(role: Role, css: string): readonly number[] {
  const weightOf = (name: string, normal: number): number => {
    const values = tokenValues(css, `--weight-${name}`).filter((value) => /^\d+/.test(value));
    return Number.parseInt(values.at(-1) ?? String(normal), 10);
  };
  const heading = weightOf('heading', 600);
  return { text: [400, weightOf('strong', 600)], heading: [heading], mono: [400] }[role];
}

function stackOf(
  role: Role,
  { css, faces }: Styles,
  families: ReadonlyMap<Role, readonly FontFamily[]>,
): readonly string[] {
  const namesOf = (each: Role) =>
    (families.get(each) ?? []).flatMap(({ family, faces }) =>
      faces.length > 0 ? JSON.stringify(family) : writeSystemFont(family),
    );
  const theirs = readStack(role, css);
  const embedded = new Set(faces.map((face) => familyName(descriptor(face, 'font-family'))));
  const place = theirs.findLastIndex((family) => embedded.has(familyName(family))) + 1;
  const stack = [
    ...namesOf(role),
    ...theirs.slice(0, place),
    ...namesOf('text'),
    ...theirs.slice(place),
  ];
  return [...new Set(stack)];
}

/** Of a face that two roles share, the first one counts. */
function withoutRepeats(faces: readonly FontFace[]): readonly FontFace[] {
  const key = ({ source, axes }: FontFace) => JSON.stringify([source, axes]);
  const keys = faces.map(key);
  return faces.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

/**
 * The elements in which the styles use the font or weight of headings; `undefined` if they use it in other
 * elements, too.
 */
function headingElements(css: string): readonly string[] | undefined {
  const rules = css.matchAll(/([^{};]+)\{[^{}]*var\(--(?:font|weight)-heading\)/g);
  const selectors = [...rules].map(([, selector = '']) => selector);
  const isKnown = selectors.every((selector) =>
    /\bh[1-6]\b|\.slot-(?:text|quote)\b/.test(selector),
  );
  return isKnown ? ['h1', 'h2', 'h3', '.slot-text', '.slot-quote'] : undefined;
}

function elementsOf(role: Role, css: string): readonly string[] | undefined {
  if (role === 'mono') return [...codeElements];
  return role === 'heading' ? headingElements(css) : undefined;
}

function within({ family, faces }: FontFamily, elements: readonly string[]): FontFamily {
  return { family, faces: faces.map((face) => (face.elements ? face : { ...face, elements })) };
}
