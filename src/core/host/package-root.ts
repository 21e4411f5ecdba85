/** Where the files of Lectern's package are mounted. */
export const packageRoot = '/lectern';
