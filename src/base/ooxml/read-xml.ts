import { Parser } from 'htmlparser2';
import { ArchiveError } from './zip.ts';

/** Far more than office documents have; the parser is slower with each open element. */
const maxDepth = 100;

/** A sheet of a million numbers has about two million. */
const maxElements = 3_000_000;

/** Called for each element of an XML document; names come without their namespace prefix. */
interface XmlHandler {
  /** Returns `false` to stop reading. @param start the offset of the tag */
  open?(
    name: string,
    attributes: Readonly<Record<string, string>>,
    start: number,
  ): boolean | undefined;
  /** @param text the text of the element, without that of its children. @param start the offset of the tag */
  close?(name: string, text: string, start: number): boolean | undefined;
}

/**
 * Reads an XML document. Entities that it declares are not expanded, and nothing outside of it is read.
 *
 * @throws ArchiveError if it is nested too deeply, too long or cut off
 */
export function readXml(xml: string, handler: XmlHandler): void {
  let text = '';
  let [depth, count] = [0, 0];
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    parser.pause();
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        text = '';
        if (++depth > maxDepth) throw new ArchiveError(`is nested deeper than ${maxDepth} levels`);
        if (++count > maxElements) throw new ArchiveError('has more than 3,000,000 elements');
        if (handler.open?.(localName(name), attributes, parser.startIndex) === false) stop();
      },
      ontext(part) {
        text += part;
      },
      onclosetag(name) {
        depth--;
        if (handler.close?.(localName(name), text, parser.startIndex) === false) stop();
        text = '';
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  if (depth > 0 && !isStopped)
    throw new ArchiveError('is incomplete: the end of a part is missing');
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
