import type { SlideFrontMatter } from '../../model/deck.ts';

/**
 * The settings of an included slide, with those of the slide that includes it in their place.
 *
 * @param isFirst whether it is the first slide of the file: `id`, `title`, `time` and `notes` are for that one only
 */
export function overrideSettings(
  own: SlideFrontMatter,
  over: SlideFrontMatter,
  isFirst: boolean,
): SlideFrontMatter {
  const { settings, id, title, time, notes, include: _, hide: __, ...rest } = over;
  const { id: ownId, classes, autoAnimate, ...others } = settings;
  return {
    ...own,
    ...rest,
    ...(isFirst && { ...(id && { id }), ...(title && { title }) }),
    ...(isFirst && { ...(time && { time }), ...(notes && { notes }) }),
    settings: {
      ...own.settings,
      ...others,
      classes: classes.length > 0 ? classes : own.settings.classes,
      autoAnimate: autoAnimate || own.settings.autoAnimate,
      ...(isFirst && ownId !== undefined && { id: ownId }),
    },
  };
}
