/**
 * Whether tests go through every case of a product, such as each slide in each theme: `npm run test:looks`. Otherwise
 * they take each value of it at least once.
 */
export const hasEveryCase: boolean = process.env.LECTERN_TESTS === 'all';
