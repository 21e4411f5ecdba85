import { imageArticles, imagePrepositions, imageWords } from './image-words.ts';

const extensions =
  'png|jpe?g|jfif|gif|webp|avif|svgz?|bmp|tiff?|heic|ico|eps|pdf|mp4|m4v|mov|avi|mkv|webm|ogv|mp3|wav|m4a|ogg|oga|opus|flac|pptx?|docx?|xlsx?';

const name = new RegExp(String.raw`^\S[^\n]*\.(?:${extensions})$`, 'i');

/** Names that cameras and programs give: `IMG_1234`, `DSC00042`, `Screenshot 2024-05-01 at 10.11.12`. */
const given = new RegExp(
  [
    String.raw`(?:img|image|dsc[fn]?|pxl|mvi|vid|gopr|dji|pict|photo|foto|scan|screenshot|screen shot|bildschirmfoto|capture d['’]écran|captura de pantalla|schermata|schermafbeelding|whatsapp image|unnamed|untitled|download|unbenannt|bild|grafik|figure|fig|abb)[ _.(-]*(?:\d[\d _.:()-]*(?:at|um|à|a las|alle|om)?[\d _.:()-]*(?:[ap]m)?)(?:\s*(?:copy|kopie|copie|copia))?`,
    String.raw`\d{8}[_-]\d{4,6}`,
    '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
    String.raw`(?=\w*\d)(?=\w*[a-f])[0-9a-f]{16,}`,
    String.raw`(?=\w*\d)\w+_\w+(?:_\w+)*`,
  ]
    .map((pattern) => `(?:${pattern})`)
    .join('|')
    .replace(/^(.*)$/s, '^(?:$1)$'),
  'iu',
);

export function isFileName(text: string): boolean {
  return name.test(text) || given.test(text);
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
  const [file = ''] = path.split(/[?#]/);
  return file.split(/[/\\]/).at(-1) ?? '';
}

/** Whether a text only says that there is an image: `Image`, `a picture of`, `Figure 1`, `[Logo]`. */
export function isImageWord(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
    .replace(/[\s_]+/g, ' ');
  if (imageWords.has(plain)) return true;
  const bare = plain
    .replace(imageArticles, '')
    .replace(/\s*(?:no\.?|nr\.?|n°|#|:|-)?\s*[\d.]+[a-z]?$/u, '')
    .replace(imagePrepositions, '')
    .trim();
  return (plain !== '' && bare === '') || imageWords.has(bare);
}
