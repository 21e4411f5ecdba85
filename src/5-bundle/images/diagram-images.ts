import { cacheEntry } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { shorten } from '../../base/diagnostics/shorten.ts';
import { libraryVersion } from '../../base/files/libraries.ts';
import { attributes, escapeHtml } from '../../base/html.ts';
import type { Inputs } from '../../base/inputs.ts';
import { Stopwatch } from '../../base/time/stopwatch.ts';
import { figureMarks } from '../../model/diagram/figures.ts';
import type { DiagramShapes, DrawnShape } from '../../model/diagram/shapes.ts';
import type { DiagramImage, RenderedDeck } from '../../model/rendered.ts';
import type { BuildOptions } from '../../model/source.ts';
import { withUniqueIds } from '../diagram/figures/figure.ts';
import {
  describeFigures,
  type KnownFigure,
  prepareFigures,
  type SizeOfImage,
} from '../diagram/figures/prepare.ts';
import { type Fitted, fitDrawing, minTextSize } from '../diagram/fit/fit-drawing.ts';
import { LayoutError } from '../diagram/layout/arrange.ts';
import type { Size } from '../diagram/shapes.ts';
import { round } from '../diagram/svg.ts';
import { Typesetter } from '../diagram/typesetter.ts';
import type { Styles } from '../styles/styles.ts';
import { tokensOf } from './chart-tokens.ts';
import { facesForImages, facesKey } from './image-faces.ts';
import { type ImageFace, measureWith } from './text-measure.ts';

/** Of all diagrams of a deck, in milliseconds of processor time. */
const maxTime = 60_000;

/**
 * Draws the images of a deck's diagrams in the theme's font.
 *
 * @param sizes of the deck's assets, as far as they are images of a known size
 * @returns them by number
 */
export async function drawDiagrams(
  { diagrams, assets }: RenderedDeck,
  sizes: readonly (Size | undefined)[],
  styles: Styles,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): Promise<readonly DrawnDiagram[]> {
  if (diagrams.length === 0) return [];
  const characters = JSON.stringify(diagrams.map(({ spec }) => spec));
  const artist = new DiagramDrawer(styles, facesForImages(characters, styles, options, inputs));
  const sizeOf: SizeOfImage = (path, from) =>
    sizes[assets.findIndex((ref) => ref.path === path && ref.from === from)];
  const drawings: DrawnDiagram[] = [];
  const stopwatch = new Stopwatch();
  for (const diagram of diagrams) {
    if (stopwatch.elapsed > maxTime) {
      const message = `the diagrams up to this one take more than ${maxTime / 1000} seconds to draw`;
      report.add('diagram-limit', diagram.span, message, 'divide the deck');
      break;
    }
    drawings.push(await artist.draw(diagram, sizeOf, report));
  }
  return diagrams.map((_, i) => drawings[i] ?? undrawn);
}

/** A diagram as an `svg` element, empty if it cannot be drawn, and as shapes, if formats can have them. */
export interface DrawnDiagram {
  readonly svg: string;
  readonly shapes?: DiagramShapes;
}

/** A drawing as it is cached. */
interface KnownDrawing extends Omit<Fitted, 'shapes'> {
  readonly shapes?: readonly DrawnShape[];
}

const undrawn: DrawnDiagram = { svg: '' };

/** So many boxes rarely fit. */
const manyBoxes = 20;

class DiagramDrawer {
  readonly #size: number;
  readonly #faces: readonly ImageFace[];
  readonly #key: readonly string[];
  #typesetter: Promise<Typesetter> | undefined;

  constructor(styles: Styles, faces: readonly ImageFace[]) {
    this.#size = tokensOf(styles.css).size;
    this.#faces = faces;
    const versions = ['@viz-js/viz', 'harfbuzzjs'].map(libraryVersion);
    this.#key = [
      codeFingerprint('src/5-bundle/images/diagram-images.ts'),
      ...versions,
      String(this.#size),
      facesKey(this.#faces),
    ];
  }

  async draw(picture: DiagramImage, sizeOf: SizeOfImage, report: Report): Promise<DrawnDiagram> {
    const { spec, alt, altLang, width, height, steps } = picture;
    const figures = describeFigures(picture.figures ?? [], sizeOf);
    const content = JSON.stringify([spec, width, height, steps, figures]);
    const entry = cacheEntry('diagram', [...this.#key, content]);
    const known = entry.read();
    const drawing = known
      ? (JSON.parse(known) as KnownDrawing)
      : await this.#try(picture, figures, report);
    if (!drawing) return undrawn;
    if (!known) entry.write(JSON.stringify(drawing));
    if (drawing.textSize < minTextSize) warnOfCrowd(drawing, picture, report);
    const box = `viewBox="0 0 ${round(drawing.width)} ${round(drawing.height)}"`;
    const style = `style="--w:${round(drawing.width)};--h:${round(drawing.height)}"`;
    // An image has no links that everybody can use.
    const role = spec.kind === 'graph' && spec.nodes.some(({ link }) => link) ? 'group' : 'img';
    const svg = `<svg ${box} font-size="${this.#size}" ${style} role="${role}" aria-label="${escapeHtml(alt)}"${attributes({ lang: altLang })}>${drawing.content}</svg>`;
    const { shapes, width: w, height: h } = drawing;
    return {
      svg,
      ...(shapes && { shapes: { shapes, width: w, height: h, textSize: this.#size } }),
    };
  }

  async #try(
    picture: DiagramImage,
    figures: readonly KnownFigure[],
    report: Report,
  ): Promise<KnownDrawing | undefined> {
    try {
      const typesetter = (await this.#openFont()).with(await prepareFigures(figures));
      const drawing = await fitDrawing(picture, typesetter);
      const { shapes, ...rest } = drawing;
      const content = withUniqueIds(drawing.content);
      return { ...rest, content, ...(shapes && { shapes: shapes() }) };
    } catch (error) {
      if (!(error instanceof LayoutError)) throw error;
      const hint = 'remove some edges or groups, or split it over several slides';
      report.add(
        'diagram-limit',
        picture.span,
        `this diagram cannot be laid out: ${error.message}`,
        hint,
      );
      return undefined;
    }
  }

  #openFont(): Promise<Typesetter> {
    this.#typesetter ??= measureWith(this.#faces).then(
      (measure) => new Typesetter(measure, this.#size),
    );
    return this.#typesetter;
  }
}

function warnOfCrowd(
  { textSize, better }: Pick<Fitted, 'textSize' | 'better'>,
  { spec, span }: DiagramImage,
  report: Report,
): void {
  const size = sizeOfGraph(spec);
  const message = `the text of this diagram${size} is only ${round(textSize)} pixels high; ${minTextSize} are needed to read it`;
  const turn = better === undefined ? '' : `, or change its direction to ${better}`;
  const [group] = spec.kind === 'graph' ? spec.groups : [];
  const name = (group?.label ?? '').replace(figureMarks, '').replace(/\s+/g, ' ').trim();
  const part = name === '' ? 'a part of it' : `a part of it, such as "${shorten(name, 40)}"`;
  report.add(
    'diagram-crowded',
    span,
    message,
    `show ${part}, or split it over several slides${turn}`,
  );
}

/** The size of a large graph, in words. */
function sizeOfGraph(spec: DiagramImage['spec']): string {
  if (spec.kind !== 'graph' || spec.nodes.length < manyBoxes) return '';
  return ` of ${spec.nodes.length} boxes`;
}
