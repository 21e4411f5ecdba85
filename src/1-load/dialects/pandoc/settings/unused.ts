import type { Report } from '../../../../base/diagnostics/report.ts';
import { isSlideSide } from '../../../../base/slide-side.ts';
import { readRevealTransition } from '../../shared/reveal-names.ts';
import { kebabCase, unusedOptions } from '../../shared/reveal-unused.ts';
import { changingDate } from './dates.ts';
import type { Settings } from './metadata.ts';

const files = 'rules of CSS can be in a file that "css" names, and scripts do not run';

/** Settings of Pandoc, and of what is built on it, that are not used, and why. */
const unused: Readonly<Record<string, string>> = {
  'header-includes': files,
  'include-in-header': files,
  'include-before-body': files,
  'include-after-body': files,
  'include-before': files,
  'include-after': files,
};

/**
 * Reports the settings of a deck that are not used, each at its key.
 *
 * @param own of the tool, and why
 */
export function reportUnusedSettings(
  settings: Settings,
  own: Readonly<Record<string, string>>,
  report: Report,
): void {
  const add = (names: readonly string[], message: string): void => {
    const entry = settings.entry(...names);
    if (entry) report.add('dialect-settings', entry.keySpan, message);
  };
  const names = (name: string) => [kebabCase(name), name];
  const textFor = (name: string) => settings.text(...names(name));
  const written = (name: string) => settings.entry(...names(name))?.key ?? name;
  for (const [name, message] of unusedOptions(textFor, written)) {
    // An image behind all slides is the background of each.
    if (name !== 'parallaxBackgroundImage') add(names(name), message);
  }
  for (const [key, why] of Object.entries({ ...unused, ...own })) {
    if (/^(?:false|no|null|~|)$/.test(settings.text(key) ?? 'lists')) continue;
    add([key], `"${key}" is not used: ${why}`);
  }
  const date = settings.text('date') ?? '';
  if (changingDate.test(date)) {
    add(['date'], `"${date}" is not used: a deck is the same on each day, write the date`);
  }
  const transition = settings.text('transition');
  if (transition !== undefined && readRevealTransition(transition) === undefined) {
    add(['transition'], `"${transition}" is no transition of reveal.js: it is not used`);
  }
  for (const key of ['width', 'height']) {
    const value = Number(settings.text(key) ?? 960);
    if (isSlideSide(value)) continue;
    add([key], `a slide has a size in pixels: this "${key}" is not used`);
  }
  const isFlag = (key: string) =>
    settings.text(key) === undefined || settings.flag(key) !== undefined;
  for (const key of ['incremental', 'center', 'smart'].filter((name) => !isFlag(name))) {
    add([key], `"${key}" needs true or false: it is not used`);
  }
}
