import { backgroundClasses, backgroundStyle } from '../../4-render/background.ts';
import { readTokenRules, type TokenRules } from '../../5-bundle/colors/slide-tokens.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { type LayoutName, layoutNames, type Slide } from '../../model/deck.ts';
import type { BuiltPage } from '../../model/page.ts';
import { colorMarks } from '../../model/rendered.ts';
import { DeckFile, type Raster } from './deck-file.ts';
import { lossesOfDeck } from './deck-losses.ts';
import type { Loss } from './losses.ts';
import type { Part } from './package/package.ts';
import { addProperties } from './package/properties.ts';
import { addSettings, firstLayoutId, writeRoot } from './root.ts';
import { writeSlideBackground } from './slide/background.ts';
import { readEdges, writeEdges } from './slide/edges.ts';
import { relateNotes, writeNotes, writeNotesMaster } from './slide/notes.ts';
import { DeckScene, SlideScene } from './slide/scene.ts';
import { ContentWriter } from './slide/slide.ts';
import { SlideWriter } from './slide/slide-writer.ts';
import { writeTiming, writeTransition } from './slide/timing.ts';
import { bulletOf, languageTag } from './theme/conventions.ts';
import { writeLayout } from './theme/layout.ts';
import type { LayoutPlan, SlideRoom } from './theme/looks.ts';
import { writeMaster, writeTree } from './theme/master.ts';
import { planLayout } from './theme/placeholders.ts';
import { Scheme } from './theme/scheme.ts';
import { SlideStyle } from './theme/style.ts';
import { writeTheme } from './theme/theme-part.ts';
import { element, slideNamespaces } from './xml.ts';

const types = 'application/vnd.openxmlformats-officedocument';
const presentationType = `${types}.presentationml`;

/** The finished file, and what it could not contain. */
export interface Presentation {
  readonly bytes: Buffer;
  readonly losses: readonly Loss[];
  /** The fonts that it names, and does not contain. */
  readonly fonts: readonly string[];
}

export interface PresentationOptions {
  /** The numbers of the slides to include, from 1. */
  readonly slides: readonly number[];
  readonly rasters: ReadonlyMap<string, Raster>;
  /** Seconds since 1970. */
  readonly madeAt?: number | undefined;
  readonly report: Report;
}

/** Writes a deck as a presentation with a master of its own theme. */
export async function writePresentation(
  page: BuiltPage,
  options: PresentationOptions,
): Promise<Presentation> {
  const rules = await readTokenRules(page.shown.css);
  return new PresentationWriter(page, rules, options).write();
}

interface Layout {
  readonly part: Part;
  readonly plan: LayoutPlan;
  readonly style: SlideStyle;
}

class PresentationWriter {
  readonly #page: BuiltPage;
  readonly #rules: TokenRules;
  readonly #options: PresentationOptions;
  readonly #room: SlideRoom;
  readonly #file: DeckFile;
  readonly #style: SlideStyle;
  readonly #language: { readonly lang: string; readonly isRightToLeft: boolean };
  readonly #scene: DeckScene;

  constructor(page: BuiltPage, rules: TokenRules, options: PresentationOptions) {
    this.#page = page;
    this.#rules = rules;
    this.#options = options;
    const { width, height } = page.size;
    const unit = Math.min(width, height) / 720;
    this.#room = { width: width / unit, height: height / unit };
    this.#style = this.#styleOf('layout-default');
    this.#file = new DeckFile(new Scheme(this.#style), bulletOf(page.shown.css), options.rasters);
    const { frontMatter } = page.contents.deck;
    this.#language = {
      lang: languageTag(frontMatter.lang),
      isRightToLeft: frontMatter.dir === 'rtl',
    };
    this.#scene = new DeckScene(page, options.report, options.slides);
  }

  write(): Presentation {
    const { parts } = this.#file;
    const root = parts.add('ppt/presentation.xml', `${presentationType}.presentation.main+xml`);
    parts.relate('officeDocument', root);
    const master = parts.add(
      'ppt/slideMasters/slideMaster1.xml',
      `${presentationType}.slideMaster+xml`,
    );
    const masterId = root.relate('slideMaster', master);
    this.#addTheme(master, 'ppt/theme/theme1.xml');
    const layouts = this.#addLayouts(master);
    const notesMaster = this.#addNotesMaster(root);
    const slides = this.#page.contents.deck.stacks.flat();
    const wanted = new Set(this.#options.slides);
    // All parts first, as slides link to each other.
    for (const [index] of slides.entries()) {
      this.#file.slides.push(
        wanted.has(index + 1)
          ? parts.addNumbered('ppt/slides/slide', 'xml', `${presentationType}.slide+xml`)
          : undefined,
      );
    }
    this.#writeSlides(slides, layouts, notesMaster);
    this.#scene.losses.push(...lossesOfDeck(this.#page, this.#scene.exported));
    root.content = writeRoot({
      master: masterId,
      notesMaster: root.relate('notesMaster', notesMaster),
      slideIds: this.#file.slides.map((part) => part && root.relate('slide', part)),
      slides,
      title: this.#page.title,
      room: this.#room,
      isRightToLeft: this.#language.isRightToLeft,
    });
    addSettings(root, parts);
    const { frontMatter } = this.#page.contents.deck;
    addProperties(parts, this.#page, frontMatter, this.#options.madeAt);
    const fonts = ['--font-heading', '--font-text'].map((token) => this.#style.font(token));
    return { bytes: parts.zip(), losses: this.#scene.losses, fonts: [...new Set(fonts)] };
  }

  #styleOf(...classes: readonly string[]): SlideStyle {
    return new SlideStyle(this.#rules, classes, '', this.#room);
  }

  get #hasHeader(): boolean {
    const { deck } = this.#page.contents;
    return (
      deck.header.length > 0 || deck.stacks.flat().some(({ header = [] }) => header.length > 0)
    );
  }

  #addTheme(master: Part, path: string): void {
    const fonts = {
      heading: this.#style.font('--font-heading'),
      text: this.#style.font('--font-text'),
    };
    const { name } = this.#page.contents.deck.frontMatter.theme;
    const xml = writeTheme(
      `Lectern ${name.replace(/^.*\//, '').replace(/\.css$/, '')}`,
      this.#file.scheme,
      fonts,
    );
    master.relate('theme', this.#file.parts.add(path, `${types}.theme+xml`, xml));
  }

  #addLayouts(master: Part): ReadonlyMap<LayoutName, Layout> {
    const layouts = new Map<LayoutName, Layout>();
    // The one that PowerPoint chooses for new slides comes second.
    for (const name of layoutNames) {
      const style = this.#styleOf(`layout-${name}`);
      const plan = planLayout(name, style, this.#room, this.#hasHeader);
      const part = this.#file.parts.addNumbered(
        'ppt/slideLayouts/slideLayout',
        'xml',
        `${presentationType}.slideLayout+xml`,
      );
      part.relate('slideMaster', master);
      part.content = writeLayout(
        new SlideWriter(this.#file, part, style, this.#language),
        plan,
        this.#room,
      );
      layouts.set(name, { part, plan, style });
    }
    const ids = [...layouts.values()].map(
      ({ part }, index) => [firstLayoutId + index, master.relate('slideLayout', part)] as const,
    );
    const plan = planLayout('default', this.#style, this.#room, this.#hasHeader);
    const [title, body] = plan.placeholders;
    if (title && body) {
      const writer = new SlideWriter(this.#file, master, this.#style, this.#language);
      master.content = writeMaster(writer, this.#room, title, body, ids);
    }
    return layouts;
  }

  #addNotesMaster(root: Part): Part {
    const part = this.#file.parts.add(
      'ppt/notesMasters/notesMaster1.xml',
      `${presentationType}.notesMaster+xml`,
    );
    this.#addTheme(part, 'ppt/theme/theme2.xml');
    part.content = writeNotesMaster(new SlideWriter(this.#file, part, this.#style, this.#language));
    root.relate('notesMaster', part);
    return part;
  }

  #writeSlides(
    slides: readonly Slide[],
    layouts: ReadonlyMap<LayoutName, Layout>,
    notesMaster: Part,
  ): void {
    let section = '';
    for (const [index, slide] of slides.entries()) {
      if (slide.layout === 'section') section = slide.title;
      const part = this.#file.slides[index];
      const layout = layouts.get(slide.layout);
      if (part && layout) this.#writeSlide(slide, index + 1, section, part, layout, notesMaster);
    }
  }

  #writeSlide(
    slide: Slide,
    number: number,
    section: string,
    part: Part,
    layout: Layout,
    notesMaster: Part,
  ): void {
    part.relate('slideLayout', layout.part);
    const lang =
      slide.settings.lang === undefined ? this.#language.lang : languageTag(slide.settings.lang);
    const isRightToLeft =
      slide.settings.dir === undefined
        ? this.#language.isRightToLeft
        : slide.settings.dir === 'rtl';
    const style = this.#slideStyle(slide, number);
    const writer = new SlideWriter(this.#file, part, style, { lang, isRightToLeft }, layout.style);
    const scene = new SlideScene(this.#scene, slide, number, section);
    const background = writeSlideBackground(writer, slide, scene, this.#room);
    const content = new ContentWriter(writer, slide, scene, layout.plan, this.#room);
    const edges = readEdges(slide, scene);
    content.write();
    writeEdges(writer, slide, scene, edges, this.#room);
    this.#addNotes(slide, number, section, part, notesMaster);
    const { settings } = slide;
    const transition = settings.transition ?? this.#page.contents.deck.frontMatter.transition;
    part.content = element(
      'p:sld',
      slideNamespaces,
      element('p:cSld', {}, background, writeTree(writer.shapes)),
      element('p:clrMapOvr', {}, element('a:masterClrMapping')),
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
      this.#rules,
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
      new SlideWriter(this.#file, notes, this.#style, this.#language),
      scene,
    );
    notes.content =
      content ?? element('p:notes', slideNamespaces, element('p:cSld', {}, writeTree([])));
    relateNotes(notes, part, master);
  }
}
