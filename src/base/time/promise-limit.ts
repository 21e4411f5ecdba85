/**
 * Waits for a promise, but no longer than a time.
 *
 * @param onTimeout returns the value to use instead, or throws
 */
export function within<T>(
  milliseconds: number,
  promise: Promise<T>,
  onTimeout: () => T,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<T>((resolve, reject) => {
    timer = setTimeout(() => {
      try {
        resolve(onTimeout());
      } catch (error) {
        reject(error);
      }
    }, milliseconds);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
