import type { Report } from '../../base/diagnostics/report.ts';
import { didYouMean } from '../../base/diagnostics/suggest.ts';
import type { YamlEntry } from '../../base/yaml/yaml.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** The options of Chart.js 4 at each place, with those of datasets and elements, which it also reads at the top. */
const top = words(`
  animation animations aspectRatio backgroundColor borderColor circumference clip color cutout datasets
  devicePixelRatio elements events font hover hoverBackgroundColor hoverBorderColor indexAxis interaction layout
  locale maintainAspectRatio normalized offset parsing plugins radius resizeDelay responsive rotation scales
  showLine skipNull spacing spanGaps transitions
  angle barPercentage barThickness base borderAlign borderCapStyle borderDash borderDashOffset borderJoinStyle
  borderRadius borderSkipped borderWidth capBezierPoints categoryPercentage cubicInterpolationMode drawActiveElementsOnTop
  fill grouped hitRadius hoverBorderRadius hoverBorderWidth hoverOffset hoverRadius inflateAmount maxBarThickness
  minBarLength order pointBackgroundColor pointBorderColor pointBorderWidth pointHitRadius pointHoverBackgroundColor
  pointHoverBorderColor pointHoverBorderWidth pointHoverRadius pointRadius pointRotation pointStyle segment
  selfJoin stack stepped tension weight xAxisID yAxisID`);
const plugins = words('colors decimation filler legend subtitle title tooltip');
const scale = words(`
  adapters afterTickToLabelConversion alignToPixels angleLines animate axis backgroundColor beginAtZero border
  bounds clip display grace grid labels max min offset pointLabels position reverse stack stackWeight stacked
  startAngle suggestedMax suggestedMin ticks time title type weight`);
const ticks = words(`
  align autoSkip autoSkipPadding backdropColor backdropPadding color count crossAlign display font format
  includeBounds labelOffset major maxRotation maxTicksLimit minRotation minor mirror padding precision sampleSize
  showLabelBackdrop source stepSize textStrokeColor textStrokeWidth z`);

/** What replaces options of version 2, and of plugins that charts do not have. */
const replacements: Readonly<Record<string, string>> = {
  cutoutPercentage: 'did you mean cutout',
  decimation: 'did you mean plugins.decimation',
  filler: 'did you mean plugins.filler',
  legend: 'did you mean plugins.legend',
  scale: 'did you mean scales.r',
  subtitle: 'did you mean plugins.subtitle',
  title: 'did you mean plugins.title',
  tooltip: 'did you mean plugins.tooltip',
  tooltips: 'did you mean plugins.tooltip',
  'plugins.annotation': '"mark:" draws lines and bands',
  'plugins.datalabels': '"values: true" labels all values',
  'plugins.tooltips': 'did you mean plugins.tooltip',
  'plugins.zoom': 'charts cannot be zoomed',
  'scales.xAxes': 'did you mean scales.x',
  'scales.yAxes': 'did you mean scales.y',
  'scales.*.gridLines': 'did you mean grid',
  'scales.*.scaleLabel': 'did you mean title',
  'scales.*.ticks.beginAtZero': 'write it next to ticks',
  'scales.*.ticks.fontColor': 'did you mean color',
  'scales.*.ticks.fontFamily': 'did you mean font.family',
  'scales.*.ticks.fontSize': 'did you mean font.size',
  'scales.*.ticks.fontStyle': 'did you mean font.style',
  'scales.*.ticks.max': 'write it next to ticks',
  'scales.*.ticks.min': 'write it next to ticks',
  'scales.*.ticks.suggestedMax': 'write it next to ticks',
  'scales.*.ticks.suggestedMin': 'write it next to ticks',
};

const functionKeys =
  /^(?:callbacks?|formatter|generateLabels|itemSort|on(?:Click|Complete|Hover|Leave|Progress|Resize)|(?:before|after)[A-Z]\w*)$/;
const functionText = /^\s*(?:async\s+)?(?:function\b|(?:\([\w\s,{}]*\)|\w+)\s*=>)/;

/** Warns of options without an effect: those that Chart.js does not know, and functions. */
export function checkOptions(entry: YamlEntry, report: Report): void {
  if (!(entry.value instanceof Map)) return;
  checkFunctions(entry.items, report);
  check(entry.items, top, '', report);
  check(itemsOf(entry, 'plugins'), plugins, 'plugins.', report);
  for (const { key, keySpan, value } of itemsOf(entry, 'plugins')) {
    if (!isNeededPlugin(key, value)) continue;
    const message = 'areas are always filled: this option has no effect';
    report.add('chart-option', keySpan, message, 'for lines alone, write line in place of area');
  }
  for (const axis of itemsOf(entry, 'scales')) {
    if (isAxis(axis.key, axis.value)) {
      check(axis.items, scale, 'scales.*.', report);
      check(itemsOf(axis, 'ticks'), ticks, 'scales.*.ticks.', report);
    } else warn(axis, `scales.${axis.key}`, ['x', 'y', 'r'], report);
  }
}

/** Whether Chart.js can tell the direction of an axis: from the first letter of its name, or its `axis`. */
export function isAxis(key: string, value: unknown): boolean {
  if (!(value instanceof Map) || isReplaced(`scales.${key}`)) return false;
  return /^[xyr]/.test(key) || value.has('axis');
}

/** Whether an option turns off the plugin that fills areas, without which Chart.js writes to the console. */
export function isNeededPlugin(key: string, value: unknown): boolean {
  return key === 'filler' && value === false;
}

/** Whether an option would be a function. */
export function isFunctionOption(key: string, value: unknown): boolean {
  return functionKeys.test(key) || (typeof value === 'string' && functionText.test(value));
}

function itemsOf({ items }: YamlEntry, key: string): readonly YamlEntry[] {
  return items.find((item) => item.key === key)?.items ?? [];
}

/** @param place the path of the options with a point, in which `*` is any axis */
function check(
  entries: readonly YamlEntry[],
  known: ReadonlySet<string>,
  place: string,
  report: Report,
): void {
  for (const entry of entries) {
    if (known.has(entry.key) || functionKeys.test(entry.key) || isUnsafe(entry.key)) continue;
    warn(entry, place + entry.key, known, report);
  }
}

/** Names that could pollute prototypes are left out without a warning. */
function isUnsafe(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

function isReplaced(path: string): boolean {
  return Object.hasOwn(replacements, path);
}

function warn(
  { key, keySpan }: YamlEntry,
  path: string,
  known: Iterable<string> | undefined,
  report: Report,
): void {
  const similar = known && didYouMean(key, known);
  const suggestion = isReplaced(path) ? replacements[path] : similar && `did you mean ${similar}`;
  const hint = suggestion?.startsWith('did you') ? `${suggestion}?` : suggestion;
  report.add('chart-option', keySpan, `Chart.js has no option "${key}" here`, hint);
}

function checkFunctions(entries: readonly YamlEntry[], report: Report): void {
  for (const { key, keySpan, span, value, items } of entries) {
    if (isFunctionOption(key, value)) {
      const message = 'options cannot be functions: this one has no effect';
      report.add(
        'chart-option',
        key ? keySpan : span,
        message,
        '"format:" writes numbers in another way',
      );
    } else checkFunctions(items, report);
  }
}
