import type { Report } from '../../../base/diagnostics/report.ts';
import { readRevealTransition } from '../shared/reveal-names.ts';
import { kebabCase, unusedOptions } from '../shared/reveal-unused.ts';
import type { Settings } from './metadata.ts';

/** Reports the settings of a deck that are not used, each at its key. */
export function reportUnusedSettings(settings: Settings, report: Report): void {
  const add = (names: readonly string[], message: string): void => {
    const entry = settings.entry(...names);
    if (entry) report.add('dialect-settings', entry.keySpan, message);
  };
  const names = (name: string) => [kebabCase(name), name];
  const textFor = (name: string) => settings.text(...names(name));
  const written = (name: string) => settings.entry(...names(name))?.key ?? name;
  for (const [name, message] of unusedOptions(textFor, written)) add(names(name), message);
  const transition = settings.text('transition');
  if (transition !== undefined && readRevealTransition(transition) === undefined) {
    add(['transition'], `"${transition}" is no transition of reveal.js: it is not used`);
  }
  for (const key of ['width', 'height']) {
    const value = Number(settings.text(key) ?? 960);
    if (value >= 200 && value <= 4000) continue;
    add([key], `a slide has a size in pixels: this "${key}" is not used`);
  }
  const isFlag = (key: string) =>
    settings.text(key) === undefined || settings.flag(key) !== undefined;
  for (const key of ['incremental', 'center', 'smart'].filter((name) => !isFlag(name))) {
    add([key], `"${key}" needs true or false: it is not used`);
  }
}
