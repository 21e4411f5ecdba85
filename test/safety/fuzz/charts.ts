import { chartTypes } from '../../../src/model/chart.ts';
import type { Grammar } from './grammar.ts';
import { value } from './values.ts';

type Rule = (grammar: Grammar) => string;

const fence = '```';

const keys =
  `title data columns skip rows decimal dates delimiter encoding sheet path x y unit source alt format highlight mark
  steps values horizontal stacked stepped line right scale time size label group sort limit other options`.split(
    /\s+/,
  );

const cells: readonly Rule[] = [
  (g) => g.word(),
  () => '',
  () => '0',
  () => '-0',
  () => '-1',
  () => '1e308',
  () => '-1e308',
  () => '5e-324',
  () => '1e400',
  () => 'NaN',
  () => 'Infinity',
  () => '1,5',
  () => '"1,000"',
  () => '"a ""b"""',
  () => '"unclosed',
  () => '2024-02-30',
  () => '0000-00-00',
  () => '12/13/2024',
  () => '9999999-01-01',
  () => '10:61',
  () => '50 %',
  () => '€ 3',
  () => '=cmd()',
  () => '<script>hit()</script>',
  () => '__proto__',
  () => '\u202e1',
  () => '\u0000',
  () => '٣',
  () => '$x_1$',
];

const options: readonly Rule[] = [
  () => '',
  () => '',
  (g) => `options: {scales: {y: {min: ${value(g).replaceAll('\n', ' ')}}}}\n`,
  (g) => `options: {${g.choose(['plugins', 'elements', 'layout', 'animation'])}: ${flat(g)}}\n`,
  () => 'options: {onClick: "hit()", __proto__: {a: 1}}\n',
  () => 'options: {scales: {y: {type: logarithmic, ticks: {stepSize: 1e-9}}}}\n',
  () => 'options: {borderWidth: 1e9, radius: -1, barThickness: .inf}\n',
];

function flat(g: Grammar): string {
  return value(g).replaceAll('\n', ' ');
}

/** A chart or table whose keys and cells are of all kinds. */
export function oddChart(g: Grammar): string {
  const settings = Array.from(
    { length: g.choose([0, 0, 1, 1, 2, 4]) },
    () => `${g.choose(keys)}: ${flat(g)}\n`,
  );
  const columns = g.choose([1, 2, 2, 3, 5]);
  const row = (): string => Array.from({ length: columns }, () => g.choose(cells)(g)).join(',');
  const rows = Array.from({ length: g.choose([0, 1, 2, 4, 12]) }, row);
  const kind = g.choose(['chart', 'chart', 'chart', 'table']);
  const type = kind === 'chart' ? ` ${g.choose(chartTypes)}` : '';
  const top = g.choose(['', `x,${'y,'.repeat(columns - 1)}z\n`, `${row()}\n`]);
  return `${fence}${kind}${type}\n${settings.join('')}${g.choose(options)(g)}\n${top}${rows.join('\n')}\n${fence}`;
}
