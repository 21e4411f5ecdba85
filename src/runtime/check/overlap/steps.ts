/** The steps of a slide at which an element is shown: from the first one to before the last one. */
export interface Shown {
  readonly from: number;
  readonly to: number;
}

const always: Shown = { from: 0, to: Number.POSITIVE_INFINITY };

/** When an element is shown, by the fragments around it. */
export function shownAt(element: Element): Shown {
  let shown = always;
  let fragment = element.closest<HTMLElement>('.fragment');
  while (fragment) {
    const own = stepsOf(fragment);
    shown = { from: Math.max(shown.from, own.from), to: Math.min(shown.to, own.to) };
    fragment = fragment.parentElement?.closest<HTMLElement>('.fragment') ?? null;
  }
  return shown;
}

function stepsOf({ classList, dataset }: HTMLElement): Shown {
  const index = Number(dataset.fragmentIndex);
  const has = (...names: readonly string[]) => names.some((name) => classList.contains(name));
  const isHighlight = [...classList].some((name) => name.startsWith('highlight-'));
  if (Number.isNaN(index) || isHighlight) return always;
  if (has('grow', 'shrink', 'strike', 'semi-fade-out')) return always;
  if (has('fade-out')) return { from: 0, to: index + 1 };
  if (has('current-visible', 'fade-in-then-out')) return { from: index + 1, to: index + 2 };
  return { from: index + 1, to: always.to };
}

/** Whether two elements are shown at the same step. */
export function areTogether(first: Element, second: Element): boolean {
  const [a, b] = [shownAt(first), shownAt(second)];
  return Math.max(a.from, b.from) < Math.min(a.to, b.to);
}
