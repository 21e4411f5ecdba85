/** Whether an error says that the stack was exhausted: by a call, or by compiling a regular expression close to its end. */
export function isStackOverflow(error: unknown): boolean {
  if (error instanceof SyntaxError) return error.message.endsWith('Stack overflow');
  return error instanceof RangeError;
}
