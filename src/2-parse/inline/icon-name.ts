/** Emoji whose names look like those of icons; checked by a test. */
const emoji = new Set(['e-mail', 't-rex']);

/** Whether a name between colons is that of an icon: its set, a hyphen and its own name. */
export function isIconName(name: string): boolean {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(name) && !emoji.has(name);
}

/** Whether a text ends with an icon. */
export function endsWithIcon(text: string): boolean {
  const name = /(?<![\w:]):([a-z0-9-]+):$/.exec(text)?.[1];
  return name !== undefined && isIconName(name);
}
