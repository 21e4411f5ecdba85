/** Removes the comments of WebVTT: blocks that begin with `NOTE`, and what follows `WEBVTT` up to a blank line. */
export function stripVtt(bytes: Buffer): Buffer {
  const text = bytes.toString('utf8').replace(/\r\n?/g, '\n');
  const [, ...blocks] = text.split(/\n{2,}/);
  const kept = blocks.filter((block) => !/^NOTE(?:[ \t\n]|$)/.test(block));
  return Buffer.from(['WEBVTT', ...kept].join('\n\n'));
}
