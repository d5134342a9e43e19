// From a place that a rule names to offsets of the document.

import type { Draft, PlacedBlock } from '../document/document'
import { toSourceSpan } from '../document/prose'
import { firstLine } from '../document/text'
import type { Edit, Span } from '../types'
import type { Place } from './rule'

/** Never throws: a span that runs over its block is cut off, a key that is not there is the first line. */
export function spanOfPlace(draft: Draft, place: Place): Span {
  if ('source' in place) return clamp(place.source, draft.text.length)
  if ('key' in place) {
    const entry = draft.frontMatter?.entries.get(place.key)
    if (!entry) return firstLine(draft.text)
    return entry.value.end > entry.value.start ? entry.value : entry.key
  }
  const placed = draft.blocks[place.block] as PlacedBlock
  const { block, start } = placed
  if (block.context.type === 'heading' || block.context.type === 'paragraph') {
    const span = toSourceSpan(block.prose, clamp(place, block.text.length))
    return { start: span.start + start, end: span.end + start }
  }
  const span = clamp(place, block.source.length)
  return { start: span.start + start, end: span.end + start }
}

function clamp(span: Span, length: number): Span {
  const start = Math.max(0, Math.min(span.start, length))
  return { start, end: Math.max(start, Math.min(span.end, length)) }
}

/** Whole lines before a block (or at the end), parted by blank lines from what stands there. */
export function insertion(draft: Draft, block: number, text: string): Edit {
  const placed = draft.blocks[block]
  if (placed) {
    const lineStart = draft.text.lastIndexOf('\n', placed.start - 1) + 1
    return { start: lineStart, end: lineStart, text: `${text}\n\n` }
  }
  const end = draft.text.length
  const last = draft.text.slice(end - 2)
  const lead = last === '\n\n' || end === 0 ? '' : last.endsWith('\n') ? '\n' : '\n\n'
  return { start: end, end, text: `${lead}${text}\n` }
}
