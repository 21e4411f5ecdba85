import { childOf, childrenOf, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import { ownValue } from '../../base/own-value.ts';
import type { ChartType } from '../model.ts';
import { type Cells, cellsOf, textIn } from './cells.ts';

/** A series as it is in the file. */
export interface ReadSeries {
  readonly name: string;
  readonly index: number;
  readonly element: XmlElement;
  readonly categories: Cells;
  readonly values: Cells;
  readonly sizes: Cells;
}

/** Series that are drawn the same way on the same axes. */
export interface Group {
  readonly type: ChartType;
  /** The name of its element, such as `c:bar3DChart`. */
  readonly kind: string;
  readonly isHorizontal: boolean;
  readonly stacking: 'none' | 'stacked' | 'percent';
  readonly hasLines: boolean;
  readonly axes: readonly string[];
  readonly series: readonly ReadSeries[];
}

const types: Readonly<Record<string, ChartType>> = {
  'c:barChart': 'bar',
  'c:bar3DChart': 'bar',
  'c:lineChart': 'line',
  'c:line3DChart': 'line',
  'c:stockChart': 'line',
  'c:areaChart': 'area',
  'c:area3DChart': 'area',
  'c:pieChart': 'pie',
  'c:pie3DChart': 'pie',
  'c:ofPieChart': 'pie',
  'c:doughnutChart': 'doughnut',
  'c:scatterChart': 'scatter',
  'c:bubbleChart': 'bubble',
  'c:radarChart': 'radar',
  'c:surfaceChart': 'line',
  'c:surface3DChart': 'line',
};

/** Kinds that are drawn in another way. */
export const approximated: ReadonlySet<string> = new Set([
  'c:stockChart',
  'c:ofPieChart',
  'c:surfaceChart',
  'c:surface3DChart',
]);

/** The groups of series in a plot area, in the order in which they are drawn. */
export function groupsOf(plotArea: XmlElement | undefined): readonly Group[] {
  return (plotArea?.children ?? []).flatMap((element): readonly Group[] => {
    const type = ownValue(types, element.name);
    if (!type) return [];
    const grouping = attributeOf(element, 'c:grouping') ?? '';
    const style = attributeOf(element, 'c:scatterStyle') ?? '';
    return [
      {
        type,
        kind: element.name,
        isHorizontal: attributeOf(element, 'c:barDir') === 'bar',
        stacking:
          grouping === 'percentStacked' ? 'percent' : grouping === 'stacked' ? 'stacked' : 'none',
        hasLines: /line|smooth/i.test(style),
        axes: childrenOf(element, 'c:axId').map(({ attributes }) => attributes.val ?? ''),
        series: childrenOf(element, 'c:ser').map(readSeries),
      },
    ];
  });
}

function readSeries(element: XmlElement): ReadSeries {
  const index = Number(attributeOf(element, 'c:idx') ?? 0);
  return {
    name: nameOf(element),
    index,
    element,
    categories: cellsOf(childOf(element, 'c:cat') ?? childOf(element, 'c:xVal')),
    values: cellsOf(childOf(element, 'c:val') ?? childOf(element, 'c:yVal')),
    sizes: cellsOf(childOf(element, 'c:bubbleSize')),
  };
}

function nameOf(series: XmlElement): string {
  const tx = childOf(series, 'c:tx');
  const literal = childOf(tx, 'c:v')?.text;
  return (literal ?? textIn(series)).replace(/\s+/g, ' ').trim();
}

export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.val;
}
