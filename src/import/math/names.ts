/** Functions that TeX has commands for. */
export const functions: ReadonlySet<string> = new Set(
  'arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh'.split(
    ' ',
  ),
);

/** Signs with limits. */
export const naries: Readonly<Record<string, string>> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∐': '\\coprod',
  '∫': '\\int',
  '∬': '\\iint',
  '∭': '\\iiint',
  '∮': '\\oint',
  '⋂': '\\bigcap',
  '⋃': '\\bigcup',
  '⋁': '\\bigvee',
  '⋀': '\\bigwedge',
  '⨁': '\\bigoplus',
  '⨂': '\\bigotimes',
};

export const accents: Readonly<Record<string, string>> = {
  '\u0300': 'grave',
  '\u0301': 'acute',
  '\u0302': 'hat',
  '\u0303': 'tilde',
  '\u0304': 'bar',
  '\u0305': 'bar',
  '\u0306': 'breve',
  '\u0307': 'dot',
  '\u0308': 'ddot',
  '\u030c': 'check',
  '\u20d7': 'vec',
  '\u20d6': 'overleftarrow',
  '^': 'hat',
  '~': 'tilde',
  '¯': 'bar',
  '→': 'vec',
  '˙': 'dot',
  '¨': 'ddot',
};

export const groupMarks: Readonly<Record<string, string>> = {
  '⏟': 'underbrace',
  '⏞': 'overbrace',
  '→': 'overrightarrow',
  '←': 'overleftarrow',
  '⏜': 'overparen',
  '⏝': 'underparen',
};

/** What TeX has after `\\left` and `\\right`. */
export const delimiters: Readonly<Record<string, string>> = {
  '': '.',
  '{': '\\{',
  '}': '\\}',
  '|': '|',
  '‖': '\\|',
  '⟨': '\\langle ',
  '⟩': '\\rangle ',
  '〈': '\\langle ',
  '〉': '\\rangle ',
  '⌈': '\\lceil ',
  '⌉': '\\rceil ',
  '⌊': '\\lfloor ',
  '⌋': '\\rfloor ',
  '[': '[',
  ']': ']',
};
