type Player = HTMLVideoElement | HTMLAudioElement;

/**
 * Turns the videos and sounds on a copy of a slide into pictures of those on the stage, which alone
 * play: nothing is heard twice, or decoded twice.
 */
export function stillMedia(copy: HTMLElement, slide: HTMLElement): void {
  const originals = playersOn(slide);
  for (const [i, player] of playersOn(copy).entries()) {
    for (const name of ['src', 'data-src', 'autoplay', 'data-autoplay', 'controls']) {
      player.removeAttribute(name);
    }
    player.replaceChildren();
    player.muted = true;
    const original = originals[i];
    if (original && isVideo(original)) showFrame(original, player as HTMLVideoElement);
  }
}

/** Shows what the stage's videos show now. */
export function followMedia(copy: HTMLElement, slide: HTMLElement): void {
  const stills = playersOn(copy);
  for (const [i, player] of playersOn(slide).entries()) {
    const still = stills[i];
    if (still && isVideo(player) && !player.paused) showFrame(player, still as HTMLVideoElement);
  }
}

/** The players of a slide that stand in its notes are not on it. */
export function playersOn(slide: HTMLElement): readonly Player[] {
  return [...slide.querySelectorAll<Player>(':is(video, audio):not(.notes *)')];
}

function isVideo(player: Player): player is HTMLVideoElement {
  return player.tagName === 'VIDEO';
}

/** The most that a picture in the speaker view needs, in pixels. */
const width = 640;

function showFrame(video: HTMLVideoElement, still: HTMLVideoElement): void {
  if (video.readyState < video.HAVE_CURRENT_DATA || video.videoWidth === 0) return;
  // Until it plays, a video shows its poster.
  if (video.poster && video.currentTime === 0) return;
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(width, video.videoWidth);
  canvas.height = Math.round((canvas.width * video.videoHeight) / video.videoWidth);
  try {
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
    still.poster = canvas.toDataURL('image/jpeg', 0.8);
  } catch {
    // A video from another place may be shown, and not be read: its poster stays.
  }
}
