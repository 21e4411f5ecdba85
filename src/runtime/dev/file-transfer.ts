/** The files that are dropped. */
export function filesIn(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])];
}

/** The pictures that are pasted. Some programs give a picture of a text beside it: then the text is meant. */
export function picturesIn(data: DataTransfer | null): readonly File[] {
  return data?.types.includes('text/plain') ? [] : filesIn(data);
}
