/** For pages that list decks as cards, in light and dark. */
export const cardStyles = `
:root { color-scheme: light dark; --line: light-dark(#d5dbdd, #37424a); --muted: light-dark(#55636a, #a3b1b8); --focus: light-dark(#00695f, #7ed3be); }
body { margin: 0; background: light-dark(#f4f6f6, #14191d); color: light-dark(#10222b, #eef2f3); font: 1rem/1.4 system-ui, sans-serif; }
main { max-width: 84rem; margin: 0 auto; padding: clamp(1rem, 4vw, 3rem); }
.decks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 2rem 1.5rem; margin: 0; padding: 0; list-style: none; }
a { color: inherit; }
.picture { grid-column: 1 / -1; aspect-ratio: 16 / 9; margin-bottom: .5rem; border: 1px solid var(--line); border-radius: .4rem; overflow: hidden; background: var(--line); }
.title { grid-column: 1 / -1; font-weight: 600; }
.facts { color: var(--muted); font-size: .875rem; overflow-wrap: anywhere; }
`;
