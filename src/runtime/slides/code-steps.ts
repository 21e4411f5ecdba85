import { type Part, stepEvents } from '../feature.ts';

const steppedCode = 'figure.code[data-steps]';

/** Brings the lines of a step forward (`focus`) and sets the others back (`dim`). */
export const codeSteps: Part = {
  present(deck) {
    const update = (): void => {
      for (const figure of deck.getCurrentSlide()?.querySelectorAll(steppedCode) ?? [])
        focus(figure);
    };
    // The slides around the first one come into view while they change.
    deck.on('ready', focusEverywhere);
    for (const event of ['slidechanged', ...stepEvents]) deck.on(event, update);
  },
  show(copy) {
    for (const figure of copy.querySelectorAll(steppedCode)) focus(figure);
  },
  print() {
    for (const line of document.querySelectorAll(`${steppedCode} .line`)) setBack(line, undefined);
    return focusEverywhere;
  },
};

function focusEverywhere(): void {
  for (const figure of document.querySelectorAll(steppedCode)) focus(figure);
}

function focus(figure: Element): void {
  const steps = figure.getAttribute('data-steps')?.split('|') ?? [];
  const step = steps[figure.querySelectorAll('.code-step.visible').length];
  const inFocus = step === undefined || step === 'all' ? undefined : lineNumbers(step);
  for (const [index, line] of figure.querySelectorAll('.line').entries()) {
    setBack(line, inFocus && !inFocus.has(index + 1));
  }
}

/** @param back `undefined` where no line is set apart */
function setBack(line: Element, back: boolean | undefined): void {
  line.classList.toggle('dim', back === true);
  line.classList.toggle('focus', back === false);
}

/** `1,3-5` are the lines 1, 3, 4 and 5. */
export function lineNumbers(step: string): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const range of step.split(',')) {
    const [first = 0, last = first] = range.split('-').map(Number);
    for (let line = first; line <= last; line++) numbers.add(line);
  }
  return numbers;
}
