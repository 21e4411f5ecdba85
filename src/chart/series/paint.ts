import { type ChartLook, paletteColor, setBack } from '../style.ts';
import { type ChartData, isRound, isSetApart } from './data.ts';

/** With something set apart, the rest steps back; a lone series does so all the way. */
export function seriesColor(data: ChartData, index: number, look: ChartLook): string {
  const own = paletteColor(index, look);
  const { series, highlight } = data;
  if (series.length === 1) return highlight.length > 0 && !isRound(data) ? look.muted : own;
  const isBehind = series.some((each) => each.highlight) && !series[index]?.highlight;
  return isBehind ? setBack(own, look) : own;
}

/** The colour of a bar or point, or of a part of a whole. */
export function itemColor(
  data: ChartData,
  index: number,
  category: number,
  look: ChartLook,
): string {
  const isApart = isSetApart(data, category);
  const steps = data.highlight.length > 0 && !isApart;
  if (isRound(data)) {
    const own = paletteColor(category, look);
    if (isApart) return look.highlight;
    return steps ? setBack(own, look) : own;
  }
  const own = seriesColor(data, index, look);
  if (data.series.length === 1) return isApart ? look.highlight : own;
  return steps ? setBack(own, look) : own;
}
