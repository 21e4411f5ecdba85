import { inject } from 'vitest';

/**
 * What `lectern export` needs to start the tests' browser.
 *
 * @throws where there is none, with a line that says what to do
 */
export function browserFlags(): readonly string[] {
  const found = inject('browser');
  if ('problem' in found) throw new Error(found.problem);
  // Chromium's sandbox does not start as root, which is what containers run as.
  const isRoot = process.getuid?.() === 0;
  return ['--browser', found.path, ...(isRoot ? ['--no-sandbox'] : [])];
}
