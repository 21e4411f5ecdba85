import { statSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { isUrl, locateFile, reportPrivateKey } from '../../base/files/locate-file.ts';
import { type MediaType, mediaType, webVtt } from '../../base/files/media-types.ts';
import { pointerIn, reportPointer } from '../../base/files/pointer.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { ImageSettings } from '../../model/front-matter.ts';
import type { AssetRef, BuildOptions } from '../../model/source.ts';
import { isReducible } from '../reduce/plan-job.ts';
import { isDataUrl, readDataUrl } from './data-url.ts';
import type { FileContent, FileContents } from './file-contents.ts';
import { checkType } from './file-type.ts';
import { smallerImage } from './large-image.ts';
import { isShowable } from './showable.ts';
import { checkTrack, isTrack } from './track-file.ts';

/**
 * The megabytes of the largest file that goes in. No picture needs as many, at the size of a slide; and
 * pages beyond that of a video are opened by no browser in the time that an audience waits.
 */
export const limits = { image: 25, media: 100 } as const;
/** The megabytes of the largest image that is reduced before it goes in. */
const reducibleLimit = 100;

/** A file as it was read. */
export interface Opened {
  readonly content: FileContent;
  readonly type: MediaType;
  /** The first reference to it. */
  readonly ref: AssetRef;
}

/** Files that were opened before, by path; `undefined` if a file could not be read. */
export type OpenedFiles = Map<string, Opened | undefined>;

/** What decides how files are opened. */
export interface OpenOptions
  extends Pick<BuildOptions, 'root'>,
    Partial<Pick<BuildOptions, 'cwd'>> {
  readonly images?: ImageSettings | undefined;
}

/** Opens a file that is embedded; `undefined` if something is wrong with it, which is reported. */
export function openFile(
  ref: AssetRef,
  options: OpenOptions,
  files: FileContents,
  inputs: Inputs,
  report: Report,
  known: OpenedFiles,
): Opened | undefined {
  if (isDataUrl(ref.path)) {
    if (!known.has(ref.path)) known.set(ref.path, openDataUrl(ref, report));
    return known.get(ref.path);
  }
  if (isUrl(ref.path)) {
    const hint = 'a page holds files; nothing is loaded by address';
    report.add('file-kind', ref.span, `"${ref.path}" is not a file`, hint);
    return undefined;
  }
  const file = locateFile(ref, options.root, inputs, report);
  if (file === undefined) return undefined;
  if (!known.has(file)) known.set(file, openAsset(file, ref, options, files, report));
  return known.get(file);
}

function openAsset(
  file: string,
  ref: AssetRef,
  { images, root, cwd = root }: OpenOptions,
  files: FileContents,
  report: Report,
): Opened | undefined {
  const declared = ref.isCaptions ? webVtt : mediaType(path.extname(ref.path).slice(1));
  const content = readContent(file, declared, images !== undefined, ref, files, report);
  const pointer = content && pointerIn(file, content.bytes);
  if (pointer) reportPointer(pointer, ref.path, ref.span, report);
  if (!content || pointer) return undefined;
  const { bytes } = content;
  if (ref.isCaptions && isTrack(bytes) && !checkTrack(file, cwd, ref, report)) return undefined;
  const type = checkType(bytes, declared, ref, report);
  return type && openContent(content, type, ref, report);
}

/** Opens the content of a file of a known type, unless browsers cannot show it. */
export function openContent(
  content: FileContent,
  type: MediaType,
  ref: AssetRef,
  report: Report,
): Opened | undefined {
  if (!isShowable(content, type, ref, report)) return undefined;
  const isText = type.mime === 'image/svg+xml' || type === webVtt;
  if (isText && reportPrivateKey(content.bytes.toString('utf8'), ref, report)) return undefined;
  return { content, type, ref };
}

function openDataUrl(ref: AssetRef, report: Report): Opened | undefined {
  const image = readDataUrl(ref, report);
  if (!image || !isShowable(image.content, image.type, ref, report)) return undefined;
  return { ...image, ref };
}

export function reportTooLarge(
  megabytes: number,
  kind: keyof typeof limits,
  ref: AssetRef,
  report: Report,
  canReduce = false,
): undefined {
  const message = `"${ref.path}" has ${Math.ceil(megabytes)} MB; a page holds ${kind} files of up to ${limits[kind]} MB`;
  const hint = kind === 'image' ? smallerImage(canReduce) : 'make it smaller, or link to it';
  report.add('file-large', ref.span, message, hint);
}

function readContent(
  file: string,
  type: MediaType | undefined,
  isReducing: boolean,
  ref: AssetRef,
  files: FileContents,
  report: Report,
): FileContent | undefined {
  const kind = (type?.kind ?? 'image') === 'image' ? 'image' : 'media';
  const canReduce = type !== undefined && isReducible(type.mime);
  try {
    const megabytes = statSync(file).size / 1024 / 1024;
    if (megabytes <= (isReducing && canReduce ? reducibleLimit : limits[kind])) {
      return files.read(file);
    }
    return reportTooLarge(megabytes, kind, ref, report, canReduce && !isReducing);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report.add('file-unreadable', ref.span, `"${ref.path}" cannot be read: ${reason}`);
  }
  return undefined;
}
