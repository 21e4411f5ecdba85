import { type BrowserFeature, stepEvents } from '../feature.ts';
import { parsed } from '../parsed.ts';

const steppedCode = 'figure.code[data-steps]';

/** Highlights the code lines of a step (`focus`) and dims the others (`dim`). */
export const codeSteps: BrowserFeature = {
  present(deck) {
    const update = (): void => {
      for (const figure of deck.getCurrentSlide()?.querySelectorAll(steppedCode) ?? [])
        focus(figure);
    };
    // Neighboring slides are visible during transitions.
    deck.on('ready', () => void parsed.then(focusEverywhere));
    for (const event of ['slidechanged', ...stepEvents]) deck.on(event, update);
  },
  showOnCopy(copy) {
    for (const figure of copy.querySelectorAll(steppedCode)) focus(figure);
  },
  print() {
    for (const line of document.querySelectorAll(`${steppedCode} .line`))
      setDimmed(line, undefined);
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
    setDimmed(line, inFocus && !inFocus.has(index + 1));
  }
}

/** @param back `undefined` if no line is highlighted */
function setDimmed(line: Element, back: boolean | undefined): void {
  line.classList.toggle('dim', back === true);
  line.classList.toggle('focus', back === false);
}

/** `1,3-5` are the lines 1, 3, 4 and 5. */
function lineNumbers(step: string): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const range of step.split(',')) {
    const [first = 0, last = first] = range.split('-').map(Number);
    for (let line = first; line <= last; line++) numbers.add(line);
  }
  return numbers;
}
