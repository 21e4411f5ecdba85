import type { DiagramText } from '../../model/blocks.ts';
import type { DiagramSpec, GraphNode } from '../../model/diagram/diagram.ts';
import { type FigureSource, nameOf, withWords } from '../../model/diagram/figures.ts';
import type { DiagramFigure } from '../../model/rendered.ts';
import type { SlideContext } from '../context.ts';
import { withOwnIds } from '../icon.ts';
import { writeFormula } from './formula.ts';

/** The figures of a diagram, by index; `null` for those that are missing. */
export function renderFigures(
  text: DiagramText,
  context: SlideContext,
): readonly (DiagramFigure | null)[] {
  const figures = context.resources.figures.get(text) ?? [];
  return figures.map((figure): DiagramFigure | null => {
    switch (figure?.kind) {
      case 'icon': {
        const { viewBox, body } = figure.icon;
        return { kind: 'icon', viewBox, body: withOwnIds(body, context) };
      }
      case 'formula':
        return { kind: 'formula', mathml: writeFormula(figure.tree) };
      case 'image': {
        const { path, from } = figure.image;
        return { kind: 'image', path, from, index: context.assets.add(figure.image) };
      }
      default:
        return null;
    }
  });
}

/** A diagram with boxes in place of pictures that are missing. */
export function withoutMissing(
  spec: DiagramSpec,
  figures: readonly (DiagramFigure | null)[],
): DiagramSpec {
  return mapPictured(spec, (node, figure) => {
    if (figures[figure]) return node;
    const { picture: _, ...box } = node;
    return named(box, node.id);
  });
}

/** A diagram with words in place of figures, for its description. */
export function namePictures(
  spec: DiagramSpec,
  figures: readonly FigureSource[] = [],
): DiagramSpec {
  const words = withWords(spec, figures);
  return mapPictured(words, (node, index) => {
    const figure = figures[index];
    return named(node, (figure && nameOf(figure)) || node.id);
  });
}

function mapPictured(
  spec: DiagramSpec,
  map: (node: GraphNode, figure: number) => GraphNode,
): DiagramSpec {
  if (spec.kind !== 'graph' || !spec.nodes.some(({ picture }) => picture)) return spec;
  const nodes = spec.nodes.map((node) => (node.picture ? map(node, node.picture.figure) : node));
  return { ...spec, nodes };
}

function named(node: GraphNode, name: string): GraphNode {
  const { content } = node;
  if (content.kind !== 'text' || content.text !== '') return node;
  return { ...node, content: { ...content, text: name } };
}
