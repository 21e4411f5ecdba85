import { readFileSync } from 'node:fs';
import { validatePdfs } from '../../support/pdf/verapdf.ts';

/** What a PDF says of itself, and what veraPDF says. */
export interface Claim {
  readonly file: string;
  /** Whether it says that it is PDF/UA-1. */
  readonly isClaimed: boolean;
  /** What is wrong with it, besides that it does not say so. */
  readonly problems: readonly string[];
}

/** Compares what PDFs say of themselves with what veraPDF says. */
export function readClaims(files: readonly string[]): readonly Claim[] {
  const verdicts = validatePdfs(files);
  return files.map((file, index) => {
    const isClaimed = readFileSync(file).includes('<pdfuaid:part>1</pdfuaid:part>');
    const failed = [...(verdicts[index] ?? [])].filter(([clause]) => clause !== '5 t1');
    return { file, isClaimed, problems: failed.map(([clause, text]) => `${clause}: ${text}`) };
  });
}
