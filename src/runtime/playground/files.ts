/** Files that were dropped onto the page, in memory, next to the deck. */
export class AddedFiles {
  readonly #files = new Map<string, Uint8Array>();

  get all(): ReadonlyMap<string, Uint8Array> {
    return this.#files;
  }

  clear(): void {
    this.#files.clear();
  }

  set(name: string, text: string): void {
    this.#files.set(name, new TextEncoder().encode(text));
  }

  /** @returns the name by which the deck can use the file */
  async add(file: File): Promise<string> {
    const name = file.name.replace(/[\s()<>"'#?%]+/g, '-').replace(/(?!^)-+(?=\.|$)/g, '');
    this.#files.set(name, new Uint8Array(await file.arrayBuffer()));
    return name;
  }
}

/** What the text of a deck says to show a file. */
export function markdownFor(name: string): string {
  const stem = name.replace(/\.[^.]*$/, '');
  if (/\.(?:csv|tsv|json|xlsx)$/i.test(name)) {
    return `\n\`\`\`chart bar\ndata: ${name}\n\`\`\`\n`;
  }
  return `\n![${stem.replace(/[-_]+/g, ' ')}](${name})\n`;
}
