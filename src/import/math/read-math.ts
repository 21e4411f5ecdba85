import { childOf, childrenOf, descend, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import { ownValue } from '../../base/own-value.ts';
import type { Losses } from '../losses.ts';
import type { Inline } from '../model.ts';
import { texOfText } from './characters.ts';
import { accents, delimiters, functions, groupMarks, naries } from './names.ts';

/** Reads an equation, as ECMA-376 Part 1, chapter 22 describes it, as TeX. */
export function readMath(math: XmlElement, losses: Losses): readonly Inline[] {
  const isDisplay = math.name === 'm:oMathPara';
  const all = isDisplay ? childrenOf(math, 'm:oMath') : [math];
  return all.flatMap((each): readonly Inline[] => {
    const tex = new MathReader(losses).all(each).replace(/\s+/g, ' ').trim();
    return tex === '' ? [] : [{ kind: 'math', tex, isDisplay }];
  });
}

class MathReader {
  readonly #losses: Losses;

  constructor(losses: Losses) {
    this.#losses = losses;
  }

  all(parent: XmlElement | undefined): string {
    return (parent?.children ?? []).map((child) => this.#read(child)).join('');
  }

  #part(element: XmlElement, name: string): string {
    return this.all(childOf(element, name)).trim();
  }

  #group(element: XmlElement, name: string): string {
    return `{${this.#part(element, name)}}`;
  }

  /** A script of one sign needs no braces. */
  #script(element: XmlElement, name: string): string {
    const script = this.#part(element, name);
    return /^[A-Za-z\d]$/.test(script) ? script : `{${script}}`;
  }

  /** The base of a script: a single sign needs no braces. */
  #base(element: XmlElement): string {
    const base = this.#part(element, 'm:e');
    return /^(?:[A-Za-z\d]|\\[A-Za-z]+)$/.test(base) ? base : `{${base}}`;
  }

  #read(element: XmlElement): string {
    switch (element.name) {
      case 'm:r':
        return readRun(element);
      case 'm:f':
        return this.#fraction(element);
      case 'm:sSup':
        return `${this.#base(element)}^${this.#script(element, 'm:sup')}`;
      case 'm:sSub':
        return `${this.#base(element)}_${this.#script(element, 'm:sub')}`;
      case 'm:sSubSup':
        return `${this.#base(element)}_${this.#script(element, 'm:sub')}^${this.#script(element, 'm:sup')}`;
      case 'm:sPre':
        return `{}_${this.#script(element, 'm:sub')}^${this.#script(element, 'm:sup')}${this.#base(element)}`;
      case 'm:rad':
        return this.#root(element);
      case 'm:nary':
        return this.#nary(element);
      case 'm:d':
        return this.#delimiters(element);
      case 'm:m':
        return `\\begin{matrix}${this.#rows(element)}\\end{matrix}`;
      case 'm:eqArr':
        return `\\begin{aligned}${this.#lines(element)}\\end{aligned}`;
      case 'm:func':
        return `${this.#function(element)}${this.#part(element, 'm:e')}`;
      case 'm:limLow':
        return `${this.#limitBase(element)}_${this.#group(element, 'm:lim')}`;
      case 'm:limUpp':
        return `${this.#limitBase(element)}^${this.#group(element, 'm:lim')}`;
      case 'm:acc':
        return this.#accent(element);
      case 'm:bar': {
        const name = attributeOf(element, 'm:barPr', 'm:pos') === 'top' ? 'overline' : 'underline';
        return `\\${name}${this.#group(element, 'm:e')}`;
      }
      case 'm:groupChr':
        return `\\${groupMarks[attributeOf(element, 'm:groupChrPr', 'm:chr') ?? '⏟'] ?? 'underbrace'}${this.#group(element, 'm:e')}`;
      case 'm:borderBox':
        return `\\boxed${this.#group(element, 'm:e')}`;
      case 'm:phant':
        return `\\phantom${this.#group(element, 'm:e')}`;
      case 'm:box':
        return this.#group(element, 'm:e');
      default:
        return this.#other(element);
    }
  }

  #other(element: XmlElement): string {
    if (/Pr$/.test(element.name)) return '';
    if (element.name === 'a:br' || element.name === 'w:br') return ' ';
    const known = /^m:(?:e|oMath|num|den|sub|sup|lim|fName|deg|mr)$/.test(element.name);
    if (!known && element.name.startsWith('m:')) this.#losses.add('formula', element.name);
    return this.all(element);
  }

  #fraction(element: XmlElement): string {
    const type = attributeOf(element, 'm:fPr', 'm:type');
    const [above, below] = [this.#group(element, 'm:num'), this.#group(element, 'm:den')];
    if (type === 'noBar') return `\\genfrac{}{}{0pt}{}${above}${below}`;
    if (type === 'lin' || type === 'skw') return `${above}/${below}`;
    return `\\frac${above}${below}`;
  }

  #root(element: XmlElement): string {
    const degree = this.#part(element, 'm:deg');
    return `\\sqrt${degree === '' ? '' : `[${degree}]`}${this.#group(element, 'm:e')}`;
  }

  #nary(element: XmlElement): string {
    const sign = attributeOf(element, 'm:naryPr', 'm:chr') ?? '∫';
    const place = attributeOf(element, 'm:naryPr', 'm:limLoc');
    const isIntegral = /[∫∬∭∮]/.test(sign);
    const limits =
      place === 'undOvr' && isIntegral
        ? '\\limits'
        : place === 'subSup' && !isIntegral
          ? '\\nolimits'
          : '';
    const [sub, sup] = [this.#script(element, 'm:sub'), this.#script(element, 'm:sup')];
    const scripts = `${sub === '{}' ? '' : `_${sub}`}${sup === '{}' ? '' : `^${sup}`}`;
    return `${ownValue(naries, sign) ?? texOfText(sign)}${limits}${scripts} ${this.#part(element, 'm:e')}`;
  }

  #delimiters(element: XmlElement): string {
    const begin = attributeOf(element, 'm:dPr', 'm:begChr') ?? '(';
    const end = attributeOf(element, 'm:dPr', 'm:endChr') ?? ')';
    const separator = attributeOf(element, 'm:dPr', 'm:sepChr') ?? '|';
    const parts = childrenOf(element, 'm:e');
    const [only, ...others] = parts;
    const matrix = others.length === 0 ? onlyChild(only) : undefined;
    const environment = ownValue(matrices, `${begin}${end}`);
    if (matrix?.name === 'm:m' && environment !== undefined)
      return `\\begin{${environment}}${this.#rows(matrix)}\\end{${environment}}`;
    if (begin === '{' && end === '' && (matrix?.name === 'm:eqArr' || matrix?.name === 'm:m')) {
      const lines = matrix.name === 'm:m' ? this.#rows(matrix) : this.#lines(matrix);
      return `\\begin{cases}${lines}\\end{cases}`;
    }
    if (
      matrix?.name === 'm:f' &&
      begin === '(' &&
      attributeOf(matrix, 'm:fPr', 'm:type') === 'noBar'
    )
      return `\\binom${this.#group(matrix, 'm:num')}${this.#group(matrix, 'm:den')}`;
    const inner = parts.map((part) => this.all(part)).join(` ${texOfText(separator)}`);
    return `\\left${ownValue(delimiters, begin) ?? begin}${inner}\\right${ownValue(delimiters, end) ?? end}`;
  }

  #rows(matrix: XmlElement): string {
    return childrenOf(matrix, 'm:mr')
      .map((row) =>
        childrenOf(row, 'm:e')
          .map((cell) => this.all(cell))
          .join(' & '),
      )
      .join(' \\\\ ');
  }

  /** In the lines of an array, an ampersand aligns. */
  #lines(array: XmlElement): string {
    return childrenOf(array, 'm:e')
      .map((line) => this.all(line).replaceAll('\\&', '&'))
      .join(' \\\\ ');
  }

  #function(element: XmlElement): string {
    const name = childOf(element, 'm:fName');
    const limit = onlyChild(name);
    if (limit && /^m:(?:limLow|limUpp|sSub|sSup)$/.test(limit.name)) return `${this.#read(limit)} `;
    return `${functionName(textIn(name)) ?? this.all(name)} `;
  }

  #limitBase(element: XmlElement): string {
    const base = childOf(element, 'm:e');
    const name = functionName(textIn(base));
    return name ?? this.#base(element);
  }

  #accent(element: XmlElement): string {
    const mark = attributeOf(element, 'm:accPr', 'm:chr') ?? '\u0302';
    const base = this.#group(element, 'm:e');
    const isLong = mark === '\u0305' && !/^\{.\}$/.test(base);
    return `\\${isLong ? 'overline' : (ownValue(accents, mark) ?? 'hat')}${base}`;
  }
}

const matrices: Readonly<Record<string, string>> = {
  '()': 'pmatrix',
  '[]': 'bmatrix',
  '{}': 'Bmatrix',
  '||': 'vmatrix',
  '‖‖': 'Vmatrix',
};

function functionName(text: string): string | undefined {
  const name = text.trim();
  if (functions.has(name)) return `\\${name}`;
  return /^[A-Za-z]{2,}$/.test(name) ? `\\operatorname{${name}}` : undefined;
}

function textIn(element: XmlElement | undefined): string {
  if (!element) return '';
  return element.name === 'm:t' ? element.text : element.children.map(textIn).join('');
}

/** The only child of an element, apart from properties. */
function onlyChild(element: XmlElement | undefined): XmlElement | undefined {
  const children = (element?.children ?? []).filter(({ name }) => !name.endsWith('Pr'));
  return children.length === 1 ? children[0] : undefined;
}

function attributeOf(element: XmlElement, properties: string, name: string): string | undefined {
  return descend(element, properties, name)?.attributes['m:val'];
}

function readRun(run: XmlElement): string {
  const text = childrenOf(run, 'm:t')
    .map((each) => each.text)
    .join('');
  const properties = childOf(run, 'm:rPr');
  if (childOf(properties, 'm:nor')) return text === '' ? '' : `\\text{${escapeText(text)}}`;
  const style = descend(properties, 'm:sty')?.attributes['m:val'];
  const script = scripts[descend(properties, 'm:scr')?.attributes['m:val'] ?? ''];
  const tex = texOfText(text);
  if (!/[A-Za-z\d]/.test(text)) return tex;
  if (script !== undefined) return `\\${script}{${tex}}`;
  if (style === 'b') return `\\mathbf{${tex}}`;
  if (style === 'bi') return `\\boldsymbol{${tex}}`;
  if (style === 'p' && /^[A-Za-z]+$/.test(text))
    return functionName(text) ? `${functionName(text)} ` : `\\mathrm{${text}}`;
  return tex;
}

const scripts: Readonly<Record<string, string>> = {
  'double-struck': 'mathbb',
  script: 'mathscr',
  fraktur: 'mathfrak',
  'sans-serif': 'mathsf',
  monospace: 'mathtt',
};

function escapeText(text: string): string {
  return text
    .replace(/[\\{}]/g, '')
    .replace(/[#$%&_]/g, '\\$&')
    .replace(/[~^]/g, ' ');
}
