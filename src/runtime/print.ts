import type { Part } from './part.ts';

const hiding = ['hidden', 'aria-hidden', 'inert'];
const layout = ['display', 'top', 'transform'];

/** Takes from the slides what keeps all but one of them off the screen, and from readers. */
export const paper: Part = {
  print() {
    const sections = document.querySelectorAll<HTMLElement>('.slides section');
    const undo = Array.from(sections, bare);
    return () => {
      for (const restore of undo) restore();
    };
  },
};

function bare(section: HTMLElement): () => void {
  const before = [...hiding, 'style'].map((name) => [name, section.getAttribute(name)] as const);
  for (const name of hiding) section.removeAttribute(name);
  for (const name of layout) section.style.removeProperty(name);
  return () => {
    for (const [name, value] of before) {
      if (value === null) section.removeAttribute(name);
      else section.setAttribute(name, value);
    }
  };
}
