/** What is cut off at each side of an upright image, as shares of its width and height. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a worker does with an image. Everything in it is part of the key of the result. */
export interface Job {
  readonly mime: string;
  /** The size to scale it to, before its orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** In Exif, 1 to 8. */
  readonly orientation: number;
  readonly crop?: Crop;
  /** Of the encoder, 1 to 100. */
  readonly quality: number;
  readonly isGray: boolean;
  /** A drawing or screenshot, which stays without loss. */
  readonly isDrawing: boolean;
  /** Whether the result is the pixels, and not a file: red, green, blue and opacity of each. */
  readonly isRaw?: boolean;
}

/** A JPEG of a JPEG, a WebP of all others, without metadata, or the pixels; `undefined` if it cannot be decoded. */
export type JobResult = Uint8Array | undefined;
