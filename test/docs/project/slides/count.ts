export const trees = 4;

// #region total
export function total(apples: readonly number[]): number {
  return apples.reduce((sum, count) => sum + count, 0);
}
// #endregion
