import { ownValue } from '../../../../base/own-value.ts';
import { nearestSlideSide } from '../../../../base/slide-side.ts';
import { spanAt } from '../../../../base/span.ts';
import { nameList } from '../../shared/name-list.ts';
import type { YamlValue } from '../../yaml-text.ts';
import { pathOf, type SlidevDeck } from '../deck.ts';
import type { Matter } from './matter.ts';
import { transitionOf } from './transitions.ts';

/** Keys that only concern Slidev's editor, its own pages and what runs in them. */
const silent = new Set(
  `drawings highlighter mdc comark monaco monacoTypesSource monacoTypesAdditionalPackages
  monacoTypesIgnorePackages monacoRunAdditionalDeps monacoRunUseStrict routerMode download exportFilename export
  selectable record presenter remoteAssets plantUmlServer contextMenu wakeLock browserExporter preloadImages editor
  twoslash favicon seoMeta titleTemplate htmlAttrs css codeCopy magicMoveCopy magicMoveDuration timer pwa remote
  mcp notesAutoRuby colorSchema aspectRatio canvasWidth defaults lineNumbers fonts theme themeConfig duration info
  title subtitle author authors keywords description date lang transition config hideInToc level clicks clickAnimation
  layout class background backgroundSize backgroundImage image disabled hide routeAlias src preload zoom dragPos
  layoutClass url scale name dialect`.split(/\s+/),
);

const themes: Readonly<Record<string, string>> = {
  default: 'default',
  none: 'default',
  seriph: 'seriph',
  'apple-basic': 'apple-basic',
};

/** The front matter of the deck in Lectern. */
export function deckSettings(deck: SlidevDeck): Record<string, YamlValue | undefined> {
  const { head } = deck;
  reportUnused(deck);
  reportInvalid(deck);
  return {
    title: head.text('title'),
    subtitle: head.text('subtitle'),
    author: head.text('author') ?? joined(head, 'author') ?? joined(head, 'authors'),
    date: head.text('date'),
    description: sentence(head.text('description') ?? head.text('info')),
    keywords: joined(head, 'keywords') ?? head.text('keywords'),
    lang: head.inner('htmlAttrs').text('lang') ?? head.text('lang'),
    theme: themeOf(deck),
    size: sizeOf(head),
    autoLayout: false,
    headingLevels: 'written',
    backgrounds: 'written',
    transition: transitionOf(head.get('transition')) ?? 'none',
    time: timeOf(head.text('duration')),
  };
}

function joined(head: Matter, key: string): string | undefined {
  const items = head.get(key)?.items.flatMap(({ source }) => source ?? []) ?? [];
  return items.length > 0 ? items.join(', ') : undefined;
}

/** Slidev shows Markdown there; it is for previews of links here. */
function sentence(info: string | undefined): string | undefined {
  const text = info
    ?.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^#+\s*/gm, '')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === undefined || text === '' || text === 'false' ? undefined : text;
}

function themeOf({ head, isDark, report }: SlidevDeck): string {
  const entry = head.get('theme');
  const name = (entry?.source ?? 'default').replace(/^@slidev\/theme-/, '');
  const known = ownValue(themes, name);
  if (known === undefined && entry) {
    const message = `there is no counterpart of the theme "${name}": "slidev/default" stands in for it`;
    report.add('dialect-unmapped', entry.span, message);
  }
  return `slidev/${known ?? 'default'}${isDark ? '-dark' : ''}`;
}

/** Slidev's canvas in pixels, in which its users place and size things. */
function sizeOf(head: Matter): string {
  const width = nearestSlideSide(head.number('canvasWidth') ?? 980);
  const [, across, down = '1'] =
    /^\s*([\d.]+)(?:\s*[/:x]\s*([\d.]+))?/.exec(head.text('aspectRatio') ?? '') ?? [];
  const ratio = across === undefined ? 16 / 9 : Number(across) / Number(down);
  const height = Math.ceil(width / (ratio > 0.25 && ratio < 4 ? ratio : 16 / 9));
  return `${width}x${nearestSlideSide(height)}`;
}

/** `30min`, `1h 20m`, `90`. */
function timeOf(duration: string | undefined): string | undefined {
  const [, hours, minutes] =
    /^\s*(?:(\d+)\s*h\w*)?\s*(?:(\d+)\s*(?:m\w*)?)?\s*$/.exec(duration ?? '') ?? [];
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return total > 0 && total <= 24 * 60 ? `${total}m` : undefined;
}

/** Reports all keys without a counterpart in one message. */
function reportUnused({ head, report }: SlidevDeck): void {
  const unused = head.entries.filter(({ key }) => !silent.has(key));
  const [first] = unused;
  if (!first) return;
  const names = nameList(unused.map(({ key }) => key));
  report.add('dialect-settings', first.keySpan, `these settings have no meaning here: ${names}`);
}

/** Settings whose values are looked at, what they may be, and what stands in for others. */
const valid: readonly (readonly [key: string, pattern: RegExp, use: string])[] = [
  ['colorSchema', /^(?:light|dark|auto|all)$/, 'write light, dark or auto'],
  ['aspectRatio', /^\s*\d[\d.]*(?:\s*[/:x]\s*\d[\d.]*)?\s*$/, 'write a ratio, such as 16/9'],
  ['canvasWidth', /^\d+(?:\.\d+)?(?:px)?$/, 'write a width in pixels, such as 980'],
];

/** Reports values that have no meaning, each at its place. */
function reportInvalid({ head, report }: SlidevDeck): void {
  for (const [key, pattern, hint] of valid) {
    const value = head.text(key);
    const span = head.get(key)?.span;
    if (value === undefined || span === undefined || pattern.test(value)) continue;
    report.add('dialect-settings', span, `"${value}" is no ${key} of Slidev: it is not used`, hint);
  }
}

/** Reports fonts of the web that no package of the project has, and names the others. */
export function fontSettings(deck: SlidevDeck): string {
  const { head, context, report } = deck;
  const entry = head.get('fonts');
  const lines: string[] = [];
  const missing: string[] = [];
  for (const [key, own] of [
    ['text', 'sans'],
    ['heading', 'serif'],
    ['mono', 'mono'],
  ] as const) {
    if (key === 'heading') continue;
    const names = (head.inner('fonts').words(own) ?? '').split(',').map((name) => name.trim());
    for (const name of names.filter(Boolean)) {
      const folder = name.toLowerCase().replace(/\s+/g, '-');
      if (!context.project.hasPackage(`@fontsource/${folder}`, context.project.folder)) {
        missing.push(folder);
      } else lines.push(`  ${key}: npm:@fontsource/${folder}`);
    }
  }
  const [first] = missing;
  if (entry && first !== undefined) {
    const message = 'the fonts of the web are not loaded: those of the theme stand in for them';
    const packages = missing.map((name) => `@fontsource/${name}`).join(' ');
    report.add('dialect-unmapped', entry.keySpan, message, `install them: npm install ${packages}`);
  }
  return lines.length > 0 ? `fonts:\n${lines.join('\n')}\n` : '';
}

/** Files of the project with style rules for all slides. */
export function styleFiles(deck: SlidevDeck): readonly string[] {
  const { context, author, report } = deck;
  const found = ['style.css', 'styles/index.css'].flatMap((name) => {
    const file = context.project.locate(name, author.realPath);
    return file === undefined ? [] : [file];
  });
  for (const name of [
    'global-top.vue',
    'global-bottom.vue',
    'custom-nav-controls.vue',
    'slide-top.vue',
    'slide-bottom.vue',
    'layers/index.ts',
  ]) {
    if (context.project.locate(name, author.realPath) === undefined) continue;
    const message = `${name} is left out: it is a component of Vue`;
    report.add('dialect-unmapped', spanAt(author, 0, 1), message);
  }
  return found.map((file) => pathOf(file, deck));
}
