import type { Page } from 'playwright-core';

/**
 * What can be pressed and is smaller than 24 px in one direction, as WCAG 2.5.8 asks without its exception for
 * distances. Links within sentences are left out, and what slides contain, whose size is that of the window.
 */
export function findSmallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = 'a[href], button, input, select, textarea, summary, [role=separator][tabindex]';
    const shown = [...document.querySelectorAll<HTMLElement>(all)].filter((target) => {
      const { display } = getComputedStyle(target);
      const isInSentence =
        display === 'inline' && target.textContent !== target.parentElement?.textContent;
      return target.checkVisibility() && !isInSentence && !target.closest('.slides, .frame');
    });
    if (shown.length === 0) return ['no target'];
    return shown.flatMap((target) => {
      const area = target.closest('label') ?? target;
      const { width, height } = area.getBoundingClientRect();
      // Fractions of pixels come from the units of fonts.
      if (width === 0 || Math.min(width, height) > 23.9) return [];
      return `${target.tagName} ${target.ariaLabel ?? area.textContent}: ${width} × ${height}`;
    });
  });
}

/** The buttons of which a corner is outside the window or below something else. */
export function findCoveredButtons(page: Page, selector: string): Promise<readonly string[]> {
  return page.evaluate((all) => {
    const buttons = [...document.querySelectorAll<HTMLElement>(all)];
    const covered = buttons.filter((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const inset = 4;
      return [left + inset, right - inset].some((x) =>
        [top + inset, bottom - inset].some((y) => document.elementFromPoint(x, y) !== button),
      );
    });
    return buttons.length === 0 ? ['no button'] : covered.map((button) => button.innerText);
  }, selector);
}
