import { ownValue } from '../../../../base/own-value.ts';
import {
  type At,
  type ClickRange,
  nextClick,
  readAt,
  readPlainAt,
  readRange,
  type Steps,
  sameClick,
} from '../steps.ts';

/** When something appears, goes or is marked. */
export type Click =
  | { readonly kind: 'show' | 'hide'; readonly at: At; readonly effect?: string }
  | { readonly kind: 'range'; readonly range: ClickRange }
  /** It is on the slide all the time. */
  | { readonly kind: 'mark'; readonly at: At; readonly effect: string };

/** Effects of Lectern for those of Slidev. */
const effects: Readonly<Record<string, string>> = {
  up: 'fade-up',
  down: 'fade-down',
  left: 'fade-left',
  right: 'fade-right',
  scale: 'zoom-in',
};

const colors: Readonly<Record<string, string>> = {
  red: 'highlight-red',
  orange: 'highlight-red',
  green: 'highlight-green',
  teal: 'highlight-green',
  blue: 'highlight-blue',
  purple: 'highlight-blue',
};

/** Reads `v-click`, `v-after`, `v-click-hide` and `v-mark` with their modifiers and value. */
export function readClick(directive: string, value: string | undefined): Click | undefined {
  const [name = '', ...modifiers] = directive.split(/[.:]/);
  const isHidden = name === 'v-click-hide' || modifiers.includes('hide');
  const fallback = name === 'v-after' ? sameClick : nextClick;
  if (name === 'v-mark') return readMark(modifiers, value);
  const range = readRange(value);
  if (range) return isHidden ? { kind: 'hide', at: range[0] } : { kind: 'range', range };
  const at = readAt(value, fallback);
  const effect = modifiers
    .map((each) => ownValue(effects, each))
    .find((each) => each !== undefined);
  return at && { kind: isHidden ? 'hide' : 'show', at, ...(effect !== undefined && { effect }) };
}

function readMark(modifiers: readonly string[], value: string | undefined): Click | undefined {
  const [, inner] = /^\s*\{[\s\S]*?\bat\s*:\s*([^,}]+)/.exec(value ?? '') ?? [];
  const range = readRange(inner ?? value);
  const isObject = value?.trim().startsWith('{') ?? false;
  const at = range?.[0] ?? readAt(isObject ? inner : value, nextClick);
  const isStruck = modifiers.some((each) => /^(?:strike-through|crossed-off)$/.test(each));
  const color = modifiers.map((each) => ownValue(colors, each)).find((each) => each !== undefined);
  return at && { kind: 'mark', at, effect: isStruck ? 'strike' : (color ?? 'highlight-red') };
}

/** Reads the properties of `<v-click>` and `<v-after>`. */
export function readClickComponent(
  name: string,
  values: ReadonlyMap<string, string | undefined>,
): Click | undefined {
  const fallback = name === 'v-after' ? sameClick : nextClick;
  const range = readRange(values.get('at'));
  if (range) return { kind: 'range', range };
  const at = readPlainAt(values.get('at'), fallback);
  return at && { kind: values.has('hide') ? 'hide' : 'show', at };
}

/** Reads a condition on the count of clicks: `$clicks >= 2`, `$clicks > 1 && $clicks < 4`. */
export function readCondition(expression: string | undefined): Click | undefined {
  const [first, second, ...others] = (expression ?? '').split('&&').map(readComparison);
  if (!first || others.length > 0) return undefined;
  if (!second) return (expression ?? '').includes('&&') ? undefined : first;
  if (first.kind === 'range' || second.kind === 'range' || first.kind === second.kind)
    return undefined;
  const [from, to] = first.kind === 'show' ? [first, second] : [second, first];
  return from.kind === 'show' && to.kind === 'hide'
    ? { kind: 'range', range: [from.at, to.at] }
    : undefined;
}

function readComparison(expression: string): Click | undefined {
  const pattern = /^\s*\$(?:slidev\.nav\.|nav\.)?clicks\s*(>=?|<=?|===?)\s*(\d+)\s*$/;
  const [, sign = '', count = ''] = pattern.exec(expression) ?? [];
  if (sign === '') return undefined;
  const number = Number(count);
  const at = (value: number): At => ({ value, isRelative: false });
  if (sign.startsWith('=')) return { kind: 'range', range: [at(number), at(number + 1)] };
  const first = sign === '>' || sign === '<=' ? number + 1 : number;
  return { kind: sign.startsWith('>') ? 'show' : 'hide', at: at(first) };
}

/** The classes and the number of a step, which are known at the end of its slide. */
interface StepText {
  /** Writes `class` and the number, as attributes of HTML. */
  readonly write: (classes: readonly string[], index: number | undefined) => void;
  /** Writes an element around it, which goes at a step. */
  readonly wrap: (index: number | undefined) => void;
}

/** Adds something that appears by a click to the steps of its slide. */
export function placeClick(click: Click, steps: Steps, { write, wrap }: StepText): void {
  if (click.kind === 'range') {
    const [from, to] = steps.takeRange(click.range);
    // The element around it comes first.
    steps.place(to, wrap);
    steps.place(from, (index) => write(['fragment'], index));
    return;
  }
  const effect = click.kind === 'hide' ? 'fade-out' : click.effect;
  const index = steps.take(click.at);
  const classes = ['fragment', ...(effect === undefined ? [] : [effect])];
  steps.place(index, (number) => write(classes, number));
}
