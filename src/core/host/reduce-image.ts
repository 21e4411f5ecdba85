import type { FileContent } from '../../5-bundle/assets/file-contents.ts';
import { isReducible } from '../../5-bundle/reduce/plan-job.ts';
import type { Reduced } from '../../5-bundle/reduce/reduce-image.ts';
import type { ImageSettings } from '../../model/front-matter.ts';

/** Images are reduced by workers of Node.js; in a browser they stay as they are, which is reported. */
export function reduceImage(
  content: FileContent,
  mime: string,
  settings: ImageSettings | undefined,
): Promise<Reduced> {
  const image = { content, mime };
  if (!settings || !isReducible(mime)) return Promise.resolve(image);
  return Promise.resolve({ ...image, problem: 'only the command line reduces images' });
}
