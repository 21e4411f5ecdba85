import { cacheEntry } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { libraryVersion } from '../../base/files/libraries.ts';
import { escapeHtml } from '../../base/html.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { DiagramSpec, Direction } from '../../model/diagram.ts';
import type { DiagramImage, RenderedDeck } from '../../model/rendered.ts';
import type { BuildOptions } from '../../model/source.ts';
import { isTurnableDot } from '../diagram/dot/dot.ts';
import { drawDiagram } from '../diagram/draw.ts';
import { withUniqueIds } from '../diagram/figures/figure.ts';
import {
  describeFigures,
  type KnownFigure,
  prepareFigures,
  type SizeOfImage,
} from '../diagram/figures/prepare.ts';
import { LayoutError } from '../diagram/layout/arrange.ts';
import type { Size } from '../diagram/shapes.ts';
import { type Drawing, round } from '../diagram/svg.ts';
import { Typesetter } from '../diagram/typesetter.ts';
import type { Styles } from '../styles/styles.ts';
import { tokensOf } from './chart-tokens.ts';
import { facesForImages, facesKey } from './image-faces.ts';
import { type ImageFace, measureWith } from './text-measure.ts';

/** Smaller text, in slide pixels, is not readable from the back row. */
const minTextSize = 15;
/** The largest factor by which small diagrams are enlarged. */
const maxScale = 1.3;
/** The size of edge labels relative to other text; see `themes/base/diagrams.css`. */
const smallShare = 0.86;

/** What the cache keeps of a diagram. */
interface Fitted extends Drawing {
  /** The size of its smallest text on the slide, in slide pixels. */
  readonly textSize: number;
  /** Its text would be large enough if it ran this way. */
  readonly better?: Direction;
}

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
): Promise<readonly string[]> {
  if (diagrams.length === 0) return [];
  const characters = JSON.stringify(diagrams.map(({ spec }) => spec));
  const artist = new DiagramDrawer(styles, facesForImages(characters, styles, options, inputs));
  const sizeOf: SizeOfImage = (path, from) =>
    sizes[assets.findIndex((ref) => ref.path === path && ref.from === from)];
  const drawings: string[] = [];
  for (const diagram of diagrams) drawings.push(await artist.draw(diagram, sizeOf, report));
  return drawings;
}

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

  /** A diagram as an `svg` element. */
  async draw(picture: DiagramImage, sizeOf: SizeOfImage, report: Report): Promise<string> {
    const { spec, alt, width, height, steps } = picture;
    const figures = describeFigures(picture.figures ?? [], sizeOf);
    const content = JSON.stringify([spec, width, height, steps, figures]);
    const entry = cacheEntry('diagram', [...this.#key, content]);
    const known = entry.read();
    const drawing = known
      ? (JSON.parse(known) as Fitted)
      : await this.#try(picture, figures, report);
    if (!drawing) return '';
    if (!known) entry.write(JSON.stringify(drawing));
    if (drawing.textSize < minTextSize) warnOfCrowd(drawing, picture, report);
    const box = `viewBox="0 0 ${round(drawing.width)} ${round(drawing.height)}"`;
    const style = `style="--w:${round(drawing.width)};--h:${round(drawing.height)}"`;
    // An image has no links that everybody can use.
    const role = spec.kind === 'graph' && spec.nodes.some(({ link }) => link) ? 'group' : 'img';
    return `<svg ${box} font-size="${this.#size}" ${style} role="${role}" aria-label="${escapeHtml(alt)}">${drawing.content}</svg>`;
  }

  async #try(
    picture: DiagramImage,
    figures: readonly KnownFigure[],
    report: Report,
  ): Promise<Fitted | undefined> {
    try {
      const typesetter = (await this.#openFont()).with(await prepareFigures(figures));
      const drawing = await drawFitted(picture, typesetter);
      return { ...drawing, content: withUniqueIds(drawing.content) };
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

/** Draws a diagram with the usual distances, or with shorter ones if that makes its text larger. */
async function drawFitted(picture: DiagramImage, typesetter: Typesetter): Promise<Fitted> {
  const { spec, width, height } = picture;
  const small = typesetter.size * smallShare;
  const sizeIn = (drawing: Drawing) =>
    Math.min(drawing.textSize ?? small, small) *
    Math.min(maxScale, width / drawing.width, height / drawing.height);
  const larger = (one: Drawing, other: Drawing) => (sizeIn(other) > sizeIn(one) ? other : one);
  const paint = (roomy: number, direction?: Direction) =>
    drawDiagram(picture, typesetter, roomy, direction);
  const usual = await paint(1);
  const isTurnable = canTurn(spec);
  const isHopeless = sizeIn(usual) < minTextSize / 2 && !isTurnable;
  if (isHopeless || sizeIn(usual) >= small) {
    return { ...usual, textSize: sizeIn(usual) };
  }
  const best = larger(usual, await paint(0.6));
  const textSize = sizeIn(best);
  const isGraph = spec.kind === 'graph' || (spec.kind === 'dot' && isTurnable);
  if (textSize >= minTextSize || !isGraph) return { ...best, textSize };
  const better = spec.kind === 'dot' ? 'LR' : turned(spec.direction);
  const other = await paint(0.6, better);
  if (isTurnable) {
    const chosen = larger(best, larger(await paint(1, better), other));
    return { ...chosen, textSize: sizeIn(chosen) };
  }
  return { ...best, textSize, ...(sizeIn(other) >= minTextSize && { better }) };
}

/** Whether the author has left the direction open. */
function canTurn(spec: DiagramSpec): boolean {
  if (spec.kind === 'dot') return isTurnableDot(spec);
  return spec.kind === 'graph' && spec.isTurnable === true;
}

function turned(direction: Direction): Direction {
  return direction === 'TB' || direction === 'BT' ? 'LR' : 'TB';
}

function warnOfCrowd({ textSize, better }: Fitted, { span }: DiagramImage, report: Report): void {
  const message = `the text of this diagram is only ${round(textSize)} pixels high; ${minTextSize} are needed to read it`;
  const turn = better === undefined ? '' : `, or change its direction to ${better}`;
  const hint = `show a part of it, or split it over several slides${turn}`;
  report.add('diagram-crowded', span, message, hint);
}
