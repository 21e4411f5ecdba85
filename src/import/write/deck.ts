import { countEach } from '../../base/count-each.ts';
import type { Deck, DeckSlide, Setting } from '../blocks.ts';
import { plainText } from '../inlines.ts';
import type { Losses } from '../losses.ts';
import type { Inline, LinkTarget } from '../model.ts';
import { type WriteOptions, writeBlocks } from './blocks.ts';
import { type LinkWriter, writeInlines } from './inlines.ts';
import type { MediaWriter } from './media.ts';
import { yamlValue } from './yaml-value.ts';

/** Writes a deck as Lectern's Markdown. */
export function writeDeck(deck: Deck, media: MediaWriter, losses: Losses): string {
  return new DeckWriter(deck, media, losses).write();
}

class DeckWriter {
  readonly #deck: Deck;
  readonly #media: MediaWriter;
  readonly #losses: Losses;
  /** The anchors of slides that links lead to, by the paths of their parts. */
  readonly #anchors: ReadonlyMap<string, string>;
  /** By the paths of their parts. */
  readonly #slides: ReadonlyMap<string, DeckSlide>;
  /** The slides whose anchor is an id of their own. */
  readonly #named: ReadonlySet<string>;

  constructor(deck: Deck, media: MediaWriter, losses: Losses) {
    this.#deck = deck;
    this.#media = media;
    this.#losses = losses;
    const slugs = deck.slides.map(({ title }) => slugOf(title));
    const counts = countEach(slugs);
    const isUnique = (slug: string): boolean => slug !== '' && counts.get(slug) === 1;
    const anchors = deck.slides.map(({ part, number }, index) => {
      const slug = slugs[index] ?? '';
      return { part, isOwn: !isUnique(slug), anchor: isUnique(slug) ? slug : `slide-${number}` };
    });
    this.#anchors = new Map(anchors.map(({ part, anchor }) => [part, anchor]));
    this.#slides = new Map(deck.slides.map((slide) => [slide.part, slide]));
    this.#named = new Set(anchors.filter(({ isOwn }) => isOwn).map(({ part }) => part));
  }

  write(): string {
    const front = new Map(this.#deck.frontMatter);
    const logo = this.#deck.logo && this.#media.pathOf(this.#deck.logo, 'image');
    if (logo !== undefined) front.set('logo', logo);
    const linked = new Set<string>();
    const bodies = this.#deck.slides.map((slide) => this.#content(slide, linked));
    const slides = this.#deck.slides.map((slide, index) => {
      const settings = this.#settingsOf(slide, linked);
      const body = bodies[index] ?? '';
      if (index === 0) return settings === '' ? body : `<!--\n${settings}\n-->\n\n${body}`;
      return settings === '' ? `---\n\n${body}` : `---\n${settings}\n---\n\n${body}`;
    });
    const head = front.size === 0 ? [] : [`---\n${settingLines(front)}\n---`];
    return `${[...head, ...slides]
      .join('\n\n')
      .replace(/(?<!\n)\n{3,}(?=---\n)/g, '\n\n')
      .trimEnd()}\n`;
  }

  #settingsOf(slide: DeckSlide, linked: ReadonlySet<string>): string {
    const settings = new Map<string, Setting>(slide.settings);
    if (linked.has(slide.part) && this.#named.has(slide.part))
      settings.set('id', `slide-${slide.number}`);
    const image = slide.background && this.#media.pathOf(slide.background, 'image');
    if (image !== undefined) settings.set('background', image);
    if (image === undefined) settings.delete('backgroundSide');
    return settingLines(settings);
  }

  #content(slide: DeckSlide, linked: Set<string>): string {
    this.#losses.startSlide(slide.number);
    const options: WriteOptions = {
      media: this.#media,
      linkOf: this.#linkWriter(linked),
      lang: String(this.#deck.frontMatter.get('lang') ?? 'en'),
    };
    const { title, isCover, blocks, slots, notes, comments } = slide;
    const heading = `${isCover ? '#' : '##'} ${writeInlines(title, 'heading', options.linkOf)}`;
    const notesText = notes.length === 0 ? '' : writeBlocks(notes, options);
    const parts = [
      title.length === 0 ? '' : heading,
      writeBlocks(blocks, options),
      ...(slots
        ? [
            '::left::',
            writeBlocks(slots.left, options),
            '::right::',
            writeBlocks(slots.right, options),
          ]
        : []),
      notesText === '' ? '' : `::: notes\n${notesText}\n:::`,
      ...comments.map(writeComment),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
  }

  #linkWriter(linked: Set<string>): LinkWriter {
    return (link: LinkTarget) => {
      if (link.kind === 'web') return link.href;
      const anchor = this.#anchors.get(link.part);
      const target = this.#slides.get(link.part);
      if (anchor === undefined || target?.settings.get('hide') === true) {
        this.#losses.add('link target', target ? `slide ${target.number}, which is hidden` : '');
        return undefined;
      }
      linked.add(link.part);
      return `#${anchor}`;
    };
  }
}

function settingLines(settings: ReadonlyMap<string, Setting>): string {
  return [...settings].map(([key, value]) => `${key}: ${yamlValue(value)}`).join('\n');
}

/** Nothing in a comment ends it, or is read as a setting. */
function writeComment(text: string): string {
  return `<!-- ${text
    .replace(/-{2,}/g, '–')
    .replace(/>/g, '›')
    .replace(/:(?=\s|$)/g, ' –')
    .replace(/(?<!\s)\s*\n\s*/g, ' / ')} -->`;
}

/** The anchor of a heading, if it is the same on code hosts beyond doubt. */
function slugOf(title: readonly Inline[]): string {
  const text = plainText(title);
  const isPlain =
    title.every(({ kind }) => kind === 'text') && /^[\p{Script=Latin}\d -]+$/u.test(text);
  return isPlain ? text.toLowerCase().replaceAll(' ', '-') : '';
}
