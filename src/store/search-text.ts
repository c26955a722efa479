/** Characters of a text that are found by its words; Postgres keeps no more than a megabyte of words for one text. */
export const SEARCHED = 300_000

/** Text as Postgres can hold it in a column of text: without the zero character, and with the mark of the unknown for halves of characters. */
export function plainText(text: string): string {
  return text.replaceAll('\u0000', ' ').toWellFormed()
}

/** The words by which a report is found. */
export function searchText({
  title,
  text,
}: {
  readonly title?: string
  readonly text: string
}): string {
  return plainText(`${title ?? ''}\n${text}`)
    .slice(0, SEARCHED)
    .toWellFormed()
}

/** Characters of an opening. */
const OPENING = 100

/** The first words of a text on one line. */
export function openingOf(text: string): string {
  const line = plainText(text.slice(0, 4 * OPENING))
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= OPENING
    ? line
    : `${line.slice(0, OPENING).replace(/ \S*$/, '')} …`.toWellFormed()
}
