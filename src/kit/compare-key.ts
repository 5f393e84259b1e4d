// One spelling for what two people write differently: what names, places and searches are compared by.

/** A name or a place as it is compared with another: letters and digits of any script, no case, no accents. */
export function compareKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
