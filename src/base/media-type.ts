const video = /\.(?:mp4|m4v|webm|ogv|mov)$/i;
const audio = /\.(?:mp3|m4a|aac|oga|ogg|opus|wav|flac)$/i;

/** Whether a path names a video or a sound, by its ending. */
export function mediaType(path: string): 'video' | 'audio' | undefined {
  if (video.test(path)) return 'video';
  return audio.test(path) ? 'audio' : undefined;
}

export function isMediaPath(path: string): boolean {
  return mediaType(path) !== undefined;
}
