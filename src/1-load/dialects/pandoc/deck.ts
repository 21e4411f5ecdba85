import { spanAt } from '../../../base/span.ts';
import type { Span, TextFile } from '../../../model/source.ts';
import { markerFor } from '../origin-mark.ts';
import { findRegions } from '../shared/code-regions.ts';
import { escapeOwnSyntax } from '../shared/escape.ts';
import { TextEdits } from '../text-edits.ts';
import type { TranslationContext } from '../translation.ts';
import { yamlText } from '../yaml-text.ts';
import { AddedSlides } from './added-slides.ts';
import { Bibliography } from './citations/bibliography.ts';
import { Citations } from './citations/citations.ts';
import { type Fence, indentCode, readFenceInfo, writeCodeHead } from './code.ts';
import { type Div, findDivs, replaceLine, writeDivs } from './divs.ts';
import type { Flavor } from './flavor.ts';
import { readSlideSettings, writeHeading } from './headings.ts';
import { isBelowBlankLine, withLastLineFeed } from './lines.ts';
import { type Part, scan } from './scan.ts';
import { Sections } from './sections.ts';
import { frontMatterText } from './settings/front-matter.ts';
import { type Metadata, readMetadata, Settings } from './settings/metadata.ts';
import { withBackground } from './settings/slide-settings.ts';
import { reportUnusedSettings } from './settings/unused.ts';
import { contentEnd, findSlides, type SlideStart, slideLevelOf } from './slides.ts';
import { Styles } from './styles.ts';
import { separateTags } from './text/html-lines.ts';
import { findIndentedCode } from './text/indented.ts';
import { InlineTranslator } from './text/inline.ts';
import { Examples } from './text/lists.ts';
import { namingOnce } from './text/tex.ts';
import { translateText } from './text/text.ts';

interface Shared {
  readonly citations?: Citations;
  readonly settings?: Settings;
}

/** Translates one file of Pandoc's Markdown. */
export class PandocDeck {
  readonly author: TextFile;
  readonly context: TranslationContext;
  readonly edits: TextEdits;
  readonly settings: Settings;
  readonly parts: readonly Part[];
  readonly #divs: readonly Div[];
  readonly inline: InlineTranslator;
  readonly citations: Citations;
  readonly #examples: Examples;
  readonly #flavor: Flavor;
  readonly #metadata: Metadata;
  readonly #styles: Styles;
  readonly sections: Sections;
  readonly #indentedCode: ReadonlySet<Part>;
  readonly #addedSlides: AddedSlides;
  #foundSlides: readonly SlideStart[] | undefined;
  /** Of a slide that begins with the file. */
  #firstBreak = '';

  /**
   * @param depth how many divs are around the text
   * @param shared of the deck that the text is a part of
   */
  constructor(
    written: TextFile,
    context: TranslationContext,
    flavor: Flavor,
    depth = 0,
    { citations, settings }: Shared = {},
  ) {
    const author = withLastLineFeed(written);
    this.author = author;
    this.context = context;
    this.#flavor = flavor;
    this.edits = new TextEdits(author);
    this.#styles = new Styles(this.edits, context);
    this.#metadata = readMetadata(author, context.report);
    const { entries } = this.#metadata;
    this.settings = settings ?? new Settings(entries, flavor.projectSettings?.(context));
    this.parts = scan(author.text, this.#metadata.bodyStart, depth);
    this.#divs = findDivs(this.parts);
    this.#indentedCode = findIndentedCode(this.parts);
    this.citations = citations ?? new Citations(new Bibliography(author, this.settings, context));
    this.sections = new Sections(this.parts, this.settings);
    this.#addedSlides = new AddedSlides(this.#metadata, this.settings, this.sections, flavor);
    this.#examples = new Examples(author.text);
    const { special, leadOf } = flavor.inline(this.edits, this);
    this.inline = new InlineTranslator(this.edits, {
      ...(leadOf && { leadOf }),
      special: (text, at) =>
        special?.(text, at, this.edits) ??
        this.#examples.refer(text, at, this.edits) ??
        this.citations.translate(text, at, this),
      dropped: namingOnce((at, length, message) => this.reportUnmapped(at, length, message)),
    });
  }

  translate(): TextFile {
    const slides = this.#slides;
    const starts = new Map(slides.map((slide) => [slide.heading, slide]));
    for (const [index, slide] of slides.entries()) {
      const footer = this.#footerIn(slide.start, slides[index + 1]?.start);
      this.#startSlide(slide, index === 0, footer);
    }
    for (const [index, part] of this.parts.entries()) {
      this.#writePart(part, index, part.kind === 'heading' && starts.has(part));
    }
    const isOwn = (div: Div): boolean => this.#flavor.writeDiv(div, this);
    writeDivs(this.#divs, this.parts, isOwn, this.edits);
    if (!this.context.isIncluded) this.#writeReferences();
    // Last, as what was found goes into it, too.
    this.#writeHead(slides.length > 0);
    const start = this.#metadata.bodyStart;
    const regions = findRegions(this.author.text, { formulas: true, start });
    escapeOwnSyntax(this.edits, regions, this.#flavor.syntax);
    return this.edits.finish();
  }

  /**
   * Translates another text as a part of this one.
   *
   * @param span where it comes from: what is found in it is reported there
   * @param depth how many divs are around it
   */
  translatePart(text: string, span: Span, depth = 0): string {
    const { path, realPath } = this.author;
    const report = this.context.report.changing((diagnostic) => ({ ...diagnostic, span }));
    return this.translateFile({ path, realPath, text }, depth, report);
  }

  /** Of a setting, or else of the start of the text. */
  #spanOf(key: string): Span {
    return this.settings.entry(key)?.span ?? spanAt(this.author, 0, 1);
  }

  /** Translates another file as a part of this one. */
  translateFile(file: TextFile, depth = 0, report = this.context.report): string {
    const context = { ...this.context, isIncluded: true, report };
    const part = new PandocDeck(file, context, this.#flavor, depth, this);
    return part.translate().text.trim();
  }

  /** Reports what has no counterpart; `message` is the same for all of its kind. */
  reportUnmapped(at: number, length: number, message: string, hint?: string): void {
    this.context.report.add('dialect-unmapped', spanAt(this.author, at, length), message, hint);
  }

  get #slides(): readonly SlideStart[] {
    this.#foundSlides ??= this.#findSlides();
    return this.#foundSlides;
  }

  #findSlides(): readonly SlideStart[] {
    const level = this.#flavor.slideLevel(this.settings) ?? slideLevelOf(this.parts);
    return findSlides(this.parts, level, this.#flavor.hasStacks(this.settings));
  }

  #writeHead(hasSlides: boolean): void {
    if (this.context.isIncluded) {
      this.edits.remove(0, this.#metadata.bodyStart);
      return;
    }
    reportUnusedSettings(this.settings, this.#flavor.unused, this.context.report);
    const { footer, ...more } = this.#flavor.frontMatter(this.settings);
    const { formatsDates } = this.#flavor;
    const matter = frontMatterText(this.#metadata, this.settings, formatsDates, {
      ...more,
      css: this.#styles.below(more['css']),
      footer:
        typeof footer === 'string' ? this.translatePart(footer, this.#spanOf('footer')) : footer,
    });
    const added = this.#addedSlides.write((text, key) =>
      this.translatePart(text, this.#spanOf(key)),
    );
    const head = [`---\n${matter}---\n\n`, ...added.map((slide) => `${slide}\n`), this.#firstBreak];
    this.edits.replace(0, this.#metadata.bodyStart, head.join(''));
    if (added.length > 0 && !hasSlides) this.edits.insert(this.#metadata.bodyStart, '\n');
  }

  #writeReferences(): void {
    const left = this.citations.addUncited(this.settings.texts('nocite'));
    const entry = this.settings.entry('nocite');
    if (left > 0 && entry) {
      const message = `"nocite" names too many works: ${left} of them are left out`;
      this.context.report.add('dialect-settings', entry.keySpan, message);
    }
    const word = this.#flavor.wordFor('references', this.settings);
    this.citations.writeList(this.parts, this.#divs, this.edits, word);
  }

  /** The footer that a slide sets for itself. */
  #footerIn(start: number, end = Number.POSITIVE_INFINITY): string | undefined {
    const own = this.#divs.filter(({ open }) => open.start >= start && open.start < end);
    return own.map((div) => this.#flavor.slideFooter?.(div, this)).find((text) => text);
  }

  #startSlide(
    { start, end, heading, isBelow, isPart, isBlank }: SlideStart,
    isFirst: boolean,
    footer: string | undefined,
  ): void {
    const settings = heading ? readSlideSettings(heading, this) : {};
    const shown = this.context.isIncluded ? settings : withBackground(settings, this.settings);
    const at = heading?.start ?? start;
    const line = /^[^\n]*/.exec(this.author.text.slice(at))?.[0] ?? '';
    const own = {
      ...shown,
      ...(isPart && { layout: 'section' }),
      ...(isBlank && { layout: 'blank' }),
      ...(footer !== undefined && { footer }),
    };
    const yaml = yamlText(own, markerFor(this.author.text, at, at + line.length));
    const needsBreak =
      yaml !== '' ||
      (this.context.isIncluded && heading) ||
      (!this.context.isIncluded && this.#addedSlides.count > 0);
    if (isFirst && !needsBreak) {
      this.edits.remove(start, end);
      return;
    }
    const dashes = isBelow ? '--' : '---';
    const lead = isBelowBlankLine(this.author.text, start) ? '' : '\n';
    const text = `${lead}${dashes}\n${yaml === '' ? '\n' : `${yaml}---\n\n`}`;
    // At the same place, the front matter comes first.
    if (start === 0 && end === 0 && !this.context.isIncluded) this.#firstBreak = text;
    else this.edits.replace(start, end, text);
  }

  /** Where the content of the slide at an offset ends. */
  slideEnd(at: number): number {
    return contentEnd(this.parts, this.#slides, at);
  }

  #writePart(part: Part, index: number, beginsSlide: boolean): void {
    switch (part.kind) {
      case 'heading':
        writeHeading(part, beginsSlide, this.edits, this.inline, this.sections);
        break;
      case 'fence':
        this.#writeFence(part);
        break;
      case 'text':
        if (this.#indentedCode.has(part)) break;
        translateText(part, this.#textAbove(index), this.edits, this.inline, this.#examples);
        break;
      case 'rule':
        // In a div, it begins no slide.
        if (part.depth > 0) replaceLine(part, '* * *', this.edits);
        break;
      case 'tag':
        separateTags(part, this.parts[index - 1], this.parts[index + 1], this.edits);
        break;
      case 'style':
        this.#styles.extract(part.start, part.end);
        break;
      case 'metadata':
        this.edits.remove(part.start, part.end);
        break;
      case 'unclosed':
        this.#reportUnclosed(part);
        replaceLine(part, '', this.edits);
        break;
      default:
    }
  }

  #reportUnclosed({ start, end }: Part): void {
    const message = 'nothing closes this block: what is below it is shown without it';
    const span = spanAt(this.author, start, Math.max(1, end - start - 1));
    this.context.report.add('block-unclosed', span, message, 'close it with a line ":::"');
  }

  #textAbove(index: number): Extract<Part, { kind: 'text' }> | undefined {
    const [blank, above] = [this.parts[index - 1], this.parts[index - 2]];
    return blank?.kind === 'blank' && above?.kind === 'text' ? above : undefined;
  }

  #writeFence(fence: Fence): void {
    const info = readFenceInfo(fence.info);
    if (this.#flavor.writeCode(fence, info, this)) return;
    if (info.rawFormat !== undefined) this.#writeRaw(fence, info.rawFormat);
    else writeCodeHead(fence, info, this.edits, this.inline.leadOf(info.attributes.id));
    indentCode(fence, this.edits);
  }

  #writeRaw(fence: Fence, format: string): void {
    const { start, end, codeStart, codeEnd } = fence;
    if (/^html\d?$/.test(format)) {
      this.edits.remove(start, codeStart);
      this.#styles.extract(codeStart, codeEnd);
      this.edits.remove(codeEnd, end - 1);
      return;
    }
    this.edits.remove(start, end - 1);
    // It is meant for other formats: a deck of reveal.js does not show it either.
  }
}
