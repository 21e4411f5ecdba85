import { fence } from '../../shared/fence.ts';
import { standIn } from '../../shared/stand-in.ts';
import type { AttributeValues } from '../attributes/comment-attributes.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import { readChartConfig } from './chart-config.ts';
import { attributeOf, contentOf, replaceByBlock, textOfHtml } from './element-text.ts';

const types = new Set([
  'bar',
  'line',
  'area',
  'pie',
  'doughnut',
  'polarArea',
  'radar',
  'scatter',
  'bubble',
]);

/** Charts of the plugin for Chart.js: values as CSV, and options as JSON in a comment. */
export function translateChart(
  node: SlideNode,
  _: AttributeValues | undefined,
  deck: DeckTranslation,
): void {
  const written = attributeOf(node, 'data-chart');
  if (written === undefined) {
    const message = 'the script that draws on a canvas is not run: a box stands in';
    deck.unmapped(message, node.start, node.end);
    replaceByBlock(node, standIn({ title: 'Drawing', width: '60%', height: '12rem' }), deck);
    return;
  }
  const content = contentOf(node, deck);
  const source = attributeOf(node, 'data-chart-src');
  const csv = source === undefined ? textOfHtml(content) : (deck.readFile(source) ?? '');
  const comments = [...content.matchAll(/<!--([\s\S]*?)-->/g)].map(([, text = '']) => text);
  const chart = readChartConfig(types.has(written) ? written : 'bar', csv, comments);
  if (!chart) {
    const message = 'this chart has no values that can be read: a box stands in';
    deck.unmapped(message, node.start, node.end);
    replaceByBlock(node, standIn({ title: 'Chart', width: '60%', height: '12rem' }), deck);
    return;
  }
  if (chart.hasColors) {
    deck.unmapped('charts have the colors of the theme', node.start, node.end);
  }
  replaceByBlock(node, fence(chart.info, chart.text), deck);
}
