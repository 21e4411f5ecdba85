import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/files.ts';
import { equationsOf, problemsOfEquations } from './equations.ts';
import { elements, paragraphsOf } from './opened-file.ts';
import { exportPptx, exportTo } from './presentation.ts';

const formulas: readonly (readonly [tex: string, equation: string])[] = [
  [String.raw`\frac{a}{b}`, 'f(a)(b)'],
  [String.raw`\binom{n}{k}`, 'd[( )](f(n)(k))'],
  [String.raw`\sqrt{x}`, 'rad()(x)'],
  [String.raw`\sqrt[3]{x+1}`, 'rad(3)(x+1)'],
  ['x_i^2', 'sSubSup(x)(i)(2)'],
  ['{}_a^b X', 'sPre(a)(b)(X)'],
  [String.raw`T^\mu{}_\nu`, 'sSub(sSup(T)(μ))(ν)'],
  [String.raw`\sum_{i=1}^n x_i = 1`, 'nary[∑](i=1)(n)(sSub(x)(i))=1'],
  [String.raw`\int f(x)\,dx`, 'nary[∫]()()(f(x)\u2009dx)'],
  [String.raw`\lim_{x\to 0} x`, 'func(limLow(lim)(x→0))(x)'],
  [String.raw`\sin^2\theta`, 'func(sSup(sin)(2))(θ)'],
  [String.raw`\left( \frac{a}{b} \right]`, 'd[( ]](f(a)(b))'],
  [String.raw`\left\langle a \middle| b \right\rangle`, 'd[⟨ ⟩](a)(b)'],
  [String.raw`\left. f \right|_0`, 'sSub(d[ |](f))(0)'],
  ['(a+b)', '(a+b)'],
  [String.raw`\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}`, 'd[( )](m((1)(2))((3)(4)))'],
  [String.raw`\begin{cases} 1 & a \\ 2 & b \end{cases}`, 'd[{ ](m((1)(a))((2)(b)))'],
  [String.raw`\begin{aligned} a &= b \\ &= c \end{aligned}`, 'eqArr(a&=b)(&=c)'],
  [String.raw`\hat{x}`, 'acc[\u0302](x)'],
  [String.raw`\overrightarrow{AB}`, 'acc[\u20d7](AB)'],
  [String.raw`\overline{a+b}`, 'bar(a+b)'],
  [String.raw`\underbrace{a}_{n}`, 'limLow(groupChr[⏟](a))(n)'],
  [String.raw`\xrightarrow[g]{f}`, '\u2005limLow(groupChr[→](\u2004f\u2004))(\u2004g\u2004)\u2005'],
  [String.raw`\overset{!}{=}`, 'limUpp(=)(!)'],
  [String.raw`\boxed{x}`, 'borderBox(x)'],
  [String.raw`\cancel{x}`, 'borderBox(x)'],
  [String.raw`\phantom{x}y`, 'phant(x)y'],
  [String.raw`\ce{H2O}`, 'sSub(H)(2)O'],
  [String.raw`\text{a b}`, 'a\u00a0b'],
  [String.raw`\mathbf{x}\in\mathbb{R}`, '𝐱∈ℝ'],
];

test('formulas are equations, of which each structure can be edited', async () => {
  const slides = formulas.map(([tex]) => `## S\n\n$$\n${tex}\n$$\n`);
  const file = await exportPptx(`---\nlang: en\n---\n\n${slides.join('\n---\n\n')}`);
  const equations = file.slides.flatMap(equationsOf);
  expect(equations).toEqual(formulas.map(([, equation]) => equation));
  const parts = file.numbered('ppt/slides/slide').map((name) => file.text(name));
  expect(await problemsOfEquations(parts)).toEqual([]);
});

test('formulas in a text are in its place, and programs without equations show them as text', async () => {
  const file = await exportPptx('## S\n\nSo $\\bar{x}^2$ holds.\n\n| A |\n|---|\n| $\\frac12$ |\n');
  const [slide] = file.slides;
  expect(slide && paragraphsOf(slide)).toEqual(
    expect.arrayContaining(['So x\u0305² holds.', '1/2']),
  );
  expect(slide && equationsOf(slide)).toEqual(['sSup(acc[\u0305](x))(2)', 'f(1)(2)']);
  expect(slide && elements(slide, 'm:oMathPara')).toEqual([]);
});

test('equations have their numbers, also those of rows', async () => {
  const rows = '\\begin{align}\na &= b \\label{eq-a} \\\\\nc &= d \\label{eq-c}\n\\end{align}';
  const file = await exportPptx(`## S\n\n$$\nx\n$$ {#eq-one}\n\n$$\n${rows}\n$$\n`);
  const [slide] = file.slides;
  expect(slide && equationsOf(slide)).toEqual([
    'x\u2003\u2003(1)',
    'eqArr(a&=b\u2003\u2003(2))(c&=d\u2003\u2003(3))',
  ]);
});

test('the parts of formulas that equations do not have are named', async () => {
  const deck =
    '## S\n\n$$\n\\begin{array}{c|c} a & b \\end{array}\n$$\n\n---\n\n## T\n\nNote: $x^2$\n';
  const { errors } = await exportTo(temporaryFolder({ 'talk.md': deck }), 'talk.md');
  expect(errors).toContain(
    'talk.md:3:1: note: equations of PowerPoint cannot show some parts of formulas: lines in tables [pptx-content]',
  );
  expect(errors).toContain(
    'talk.md:11:8: note: formulas in notes are text in PowerPoint [pptx-content]',
  );
});

test('a name of a formula is the text alternative of its shape, or named as a loss', async () => {
  const [display, inline] = ['{alt="the mean"}', '{alt="the unknown"}'];
  const text = `## S\n\nText\n\n$$ \\bar x $$ ${display}\n\nSo $x$${inline} is.\n`;
  const markdown = `---\nlang: en\n---\n\n${text}`;
  const { file, errors } = await exportTo(temporaryFolder({ 'talk.md': markdown }), 'talk.md');
  const [slide] = file.slides;
  const named = slide ? elements(slide, 'p:cNvPr').filter(({ attribs }) => attribs.descr) : [];
  expect(named.map(({ attribs }) => attribs.descr)).toEqual(['the mean']);
  expect(errors).toMatch(/talk\.md:11:5: note: only formulas between lines of \$\$/);
});
