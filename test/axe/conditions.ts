import type { Page } from 'playwright-core';

interface Condition {
  readonly width: number;
  readonly height: number;
  readonly moves: boolean;
}

/** How a page is looked at. Zooming in makes the window smaller, in pixels of CSS. */
const conditions = {
  plain: { width: 1280, height: 720, moves: true },
  'reduced motion': { width: 1280, height: 720, moves: false },
  '200 %': { width: 640, height: 360, moves: false },
  '400 %': { width: 320, height: 180, moves: false },
  '320 px': { width: 320, height: 640, moves: false },
} as const satisfies Readonly<Record<string, Condition>>;

export type ConditionName = keyof typeof conditions;

export const conditionNames = Object.keys(conditions) as readonly ConditionName[];

export async function setCondition(page: Page, name: ConditionName): Promise<void> {
  const { width, height, moves } = conditions[name];
  await page.emulateMedia({ reducedMotion: moves ? 'no-preference' : 'reduce' });
  await page.setViewportSize({ width, height });
}
