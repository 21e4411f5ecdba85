import { readFileSync } from 'node:fs';
import path from 'node:path';
import { statsOf } from '../../../base/files/file-stats.ts';
import { isUrl } from '../../../base/files/locate-file.ts';
import type { AssetRef, Located } from '../../../model/source.ts';
import { findFile } from '../links/find-file.ts';
import type { SourceContext, SourceRule } from '../rule.ts';
import { elementsIn, type SourceElement } from '../tree/element.ts';
import { endlessAnimations } from './endless-animation.ts';
import { isEndless } from './endless-image.ts';
import { findAnimations } from './endless-style.ts';

/** Motion that starts by itself, lasts longer than five seconds, and cannot be paused: WCAG 2.2.2. */
export const motion: SourceRule = (context) => {
  for (const { of, root, slide } of context.parts) {
    if (of === 'notes') continue;
    for (const { element } of elementsIn(root)) checkElement(element, context);
    const background = slide?.slide.settings.background;
    if (of !== 'slide' || background?.kind !== 'image') continue;
    for (const { asset } of [background, ...(background.others ?? [])]) checkImage(asset, context);
  }
  const { styles, css } = context.deck.frontMatter;
  for (const style of styles) checkStyles(style, context);
  for (const text of [css, ...context.deck.stacks.flat().map((slide) => slide.settings.css)]) {
    if (text) checkStyleText(text, context);
  }
};

function checkElement(element: SourceElement, context: SourceContext): void {
  const { name, attributes, span, isHtml } = element;
  const add = (message: string, hint: string): void =>
    context.add({ rule: 'motion', span, message, hint });
  if (name === 'marquee' || name === 'blink') {
    add(`<${name}> moves and cannot be paused`, 'write the text without it');
  } else if (isHtml && /^animate(?:motion|transform)?$/.test(name) && lastsLong(element)) {
    const hint = 'let it end: repeatCount="1" with at most five seconds, or begin="click"';
    add('this animation goes on and cannot be paused', hint);
  } else if (isHtml && name === 'video' && attributes.has('autoplay')) {
    if (attributes.has('controls') || !attributes.has('loop')) return;
    add('this video starts by itself, in a loop, and cannot be paused', 'add controls');
  } else if (endlessAnimations(attributes.get('style') ?? '').length > 0) {
    add(
      'this animation goes on and cannot be paused',
      'let it end: write a number in place of "infinite"',
    );
  } else if (name === 'img' || name === 'image') {
    const source = attributes.get('src');
    const from = context.deck.texts.find((text) => text.path === span.file)?.realPath;
    if (source !== undefined)
      checkImage({ path: source, from: from ?? context.deck.file, span }, context);
  }
}

/** Whether an animation of SVG starts by itself, and lasts longer than five seconds. */
function lastsLong({ attributes }: SourceElement): boolean {
  const begin = attributes.get('begin')?.trim() ?? '';
  if (/[a-z]\w*\.|click|indefinite/i.test(begin)) return false;
  const duration = secondsOf(attributes.get('dur'));
  const count = attributes.get('repeatcount')?.trim();
  if (count === 'indefinite' || attributes.get('repeatdur')?.trim() === 'indefinite') return true;
  return duration !== undefined && duration * (Number(count ?? 1) || 1) > 5;
}

/** @returns `undefined` for none, and for what has no end */
function secondsOf(duration: string | undefined): number | undefined {
  const [, number, unit = 's'] = /^\s*([\d.]+)(ms|s|min|h)?\s*$/.exec(duration ?? '') ?? [];
  const factors: Readonly<Record<string, number>> = { ms: 0.001, s: 1, min: 60, h: 3600 };
  return number === undefined ? undefined : Number(number) * (factors[unit] ?? 1);
}

function checkImage({ path: source, from, span }: AssetRef, context: SourceContext): void {
  const bytes = bytesOf(source, from, context.options.root);
  if (!bytes || !isEndless(bytes)) return;
  const hint =
    'let it end: save it with a limited number of rounds, or show a video, which has controls';
  const message = 'this image moves without an end and cannot be paused';
  context.add({ rule: 'motion', span, message, hint });
}

/** The largest image that a deck may name: one that is reduced before it goes in. */
const maxBytes = 100 * 1024 * 1024;

const animated = /\.(?:gif|png|webp|svg)$/i;

function bytesOf(source: string, from: string, root: string): Buffer | undefined {
  if (isUrl(source) || !animated.test(source)) return undefined;
  const names = [source, decode(source)];
  const name = names.find((each) => findFile(each, from, root).kind === 'file');
  if (name === undefined) return undefined;
  const file = path.resolve(path.dirname(from), name);
  const stats = statsOf(file);
  if (!stats?.isFile() || stats.size > maxBytes) return undefined;
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function checkStyles(style: AssetRef, context: SourceContext): void {
  if (findFile(style.path, style.from, context.options.root).kind !== 'file') return;
  const file = path.resolve(path.dirname(style.from), style.path);
  const name = path.relative(context.options.cwd, file).split(path.sep).join('/');
  for (const { line, column, length } of findAnimations(context.linesOf(name))) {
    const span = { file: name, line, column, length };
    const message = 'this animation goes on and cannot be paused';
    const hint =
      'let it end: write a number in place of "infinite", or turn it off in @media (prefers-reduced-motion)';
    context.add({ rule: 'motion', span, message, hint });
  }
}

/** Rules in the deck itself. */
function checkStyleText({ value, span }: Located<string>, context: SourceContext): void {
  if (findAnimations(value.split('\n')).length === 0) return;
  const message = 'an animation in these rules goes on and cannot be paused';
  const hint =
    'let it end: write a number in place of "infinite", or turn it off in @media (prefers-reduced-motion)';
  context.add({ rule: 'motion', span, message, hint });
}
