// The titles 《…》 and quotations “…” of a text, found as the times in it are gone through from left to right.

import type { Extent } from './nearby'

export interface Zone extends Extent {
  readonly kind: 'title' | 'quotation'
}

/** Answers for places that never go back. */
export type ZoneAround = (place: Extent) => Zone | undefined

const longest = 600

/** What begins one of them. */
export const openingMarks = '《“'

/** The title that a place lies in, else the quotation. */
export function zonesOf(text: string): ZoneAround {
  const title = zonesBetween(text, '《', '》', 'title')
  const quotation = zonesBetween(text, '“', '”', 'quotation')
  return place => title(place) ?? quotation(place)
}

function zonesBetween(text: string, open: string, close: string, kind: Zone['kind']): ZoneAround {
  let zone: Zone | undefined
  let next = text.indexOf(open)
  return place => {
    while (next >= 0 && (zone === undefined || zone.end <= place.end)) {
      const end = text.indexOf(close, next + 1)
      if (end >= 0 && end - next < longest) zone = { start: next, end: end + 1, kind }
      next = end < 0 ? -1 : text.indexOf(open, end)
    }
    return zone && zone.start < place.start && zone.end > place.end ? zone : undefined
  }
}
