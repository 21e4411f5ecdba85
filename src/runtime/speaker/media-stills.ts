type Player = HTMLVideoElement | HTMLAudioElement;

/**
 * Replaces the videos and audio on a copy of a slide by still frames. Only the presenter window plays
 * them, so that nothing is heard or decoded twice.
 */
export function freezeMedia(copy: HTMLElement, slide: HTMLElement): void {
  const originals = mediaOn(slide);
  for (const [i, player] of mediaOn(copy).entries()) {
    for (const name of ['src', 'data-src', 'autoplay', 'data-autoplay', 'controls']) {
      player.removeAttribute(name);
    }
    player.replaceChildren();
    player.muted = true;
    const original = originals[i];
    if (original && isVideo(original)) showFrame(original, player as HTMLVideoElement);
  }
}

/** Updates the still frames of the videos that are playing. */
export function updateStills(copy: HTMLElement, slide: HTMLElement): void {
  const stills = mediaOn(copy);
  for (const [i, player] of mediaOn(slide).entries()) {
    const still = stills[i];
    if (still && isVideo(player) && !player.paused) showFrame(player, still as HTMLVideoElement);
  }
}

/** The videos and audio on a slide, without those in its notes. */
export function mediaOn(slide: HTMLElement): readonly Player[] {
  return [...slide.querySelectorAll<Player>(':is(video, audio):not(.notes *)')];
}

function isVideo(player: Player): player is HTMLVideoElement {
  return player.tagName === 'VIDEO';
}

/** The maximum width of a still frame in pixels. */
const width = 640;

function showFrame(video: HTMLVideoElement, still: HTMLVideoElement): void {
  if (video.readyState < video.HAVE_CURRENT_DATA || video.videoWidth === 0) return;
  // A video shows its poster until it has been played.
  if (video.poster && video.currentTime === 0) return;
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(width, video.videoWidth);
  canvas.height = Math.round((canvas.width * video.videoHeight) / video.videoWidth);
  try {
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
    still.poster = canvas.toDataURL('image/jpeg', 0.8);
  } catch {
    // Videos from other origins cannot be read; their posters stay.
  }
}
