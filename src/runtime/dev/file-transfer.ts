/** The dropped files. */
export function droppedFiles(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])];
}

/** The pasted images. Some programs add an image to copied text: then only the text is pasted. */
export function pastedImages(data: DataTransfer | null): readonly File[] {
  return data?.types.includes('text/plain') ? [] : droppedFiles(data);
}
