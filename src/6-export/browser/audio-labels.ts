import type { MediaWordsByLanguage } from './media-words.ts';

/**
 * Replaces the players of audio by boxes with the name and the length of each: what is printed cannot be
 * played. A script for `Tab.evaluate`; resolves when all lengths are known.
 */
export function showAudioLabels(words: MediaWordsByLanguage): string {
  return `{
const words = ${JSON.stringify(words)};
${script}
}`;
}

const script = `Promise.all(Array.from(
  document.querySelectorAll('.slides audio'),
  async (audio) => {
    const isDone = () => audio.readyState >= 1 || audio.error || audio.networkState === 3;
    audio.autoplay = false;
    audio.preload = 'metadata';
    while (!isDone()) {
      await new Promise((resolve) => {
        audio.addEventListener('loadedmetadata', resolve, { once: true });
        // Those of its sources do not bubble.
        audio.addEventListener('error', () => setTimeout(resolve), { once: true, capture: true });
      });
    }
    const name = audio.getAttribute('aria-label') || audio.title || words[audio.closest('[lang]').lang]?.audio;
    const seconds = Number.isFinite(audio.duration) ? Math.round(audio.duration) : 0;
    const digits = String(seconds % 60).padStart(2, '0');
    const time = seconds > 0 ? ' · ' + Math.floor(seconds / 60) + ':' + digits : '';
    const sign = document.createElement('span');
    sign.style.cssText =
      'flex:none;border:solid transparent;border-width:.32em 0 .32em .55em;border-left-color:var(--color-accent)';
    const label = document.createElement('span');
    label.textContent = name + time;
    const box = document.createElement('span');
    box.className = 'audio-label ' + audio.className;
    box.style.cssText =
      'display:inline-flex;align-items:center;align-self:start;gap:.6em;max-width:100%;padding:.5em .8em;' +
      'border:.0625rem solid var(--color-line);border-radius:var(--radius);background:var(--color-surface);' +
      'color:var(--color-text);font-size:var(--size-small);line-height:1.3;text-align:start';
    box.append(sign, label);
    audio.replaceWith(box);
  },
))`;
