/** What the stages use of `node:vm`: compiling a script, and running code of the package. */
export class Script {
  readonly #code: string;

  /** @throws SyntaxError */
  constructor(code: string) {
    this.#code = code;
    if (!code.startsWith('(function(')) new Function(code);
  }

  runInThisContext(): unknown {
    // Only code that is part of Lectern is run, in the global scope.
    return new Function(`return ${this.#code}`)();
  }
}
