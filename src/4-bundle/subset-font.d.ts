declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat?: 'sfnt' | 'woff' | 'woff2';
    /** Axes of a variable font to fix, by their tags. */
    readonly variationAxes?: Readonly<Record<string, number>>;
    readonly noHinting?: boolean;
  }

  /** A font with the shapes of some letters only. Rejects what is no font. */
  export default function subsetFont(
    font: Buffer,
    letters: string,
    options?: SubsetOptions,
  ): Promise<Buffer>;
}
