/** The storage of this tab, or that of all pages of this address. */
type Kind = 'sessionStorage' | 'localStorage';

/** A stored text; `null` if there is none, also if the browser blocks storage. */
export function readStored(kind: Kind, key: string): string | null {
  return tryWith(kind, (area) => area.getItem(key)) ?? null;
}

/** @returns whether the text is stored: storage may be blocked or full */
export function writeStored(kind: Kind, key: string, text: string): boolean {
  return (
    tryWith(kind, (area) => {
      area.setItem(key, text);
      return true;
    }) ?? false
  );
}

export function removeStored(kind: Kind, key: string): void {
  tryWith(kind, (area) => area.removeItem(key));
}

/** The keys of all stored texts that begin with a prefix. */
export function storedKeys(kind: Kind, prefix: string): readonly string[] {
  return tryWith(kind, (area) => Object.keys(area).filter((key) => key.startsWith(prefix))) ?? [];
}

/** Browsers block storage by throwing, some when it is accessed and others when it is used. */
function tryWith<Result>(kind: Kind, use: (area: Storage) => Result): Result | undefined {
  try {
    return use(window[kind]);
  } catch {
    return undefined;
  }
}
