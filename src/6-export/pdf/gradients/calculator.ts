/** Computes the results of a PostScript calculator function, the type 4 of PDF. */
export type Calculator = (x: number, y: number) => readonly number[];

/**
 * Compiles a calculator function: `{dup mul exch dup mul add sqrt}`.
 *
 * @returns a function whose result is overwritten by the next call; `undefined` if the code is invalid
 */
export function compileCalculator(code: string): Calculator | undefined {
  const tokens = code.match(/[{}]|[^\s{}]+/g) ?? [];
  if (tokens.shift() !== '{') return undefined;
  const body = compileBlock(tokens);
  if (body === undefined || tokens.length > 0) return undefined;
  const stack: number[] = [];
  return (x, y) => {
    stack.length = 0;
    stack.push(x, y);
    run(body, stack);
    return stack;
  };
}

type Operator = (stack: number[]) => void;

function run(block: readonly Operator[], stack: number[]): void {
  for (const operator of block) operator(stack);
}

/** Takes the tokens up to the closing brace. */
function compileBlock(tokens: string[]): readonly Operator[] | undefined {
  const block: Operator[] = [];
  const branches: (readonly Operator[])[] = [];
  for (let token = tokens.shift(); token !== '}'; token = tokens.shift()) {
    if (token === undefined) return undefined;
    if (token === '{') {
      const branch = compileBlock(tokens);
      if (branch === undefined) return undefined;
      branches.push(branch);
      continue;
    }
    const operator = compileOperator(token, branches);
    if (operator === undefined) return undefined;
    block.push(operator);
    branches.length = 0;
  }
  return block;
}

function compileOperator(
  token: string,
  [yes, no, ...others]: readonly (readonly Operator[])[],
): Operator | undefined {
  if (token === 'if' || token === 'ifelse') {
    if (yes === undefined || others.length > 0 || (no !== undefined) !== (token === 'ifelse')) {
      return undefined;
    }
    return (stack) => run(take(stack) === 0 ? (no ?? []) : yes, stack);
  }
  if (yes !== undefined) return undefined;
  if (/^[-+.\d]/.test(token)) {
    const value = Number(token);
    return Number.isNaN(value) ? undefined : (stack) => void stack.push(value);
  }
  return operators.get(token);
}

function take(stack: number[]): number {
  return stack.pop() ?? 0;
}

/** Reverses the order of the numbers from `start` to before `end`. */
function reverse(stack: number[], start: number, end: number): void {
  for (let low = start, high = end - 1; low < high; low++, high--) {
    const moved = stack[low] ?? 0;
    stack[low] = stack[high] ?? 0;
    stack[high] = moved;
  }
}

const degrees = 180 / Math.PI;

/** Operators of one operand and one result. Booleans are 0 and 1. */
const unary: Readonly<Record<string, (a: number) => number>> = {
  abs: Math.abs,
  ceiling: Math.ceil,
  cos: (a) => Math.cos(a / degrees),
  cvi: Math.trunc,
  cvr: (a) => a,
  floor: Math.floor,
  ln: Math.log,
  log: Math.log10,
  neg: (a) => -a,
  not: (a) => (a === 0 ? 1 : 0),
  round: Math.round,
  sin: (a) => Math.sin(a / degrees),
  sqrt: (a) => Math.sqrt(Math.max(0, a)),
  truncate: Math.trunc,
};

/** Operators of two operands and one result. */
const binary: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0 ? 0 : a / b),
  idiv: (a, b) => (b === 0 ? 0 : Math.trunc(a / b)),
  mod: (a, b) => (b === 0 ? 0 : a % b),
  exp: (a, b) => a ** b,
  // From 0 to 360, counterclockwise.
  atan: (a, b) => (Math.atan2(a, b) * degrees + 360) % 360,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  bitshift: (a, b) => (b < 0 ? a >> -b : a << b),
  eq: (a, b) => Number(a === b),
  ne: (a, b) => Number(a !== b),
  gt: (a, b) => Number(a > b),
  ge: (a, b) => Number(a >= b),
  lt: (a, b) => Number(a < b),
  le: (a, b) => Number(a <= b),
};

const operators: ReadonlyMap<string, Operator> = new Map([
  ...Object.entries(unary).map(([name, compute]): [string, Operator] => [
    name,
    (stack) => void stack.push(compute(take(stack))),
  ]),
  ...Object.entries(binary).map(([name, compute]): [string, Operator] => [
    name,
    (stack) => {
      const b = take(stack);
      stack.push(compute(take(stack), b));
    },
  ]),
  ...Object.entries<Operator>({
    true: (stack) => void stack.push(1),
    false: (stack) => void stack.push(0),
    pop: (stack) => void stack.pop(),
    dup: (stack) => void stack.push(stack[stack.length - 1] ?? 0),
    exch: (stack) => {
      const b = take(stack);
      const a = take(stack);
      stack.push(b, a);
    },
    copy: (stack) => {
      const count = take(stack);
      if (count > 0) stack.push(...stack.slice(-count));
    },
    index: (stack) => {
      const depth = take(stack);
      stack.push(stack[stack.length - 1 - depth] ?? 0);
    },
    roll: (stack) => {
      const shift = take(stack);
      const count = Math.min(take(stack), stack.length);
      if (count <= 0) return;
      const start = stack.length - count;
      const split = start + (((-shift % count) + count) % count);
      // Without a copy, as this runs for each pixel.
      reverse(stack, start, split);
      reverse(stack, split, stack.length);
      reverse(stack, start, stack.length);
    },
  }),
]);
