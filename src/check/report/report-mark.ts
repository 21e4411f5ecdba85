/** The beginning of the tag that is in each report, in no page of a deck, and in none of another program. */
export const reportMark = '<meta name="generator" content="lectern check ';
