import { showSource } from '../../2-parse/blocks/shown-source.ts';
import { type Html, html, rawHtml } from '../../base/html.ts';
import { wordsIn } from '../../base/words/words.ts';
import type { Diagram } from '../../model/blocks.ts';
import type { DiagramReading, DiagramSpec, DiagramSteps } from '../../model/diagram/diagram.ts';
import { type DiagramImage, diagramMark } from '../../model/rendered.ts';
import { blockAttributes, cssLength } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { describeDiagram } from '../diagram/describe.ts';
import { namePictures, renderFigures, withoutMissing } from '../diagram/figures.ts';
import { isStepped, planSteps } from '../diagram/plan-steps.ts';
import { altLangOf, renderChart } from './chart.ts';
import { renderCode } from './code.ts';

/** The height of a diagram's title, in slide pixels. */
const captionHeight = 45;

/** Renders a diagram with its title. */
export function renderDiagram(diagram: Diagram, context: SlideContext): Html {
  const { span, attributes, source } = diagram;
  const read = context.resources.diagrams.get(source);
  // It has errors, so that this is a preview, or Lectern does not draw diagrams of its type.
  if (!read) return renderCode(showSource(diagram, source.text), context);
  const { reading } = read;
  const title = diagram.title ?? reading.title;
  if (reading.spec.kind === 'chart') {
    const alt = diagram.alt ?? reading.alt;
    const named = { ...(title !== undefined && { title }), ...(alt !== undefined && { alt }) };
    const { chart } = reading.spec;
    return renderChart({ ...chart, kind: 'chart', span, attributes, ...named }, context);
  }
  const figures = renderFigures(source, context);
  const spec = withoutMissing(reading.spec, figures);
  const { lang } = context;
  const alt = diagram.alt ?? describeReading(reading, spec, title, lang);
  const { width, height } = context.room;
  const asked = attributes.values.get('width');
  const mark = diagramMark(context.diagrams.length);
  context.diagrams.push({
    spec,
    span,
    alt,
    ...((diagram.alt ?? reading.alt) === undefined && altLangOf(lang)),
    ...(figures.length > 0 && { figures }),
    ...stepsOf(spec, read.steps, context),
    width: Math.round(widthIn(width, asked, context)),
    height: Math.round(height - (title === undefined ? 0 : captionHeight)),
  });
  const style = asked === undefined ? undefined : `inline-size:${cssLength(asked, context)}`;
  const own = blockAttributes(attributes, context, ['diagram'], { style });
  const caption = title !== undefined && html`<figcaption>${title}</figcaption>\n`;
  return html`<figure${own}>\n${caption}${rawHtml(mark)}\n</figure>`;
}

/** The author's name and text alternative, and what is missing of them in our words. */
function describeReading(
  { name, alt, figures }: DiagramReading,
  spec: DiagramSpec,
  title: string | undefined,
  lang: string,
): string {
  if (alt === undefined) return describeDiagram(namePictures(spec, figures), name ?? title, lang);
  return name === undefined ? alt : name + wordsIn(lang).colon + alt;
}

/** The steps of a diagram, as those of its slide. Speaker notes have none. */
function stepsOf(
  spec: DiagramSpec,
  asked: DiagramSteps | undefined,
  { steps }: SlideContext,
): Pick<DiagramImage, 'steps'> {
  if (asked === undefined || !isStepped(spec) || steps.isStill) return {};
  const { nodes, groups, edges } = planSteps(spec, asked);
  // The steps at which something appears.
  const used = [...new Set([...nodes, ...edges])].filter((step) => step > 0).sort((a, b) => a - b);
  const indexes = new Map(used.map((step) => [step, steps.next()]));
  const indexOf = (step: number): number | null => indexes.get(step) ?? null;
  return {
    steps: {
      nodes: nodes.map(indexOf),
      groups: groups.map(indexOf),
      edges: edges.map(indexOf),
    },
  };
}

/** The requested width of a diagram, in slide pixels. */
function widthIn(width: number, asked: string | undefined, { deck }: SlideContext): number {
  const [, number = '', unit = 'px'] = /^([\d.]+)(%|px|rem|em)?$/.exec(asked ?? '100%') ?? [];
  if (unit === '%') return (width * Number(number)) / 100;
  const pixel = 720 / Math.min(deck.frontMatter.size.width, deck.frontMatter.size.height);
  const rem = 16;
  return Math.min(width, Number(number) * (unit === 'px' ? pixel : rem));
}
