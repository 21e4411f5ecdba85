import { words } from '../words.ts';

const names: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowDown: '↓',
  ArrowUp: '↑',
  PageDown: 'Page ↓',
  PageUp: 'Page ↑',
  Escape: 'Esc',
  Control: 'Ctrl',
  '-': '−',
};

/** The labels of keys that are pressed together: `Ctrl` and `F`. */
export function printKey(key: string): readonly string[] {
  return key.split(/(?<=\w)\+/).map((part) => {
    return (
      (part === ' ' ? words().space : names[part]) ??
      (part.length === 1 ? part.toUpperCase() : part)
    );
  });
}
