import { BrowserError } from './browser-error.ts';

/**
 * Waits for no longer than that.
 *
 * @param doing what is waited for: `printing the slides`
 * @throws {BrowserError}
 */
export async function within<T>(
  milliseconds: number,
  doing: string,
  work: () => Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const seconds = Math.round(milliseconds / 1000);
      const message = `${doing} was not done within ${seconds} s`;
      reject(new BrowserError('page-unready', message, 'run the command again'));
    }, milliseconds);
  });
  return Promise.race([work(), limit]).finally(() => clearTimeout(timer));
}
