import { layoutsWithoutFooter } from '../../../4-render/slide-edges.ts';
import type { Slide } from '../../../model/deck.ts';
import { addEdge, type EdgeTexts, numberRuns } from '../slide/edges.ts';
import type { SlideScene } from '../slide/scene.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import type { Run } from '../text/paragraph.ts';
import type { EdgePlace, EdgeType } from '../theme/looks.ts';

/** Writes the footer and the number of a slide where the layout of a template has them. */
export function writeTemplateEdges(
  writer: SlideWriter,
  slide: Slide,
  scene: SlideScene,
  { header, footer }: EdgeTexts,
  edges: ReadonlyMap<EdgeType, EdgePlace>,
): void {
  const usual = !layoutsWithoutFooter.has(slide.layout);
  const { settings } = slide;
  const { frontMatter } = scene.deck;
  if (header.length > 0) scene.lose('header', '', frontMatter.header?.span);
  const logo = (settings.footer ?? usual) && frontMatter.logo;
  if (logo) scene.lose('logo', '', logo.span);
  const write = (type: EdgeType, name: string, runs: readonly Run[]): void => {
    const place = edges.get(type);
    if (place) addEdge(writer, { type, name, ...place }, runs);
    else if (runs.length > 0) scene.lose(type === 'ftr' ? 'footer' : 'number', '');
  };
  write('ftr', 'Footer', footer);
  if ((settings.numbers ?? usual) !== false && frontMatter.numbers) {
    write('sldNum', 'Slide number', numberRuns(slide, scene));
  }
}
