/**
 * Replaces the videos of the page by their posters or first frames, without controls: what is printed
 * cannot be played. A script for `Tab.evaluate`; resolves when all are shown.
 */
export const showVideoStills = `Promise.all(Array.from(
  document.querySelectorAll('.slides video'),
  async (video) => {
    video.controls = false;
    video.autoplay = false;
    video.pause();
    // A PDF says where a video is that is not in the page.
    const address = [video.src, ...Array.from(video.querySelectorAll('source'), ({ src }) => src)];
    const remote = address.find((url) => /^https?:/.test(url) && !url.startsWith(location.origin));
    if (remote) video.dataset.address = remote;
    const still = video.poster || (await firstFrame());
    if (!still) return;
    const poster = new Image();
    poster.src = still;
    await poster.decode().catch(() => {});
    // There is no event for a poster that is shown, but one that is decoded is shown at once.
    video.poster = still;
    video.removeAttribute('src');
    for (const source of video.querySelectorAll('source')) source.remove();
    video.load();

    async function firstFrame() {
      const isDone = () => video.readyState >= 2 || video.error || video.networkState === 3;
      video.preload = 'auto';
      while (!isDone()) {
        await new Promise((resolve) => {
          video.addEventListener('loadeddata', resolve, { once: true });
          // Those of its sources do not bubble.
          video.addEventListener('error', () => setTimeout(resolve), { once: true, capture: true });
        });
      }
      if (video.readyState < 2 || video.videoWidth === 0) return '';
      // Also at its start: only then is the frame of a video on a hidden slide decoded.
      const found = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
      video.currentTime = 0;
      await found;
      const canvas = document.createElement('canvas');
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext('2d').drawImage(video, 0, 0);
      try {
        return canvas.toDataURL('image/jpeg', 0.9);
      } catch {
        // A video from another origin cannot be read, but is printed as it is.
        return '';
      }
    }
  },
))`;

/** Lists videos that have loaded no frame yet. An expression. */
export const videosWithoutFrame = `Array.from(document.querySelectorAll('.slides video')).filter(
  (video) => !video.poster && video.readyState < 2 && !video.error && video.networkState !== 3,
)`;
