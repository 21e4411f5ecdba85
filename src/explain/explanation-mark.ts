/** The beginning of the tag that is in each explanation of a deck, and in no other page. */
export const explanationMark = '<meta name="generator" content="lectern build --explain ';
