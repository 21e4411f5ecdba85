import type { StageState } from '../../../dev/messages.ts';
import { countSteps } from '../../slide-copy.ts';
import { titleOf } from '../../slide-tile.ts';
import type { Scene } from '../../speaker/scene.ts';

/**
 * What the stage shows, on this page's own slides. For a moment after an edit they may be others than
 * the stage's: then it is the nearest that there is.
 */
export function sceneAt(slides: readonly HTMLElement[], state: StageState): Scene | undefined {
  const place = Math.min(state.slide, slides.length - 1);
  const slide = slides[place];
  if (!slide) return undefined;
  const steps = countSteps(slide);
  const step = Math.min(state.step, steps);
  const following = slides[place + 1];
  const nextSlide = following && { slide: following, step: 0 };
  return {
    current: { slide, step },
    next: step < steps ? { slide, step: step + 1 } : nextSlide,
    place,
    total: slides.length,
    title: titleOf(slide),
    stepsLeft: steps - step,
    isDark: state.isDark,
  };
}
