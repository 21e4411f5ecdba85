import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { imageSize } from '../../src/5-bundle/assets/image-size.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';
import { full, left, right } from './imported.ts';
import { picture, placeholder, presentation } from './presentation.ts';

test('images are cropped as the presentation shows them', async () => {
  const photo = readFileSync(path.join(packageRoot, 'test/looks/photo.jpg'));
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const shown = (id: number, link: string, place: string, area: string) =>
    picture(id, link, place).replace('</p:blipFill>', `<a:srcRect ${area}/></p:blipFill>`);
  const slide = (shapes: string) => ({
    shapes: placeholder('title', 'Apples') + shapes,
    links: {
      jpg: ['image', '../media/photo.jpg'],
      png: ['image', '../media/plan.png'],
      gif: ['image', '../media/dot.gif'],
    } as const,
  });
  const talk = presentation(
    [
      slide(
        shown(5, 'jpg', left, 'l="25000" r="25000" t="-5000"') +
          shown(6, 'png', right, 'b="50000"'),
      ),
      slide(shown(5, 'jpg', left, 'l="25000" r="25000"') + picture(6, 'jpg', right)),
      slide(shown(5, 'gif', full, 't="20000"')),
    ],
    {
      parts: {
        'ppt/media/photo.jpg': photo,
        'ppt/media/plan.png': png(64, 40),
        'ppt/media/dot.gif': gif,
      },
    },
  );
  const cwd = temporaryFolder({ 'talk.pptx': talk });
  const { exitCode, errors } = await lectern(['import', 'talk.pptx'], cwd);
  expect(exitCode, errors).toBe(0);
  expect(errors).toContain('a cropped image of this type is shown whole');
  const sizeOf = (name: string, mime: string) =>
    imageSize(readFileSync(path.join(cwd, 'talk/media', name)), mime);
  const whole = imageSize(photo, 'image/jpeg') ?? { width: 0, height: 0 };
  expect(sizeOf('photo.jpg', 'image/jpeg')).toEqual({
    ...whole,
    width: Math.round(whole.width / 2),
  });
  expect(sizeOf('photo-1.jpg', 'image/jpeg')).toEqual(whole);
  expect(sizeOf('plan.webp', 'image/webp')).toEqual({ width: 64, height: 20 });
  const text = readFileSync(path.join(cwd, 'talk/talk.md'), 'utf8');
  expect(text.match(/media\/[\w.-]+/g)).toEqual([
    'media/photo.jpg',
    'media/plan.webp',
    'media/photo.jpg',
    'media/photo-1.jpg',
    'media/dot.gif',
  ]);
});
