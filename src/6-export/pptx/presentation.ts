import { namedLayouts } from '../../1-load/template/match-layouts.ts';
import type { Template } from '../../1-load/template/open-template.ts';
import { backgroundClasses, backgroundStyle } from '../../4-render/background.ts';
import { readTokenRules, type TokenRules } from '../../5-bundle/colors/slide-tokens.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import type { Slide } from '../../model/deck.ts';
import type { BuiltPage } from '../../model/page.ts';
import { colorMarks } from '../../model/rendered.ts';
import { DeckFile, type Raster } from './deck-file.ts';
import { lossesOfDeck } from './deck-losses.ts';
import type { Design, DesignLayout } from './design/design.ts';
import { createOwnDesign } from './design/own-design.ts';
import { createTemplateDesign, type TemplateDesign } from './design/template-design.ts';
import type { Loss } from './losses.ts';
import type { Part } from './package/package.ts';
import { addProperties } from './package/properties.ts';
import { addSettings, writeRoot } from './root.ts';
import { writeSlideBackground } from './slide/background.ts';
import { readEdges, writeEdges } from './slide/edges.ts';
import { relateNotes, writeNotes } from './slide/notes.ts';
import { DeckScene, SlideScene } from './slide/scene.ts';
import { ContentWriter } from './slide/slide.ts';
import { SlideWriter } from './slide/slide-writer.ts';
import { writeTiming, writeTransition } from './slide/timing.ts';
import { sectionsOf, sourceOrder } from './slide-order.ts';
import { layoutTokens } from './template/layout-tokens.ts';
import { writeTemplateEdges } from './template/template-edges.ts';
import { bulletOf, languageTag } from './theme/conventions.ts';
import type { SlideRoom } from './theme/looks.ts';
import { writeTree } from './theme/master.ts';
import { schemeOfStyle, schemeOfTemplate } from './theme/scheme.ts';
import { SlideStyle } from './theme/style.ts';
import { element, slideNamespaces } from './xml.ts';

const types = 'application/vnd.openxmlformats-officedocument';
const presentationType = `${types}.presentationml`;

/** The finished file, and what it could not contain. */
export interface Presentation {
  readonly bytes: Buffer;
  readonly losses: readonly Loss[];
  readonly design: Design | TemplateDesign;
}

export interface PresentationOptions {
  /** The numbers of the slides to include, from 1. */
  readonly slides: readonly number[];
  readonly rasters: ReadonlyMap<string, Raster>;
  /** Seconds since 1970. */
  readonly madeAt?: number | undefined;
  readonly report: Report;
  /** Whose masters and layouts it has, in place of those of the deck's theme. */
  readonly template?: Template | undefined;
}

/** Writes a deck as a presentation, with a master of its own theme or with those of a template. */
export async function writePresentation(
  page: BuiltPage,
  options: PresentationOptions,
): Promise<Presentation> {
  const rules = await readTokenRules(page.shown.css);
  return new PresentationWriter(page, rules, options).write();
}

class PresentationWriter {
  readonly #page: BuiltPage;
  readonly #rules: TokenRules;
  readonly #options: PresentationOptions;
  readonly #room: SlideRoom;
  readonly #file: DeckFile;
  readonly #language: { readonly lang: string; readonly isRightToLeft: boolean };
  readonly #scene: DeckScene;
  readonly #design: Design | TemplateDesign;
  /** Those of the layouts of a template come last. */
  #layoutRules: TokenRules = [];

  constructor(page: BuiltPage, rules: TokenRules, options: PresentationOptions) {
    this.#page = page;
    this.#rules = rules;
    this.#options = options;
    const { template } = options;
    this.#room = template?.size ?? roomOf(page);
    const usual = this.#styleOf('layout-default');
    const [first] = template?.layouts ?? [];
    const scheme = first ? schemeOfTemplate(first.colors) : schemeOfStyle(usual);
    this.#file = new DeckFile(scheme, bulletOf(page.shown.css), options.rasters);
    const { frontMatter } = page.contents.deck;
    this.#language = {
      lang: languageTag(frontMatter.lang),
      isRightToLeft: frontMatter.dir === 'rtl',
    };
    this.#scene = new DeckScene(page, options.report, options.slides);
    const design = this.#createDesign();
    if (template) this.#layoutRules = layoutTokens(design.layouts);
    this.#design = template ? { ...design, layouts: this.#restyle(design.layouts) } : design;
  }

  #createDesign(): Design | TemplateDesign {
    const { template } = this.#options;
    const request = {
      page: this.#page,
      file: this.#file,
      room: this.#room,
      language: this.#language,
      styleOf: (...classes: readonly string[]) => this.#styleOf(...classes),
    };
    if (!template) return createOwnDesign(request);
    const named = namedLayouts(this.#page.contents.deck.frontMatter.pptx?.layouts);
    return createTemplateDesign(template, named, request);
  }

  /** With the tokens of the template's own layouts. */
  #restyle(layouts: Design['layouts']): Design['layouts'] {
    return new Map(
      Array.from(layouts, ([name, layout]) => [
        name,
        { ...layout, style: this.#styleOf(`layout-${name}`) },
      ]),
    );
  }

  write(): Presentation {
    const { parts } = this.#file;
    const root = parts.add('ppt/presentation.xml', `${presentationType}.presentation.main+xml`);
    parts.relate('officeDocument', root);
    const design = this.#design;
    const masters = design.masters.map(({ part, id }) => ({
      id,
      relation: root.relate('slideMaster', part),
    }));
    const slides = this.#page.contents.deck.stacks.flat();
    const wanted = new Set(this.#options.slides);
    // All parts first, as slides link to each other.
    const order = sourceOrder(slides);
    for (const index of order) {
      this.#file.slides[index] = wanted.has(index + 1)
        ? parts.addNumbered('ppt/slides/slide', 'xml', `${presentationType}.slide+xml`)
        : undefined;
    }
    this.#writeSlides(slides);
    this.#scene.losses.push(...lossesOfDeck(this.#page, this.#scene.exported, design));
    root.content = writeRoot({
      masters,
      notesMaster: root.relate('notesMaster', design.notesMaster),
      handoutMaster: design.handoutMaster && root.relate('handoutMaster', design.handoutMaster),
      slides: order.flatMap((index) => {
        const [slide, part] = [slides[index], this.#file.slides[index]];
        return slide ? [{ slide, id: part && root.relate('slide', part) }] : [];
      }),
      title: this.#page.title,
      design,
      fontList: design.fontList?.((part) => root.relate('font', part)),
      isRightToLeft: this.#language.isRightToLeft,
    });
    addSettings(root, parts, design);
    const { frontMatter } = this.#page.contents.deck;
    addProperties(parts, this.#page, frontMatter, this.#options.madeAt);
    return { bytes: parts.zip(), losses: this.#scene.losses, design };
  }

  #styleOf(...classes: readonly string[]): SlideStyle {
    return new SlideStyle([...this.#rules, ...this.#layoutRules], classes, '', this.#room);
  }

  #writeSlides(slides: readonly Slide[]): void {
    const sections = sectionsOf(slides);
    // Hidden slides come last, so that footnotes of the others have the numbers of the page.
    for (const [index, slide] of slides.entries()) {
      const section = sections.get(index) ?? '';
      const part = this.#file.slides[index];
      const layout = this.#design.layouts.get(slide.layout);
      if (part && layout) this.#writeSlide(slide, index + 1, section, part, layout);
    }
  }

  #writeSlide(
    slide: Slide,
    number: number,
    section: string,
    part: Part,
    layout: DesignLayout,
  ): void {
    part.relate('slideLayout', layout.part);
    const lang =
      slide.settings.lang === undefined ? this.#language.lang : languageTag(slide.settings.lang);
    const isRightToLeft =
      slide.settings.dir === undefined
        ? this.#language.isRightToLeft
        : slide.settings.dir === 'rtl';
    const style = this.#slideStyle(slide, number);
    const { plan, colorMapping } = layout;
    const writer = new SlideWriter(this.#file, part, style, { lang, isRightToLeft }, layout);
    const scene = new SlideScene(this.#scene, slide, number, section);
    const background = writeSlideBackground(writer, slide, scene, this.#room);
    const content = new ContentWriter(writer, slide, scene, plan, this.#room);
    const edges = readEdges(slide, scene);
    content.write();
    if (plan.edges) writeTemplateEdges(writer, slide, scene, edges, plan.edges);
    else writeEdges(writer, slide, scene, edges, this.#room);
    this.#addNotes(slide, number, section, part, this.#design.notesMaster);
    const { settings } = slide;
    const transition = settings.transition ?? this.#page.contents.deck.frontMatter.transition;
    part.content = element(
      'p:sld',
      { ...slideNamespaces, show: slide.hiddenAfter === undefined ? undefined : false },
      element('p:cSld', {}, background, writeTree(writer.shapes)),
      element('p:clrMapOvr', {}, colorMapping ?? element('a:masterClrMapping')),
      writeTransition(transition, settings.autoAnimate),
      writeTiming(writer),
    );
  }

  /** The tokens of a slide: those of its layout, and of its own background and colors. */
  #slideStyle(slide: Slide, number: number): SlideStyle {
    const tone = this.#page.shown.tones.get(number);
    const { backgrounds } = this.#page.contents.deck.frontMatter;
    const fill = (text: string): string =>
      text
        .replaceAll(colorMarks.tone, tone?.tone ?? '')
        .replaceAll(colorMarks.style, tone?.style ?? '');
    const classes = [
      `layout-${slide.layout}`,
      ...backgroundClasses(slide, backgrounds),
      ...slide.settings.classes,
    ];
    const own = classes.map(fill).flatMap((name) => name.split(' '));
    return new SlideStyle(
      [...this.#rules, ...this.#layoutRules],
      own,
      fill(backgroundStyle(slide, backgrounds) ?? ''),
      this.#room,
    );
  }

  #addNotes(slide: Slide, number: number, section: string, part: Part, master: Part): void {
    if (slide.notes.length === 0) return;
    const scene = new SlideScene(this.#scene, slide, number, section, true);
    const notes = this.#file.parts.addNumbered(
      'ppt/notesSlides/notesSlide',
      'xml',
      `${presentationType}.notesSlide+xml`,
    );
    const content = writeNotes(
      new SlideWriter(this.#file, notes, this.#styleOf('layout-default'), this.#language),
      scene,
    );
    notes.content =
      content ?? element('p:notes', slideNamespaces, element('p:cSld', {}, writeTree([])));
    relateNotes(notes, part, master);
  }
}

/** The size of slides of our own: the shorter side has 720 slide pixels. */
function roomOf({ size: { width, height } }: BuiltPage): SlideRoom {
  const unit = Math.min(width, height) / 720;
  return { width: width / unit, height: height / unit };
}
