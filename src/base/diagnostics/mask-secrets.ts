const credentials = /(?<=:\/\/)[^/?#\s@"']+(?=@)/g;

const parameters =
  /(?<=[?&#](?:(?:[\w.-]*[_.-])?(?:key|apikey|sig|pwd|auth)|[\w.-]*(?:token|secret|signature|password|passwd|accesskey))=)[^&#\s"'<>)]+/gi;

/** Hides user names, passwords and tokens in the addresses of a text, which logs would keep. Its length stays. */
export function maskSecrets(text: string): string {
  if (!text.includes('://')) return text;
  const mask = (secret: string): string => '*'.repeat(secret.length);
  return text.replace(credentials, mask).replace(parameters, mask);
}
