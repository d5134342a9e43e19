// The text that goes into the draft for pictures: each with a caption that still has to be written. No VS Code in here.

/**
 * Stands where the caption belongs until it is typed over. The rule `missing-image` takes it for no caption, so a picture
 * that was put in and forgotten is still pointed out.
 */
export const captionStub = '图注：何时、谁、在哪里、做什么'

const escaped = (text: string) => text.replace(/[\\$}]/g, '\\$&')

/** The line of the place where pictures are put in, up to it and behind it, and the lines next to it. */
export interface Surroundings {
  readonly before: string
  readonly after: string
  readonly above: string
  readonly below: string
}

const nowhere: Surroundings = { before: '', after: '', above: '', below: '' }

/** Inside a table, a list or a quotation a blank line would end what the place stands in. */
const isNested = ({ before, after }: Surroundings): boolean =>
  /^\s*(?:\||>|[-*+] |\d{1,3}[.)] )/.test(before) || /\|\s*$/.test(after)

/** In the middle of a sentence: the pictures go behind its line, and the sentence stays whole. */
export function belongsBehind(place: Surroundings): boolean {
  return place.before.trim() !== '' && place.after.trim() !== '' && !isNested(place)
}

/** A snippet with one tab stop for each caption. Every picture is a paragraph of its own where that breaks nothing. */
export function picturesSnippet(addresses: readonly string[], place: Surroundings = nowhere): string {
  const pictures = addresses.map(
    (address, i) => `![\${${i + 1}:${escaped(captionStub)}}](${escaped(address)})`,
  )
  if (isNested(place)) return pictures.join(' ')
  const { before, after, above, below } = place
  const lead = before.trim() !== '' ? '\n\n' : above.trim() !== '' ? '\n' : ''
  const tail = after.trim() !== '' ? '\n\n' : below.trim() !== '' ? '\n' : ''
  return `${lead}${pictures.join('\n\n')}${tail}`
}
