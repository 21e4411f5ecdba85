/** Mathematical characters as TeX writes them. */
const commands: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'varepsilon',
  ϵ: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ϑ: 'vartheta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ϖ: 'varpi',
  ρ: 'rho',
  ϱ: 'varrho',
  σ: 'sigma',
  ς: 'varsigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'varphi',
  ϕ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  Γ: 'Gamma',
  Δ: 'Delta',
  Θ: 'Theta',
  Λ: 'Lambda',
  Ξ: 'Xi',
  Π: 'Pi',
  Σ: 'Sigma',
  Υ: 'Upsilon',
  Φ: 'Phi',
  Ψ: 'Psi',
  Ω: 'Omega',
  '∑': 'sum',
  '∏': 'prod',
  '∐': 'coprod',
  '∫': 'int',
  '∬': 'iint',
  '∭': 'iiint',
  '∮': 'oint',
  '⋂': 'bigcap',
  '⋃': 'bigcup',
  '⋁': 'bigvee',
  '⋀': 'bigwedge',
  '⨁': 'bigoplus',
  '⨂': 'bigotimes',
  '×': 'times',
  '÷': 'div',
  '·': 'cdot',
  '⋅': 'cdot',
  '∗': 'ast',
  '∘': 'circ',
  '∙': 'bullet',
  '±': 'pm',
  '∓': 'mp',
  '⊕': 'oplus',
  '⊗': 'otimes',
  '⊖': 'ominus',
  '∪': 'cup',
  '∩': 'cap',
  '∨': 'lor',
  '∧': 'land',
  '¬': 'lnot',
  '≤': 'leq',
  '≥': 'geq',
  '≠': 'neq',
  '≈': 'approx',
  '≡': 'equiv',
  '∼': 'sim',
  '≃': 'simeq',
  '≅': 'cong',
  '∝': 'propto',
  '≪': 'll',
  '≫': 'gg',
  '∈': 'in',
  '∉': 'notin',
  '∋': 'ni',
  '⊂': 'subset',
  '⊃': 'supset',
  '⊆': 'subseteq',
  '⊇': 'supseteq',
  '∅': 'emptyset',
  '∀': 'forall',
  '∃': 'exists',
  '∄': 'nexists',
  '∇': 'nabla',
  '∂': 'partial',
  '∞': 'infty',
  '∠': 'angle',
  '⊥': 'perp',
  '∥': 'parallel',
  '∣': 'mid',
  '∴': 'therefore',
  '∵': 'because',
  '→': 'to',
  '←': 'leftarrow',
  '↔': 'leftrightarrow',
  '⇒': 'Rightarrow',
  '⇐': 'Leftarrow',
  '⇔': 'Leftrightarrow',
  '↦': 'mapsto',
  '↑': 'uparrow',
  '↓': 'downarrow',
  '⟶': 'longrightarrow',
  '⟹': 'Longrightarrow',
  '⟺': 'Longleftrightarrow',
  '…': 'ldots',
  '⋯': 'cdots',
  '⋮': 'vdots',
  '⋱': 'ddots',
  ℏ: 'hbar',
  ℓ: 'ell',
  ℜ: 'Re',
  ℑ: 'Im',
  ℵ: 'aleph',
  ℘: 'wp',
  '⟨': 'langle',
  '⟩': 'rangle',
  '⌈': 'lceil',
  '⌉': 'rceil',
  '⌊': 'lfloor',
  '⌋': 'rfloor',
  '‖': 'Vert',
  '√': 'surd',
  '†': 'dagger',
  '‡': 'ddagger',
  '★': 'star',
  '⊢': 'vdash',
  '⊨': 'models',
  '△': 'triangle',
  '°': 'degree',
};

const plain: Readonly<Record<string, string>> = {
  '−': '-',
  '′': "'",
  '″': "''",
  '\u2061': '',
  '\u2062': '',
  '\u2063': '',
  '\u200b': '',
  '\u00a0': '\\ ',
  '\u2009': '\\,',
  '\u2003': '\\quad ',
  '\\': '\\backslash ',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '~': '\\sim ',
  '^': '\\hat{}',
};

/** The letters of the mathematical alphabets, by the code point of their first: the command and that letter. */
const alphabets: readonly (readonly [
  first: number,
  count: number,
  command: string,
  letter: string,
])[] = [
  [0x1d400, 26, 'mathbf', 'A'],
  [0x1d41a, 26, 'mathbf', 'a'],
  [0x1d434, 26, '', 'A'],
  [0x1d44e, 26, '', 'a'],
  [0x1d468, 26, 'boldsymbol', 'A'],
  [0x1d482, 26, 'boldsymbol', 'a'],
  [0x1d49c, 26, 'mathscr', 'A'],
  [0x1d4d0, 26, 'mathscr', 'A'],
  [0x1d504, 26, 'mathfrak', 'A'],
  [0x1d51e, 26, 'mathfrak', 'a'],
  [0x1d538, 26, 'mathbb', 'A'],
  [0x1d552, 26, 'mathbb', 'a'],
  [0x1d5a0, 26, 'mathsf', 'A'],
  [0x1d5ba, 26, 'mathsf', 'a'],
  [0x1d670, 26, 'mathtt', 'A'],
  [0x1d68a, 26, 'mathtt', 'a'],
  [0x1d7ce, 10, 'mathbf', '0'],
  [0x1d7d8, 10, 'mathbb', '0'],
];

const doubleStruck: Readonly<Record<string, string>> = {
  ℂ: 'C',
  ℍ: 'H',
  ℕ: 'N',
  ℙ: 'P',
  ℚ: 'Q',
  ℝ: 'R',
  ℤ: 'Z',
};

/** A text of a formula as TeX, with a space after each command. */
export function texOfText(text: string): string {
  return [...text].map(texOfCharacter).join('');
}

function texOfCharacter(character: string): string {
  const command = commands[character];
  if (command !== undefined) return `\\${command} `;
  const letter = doubleStruck[character];
  if (letter !== undefined) return `\\mathbb{${letter}}`;
  return plain[character] ?? letterOfAlphabet(character) ?? character;
}

function letterOfAlphabet(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  // The h of the italic alphabet has its own place.
  if (character === 'ℎ') return 'h';
  const found = alphabets.find(([first, count]) => code >= first && code < first + count);
  if (!found) return greekLetter(code);
  const [first, , name, from] = found;
  const letter = String.fromCharCode(from.charCodeAt(0) + code - first);
  return name === '' ? letter : `\\${name}{${letter}}`;
}

/** Italic and bold Greek letters, in the order of their blocks. */
function greekLetter(code: number): string | undefined {
  const upper = 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇';
  const lower = 'αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ';
  const blocks = [0x1d6a8, 0x1d6e2, 0x1d71c, 0x1d756, 0x1d790];
  const start = blocks.find((first) => code >= first && code < first + 58);
  const found = start === undefined ? undefined : [...`${upper}${lower}`][code - start];
  return found === undefined ? undefined : texOfCharacter(found);
}
