import { Parser } from 'htmlparser2';

/** Called for each element of an XML document; names come without their namespace prefix. */
interface XmlHandler {
  /** Returns `false` to stop reading. */
  open?(name: string, attributes: Readonly<Record<string, string>>): boolean | undefined;
  /** @param text the text of the element, without that of its children */
  close?(name: string, text: string): boolean | undefined;
}

/** Reads an XML document. Entities that it declares are not expanded, and nothing outside of it is read. */
export function readXml(xml: string, handler: XmlHandler): void {
  let text = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        text = '';
        if (handler.open?.(localName(name), attributes) === false) parser.pause();
      },
      ontext(part) {
        text += part;
      },
      onclosetag(name) {
        if (handler.close?.(localName(name), text) === false) parser.pause();
        text = '';
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
