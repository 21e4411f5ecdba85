import { existsSync } from 'node:fs';
import { deckMark } from '../base/deck-mark.ts';
import type { Report } from '../base/diagnostics/report.ts';
import { versionOf } from '../base/files/libraries.ts';
import { packageRoot } from '../base/files/package-root.ts';
import type { Inputs } from '../base/inputs.ts';
import type { BundledPage, ShownParts } from '../model/page.ts';
import type { Feature, RenderedDeck, RenderedSlide } from '../model/rendered.ts';
import type { BuildOptions } from '../model/source.ts';
import { readAssets } from './assets/assets.ts';
import { readSource, writeCarriedSource } from './assets/carried-source.ts';
import { FileContents } from './assets/file-contents.ts';
import { readScripts } from './assets/scripts.ts';
import { shareImages } from './assets/shared-images.ts';
import { shareMedia } from './assets/shared-media.ts';
import type { BundleOptions } from './bundle-options.ts';
import { findTones } from './colors/readable.ts';
import { type Fills, fillSlides, joinSlides } from './fill-slides.ts';
import type { DrawnImages } from './fonts/characters/characters.ts';
import { findCharacters } from './fonts/characters/font-characters.ts';
import { reportMissingGlyphs } from './fonts/characters/missing-glyphs.ts';
import { addDeckFonts } from './fonts/deck-fonts.ts';
import { embedFonts, locateFonts } from './fonts/fonts.ts';
import { drawCharts } from './images/chart-images.ts';
import { drawDiagrams } from './images/diagram-images.ts';
import { stripAttributes, stripDataUrls } from './metadata/strip.ts';
import { recordOf, withRemote } from './remote-deck.ts';
import { reportCopies, reportRemovedHtml } from './removed-html.ts';
import { bundleRuntime } from './runtime/runtime.ts';
import { writePage, writeProgram } from './shell.ts';
import { buildStyles, type Styles } from './styles/styles.ts';
import { reportUnknownTokens } from './styles/token-uses.ts';

/**
 * Builds one HTML file from a rendered deck and everything that it refers to: images, video, styles,
 * fonts, scripts. Draws its charts and diagrams. Asks servers only if the build fetches remote files.
 */
export async function bundlePage(
  rendered: RenderedDeck,
  given: BundleOptions,
  inputs: Inputs,
  report: Report,
): Promise<BundledPage> {
  const options = await withRemote(given, inputs);
  const { frontMatter, title, features, charts } = rendered;
  reportRemovedHtml(rendered, report);
  reportCopies(rendered, report);
  const specs = charts.map(({ spec }) => spec);
  const ownStyles = await buildStyles(rendered, options, inputs, report);
  const styles = await addDeckFonts(ownStyles, rendered, options, inputs, report);
  const contents = new FileContents(options.memo);
  const { images: settings } = frontMatter;
  const assetOptions = { ...options, images: settings };
  const assets = await readAssets(rendered.assets, assetOptions, contents, inputs, report);
  const allSlides = rendered.stacks.flat();
  const media = shareMedia(assets.urls, allSlides);
  const needed = new Set([...features, ...assets.features]);
  if (media.names.size > 0) needed.add('shared-media');
  const runtime = options.isDraft() ? '' : bundleRuntime({ features: needed, specs });
  const scripts = await readScripts(frontMatter.scripts, options, inputs, report);
  const scriptTexts = scripts.map(({ text }) => text);
  const texts = rendered.texts.map(({ text }) => text);
  reportUnknownTokens(
    styles.tokens,
    rendered.properties,
    { deck: texts, scripts: scriptTexts },
    report,
  );
  const draft = options.isDraft();
  const images = draft
    ? noImages
    : await drawImages(rendered, assets.sizes, styles, options, inputs, report);
  const characters = findCharacters(styles, rendered, images, options.memo);
  const fonts = locateFonts(styles, characters, options, inputs, report);
  const embedded = options.isDraft() ? [] : await embedFonts(fonts, styles, report);
  reportMissingGlyphs(rendered, characters.text, styles, embedded, report);
  const faces = embedded.map(({ rule }) => rule).join('');
  const clean = (options.share || options.stripMetadata) ?? false;
  const css = clean ? stripDataUrls(styles.css) : styles.css;
  const shared = shareImages(assets, allSlides, rendered.diagrams, css);
  const tones = await findTones(rendered, styles.css, report, options.memo);
  const columns = fillSlides(
    clean ? withoutMetadata(rendered) : rendered,
    { ...images, assets: shared.urls, media, sizes: assets.sizes, tones },
    options.memo,
  );
  const filled = columns.flat();
  const lock = recordOf(options.remoteDeck, report);
  const files = { entry: rendered.file, noted: inputs.parts, root: options.root, lock };
  // A draft that was never saved has no files.
  const isCarried = !options.share && existsSync(rendered.file);
  const source = isCarried ? await readSource(files, contents, settings) : undefined;
  const parts = {
    style: faces + shared.css,
    images: shared.images,
    scripts: [await runtime, ...scriptTexts],
    origins: assets.origins,
    version: versionOf(packageRoot),
    mark: options.share ? deckMark(rendered.file) : undefined,
  };
  const isEarly = mayStartEarly(columns, needed, scriptTexts);
  let html: string | undefined;
  return {
    title,
    lang: frontMatter.lang,
    ...(frontMatter.author !== undefined && { author: frontMatter.author }),
    ...(frontMatter.date !== undefined && { date: frontMatter.date }),
    size: frontMatter.size,
    slideCount: filled.length,
    slides: allSlides.map(({ number, title, seconds, span }, index) => ({
      number,
      title,
      ...(seconds !== undefined && { seconds }),
      span,
      notes: filled[index]?.notes ?? '',
    })),
    scripts,
    shown: { rendered, files: assets.files, ...images, css: styles.css, tones },
    get html() {
      html ??= writePage(rendered, {
        ...parts,
        slides: joinSlides(columns),
        early: isEarly ? joinSlides(columns.slice(0, earlySlides)).length : undefined,
        source: source ? writeCarriedSource(source, assets.contents, css) : '',
      });
      return html;
    },
    parts: {
      columns,
      style: parts.style,
      images: parts.images,
      program: isEarly ? writeProgram(frontMatter.lang, parts.scripts).toString() : '',
      frame: writePage(
        { ...rendered, title: '' },
        { ...parts, slides: '', style: '', images: '', source: '' },
      ),
    },
  };
}

/** So many slides are before the scripts of a long deck: keys lead on before the others are parsed. */
const earlySlides = 4;

/** What reads all slides when it starts. */
const lateFeatures: ReadonlySet<Feature> = new Set(['gif', 'shared-media', 'video']);

/** Whether the scripts may run after the first slides: the author's own may expect all of them, and so do stacks. */
function mayStartEarly(
  columns: readonly (readonly unknown[])[],
  features: ReadonlySet<Feature>,
  ownScripts: readonly string[],
): boolean {
  return (
    columns.length > 3 * earlySlides &&
    ownScripts.length === 0 &&
    columns.every(({ length }) => length === 1) &&
    ![...features].some((feature) => lateFeatures.has(feature) || feature.startsWith('chart-'))
  );
}

/** Removes the metadata of images that slides contain as `data:` URLs. */
function withoutMetadata({ stacks }: RenderedDeck): Pick<RenderedDeck, 'stacks'> {
  const clean = (slide: RenderedSlide): RenderedSlide => {
    const html = stripAttributes(slide.content.html);
    return { ...slide, content: { ...slide.content, html } };
  };
  return { stacks: stacks.map((stack) => stack.map(clean)) };
}

const noImages: PageImages = { charts: [], diagrams: [], diagramShapes: [] };

/** The images of the page, and the shapes of diagrams by their indexes. */
type PageImages = DrawnImages & Pick<ShownParts, 'diagramShapes'>;

async function drawImages(
  rendered: RenderedDeck,
  sizes: Fills['sizes'],
  styles: Styles,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): Promise<PageImages> {
  const charts = await drawCharts(rendered, styles, options, inputs, report);
  const diagrams = await drawDiagrams(rendered, sizes, styles, options, inputs, report);
  return {
    charts,
    diagrams: diagrams.map(({ svg }) => svg),
    diagramShapes: diagrams.map(({ shapes }) => shapes),
  };
}
