// Decides which of several overlapping phrase hits speaks: the surer, then the longer, then the class that says more.

import type { ClassId, Risk } from '../../lexicon/types'
import type { PhraseHit } from './matcher'

const sureness: Readonly<Record<Risk, number>> = { low: 0, medium: 1, high: 2 }
/** Classes in the order of how much they help a writer: an opening or a closing formula explains more than an adverb. */
const classOrder: readonly ClassId[] = 'GAQLBMDEFONIHKJPC'.split('') as ClassId[]
const rank = new Map(classOrder.map((id, index) => [id, index]))

/**
 * The rule: of two hits that overlap, the one whose entry may be reported alone wins over one that needs company; then the
 * longer; then the class order above; then the earlier. Expects hits by start; the result is in order of place and free of
 * overlaps.
 */
export function resolveOverlaps(hits: readonly PhraseHit[]): readonly PhraseHit[] {
  if (areApart(hits)) return hits
  const kept: PhraseHit[] = []
  for (let from = 0; from < hits.length; ) {
    const to = endOfCluster(hits, from)
    if (to === from + 1) kept.push(hits[from]!)
    else if (to === from + 2) kept.push(preferred(hits[from]!, hits[from + 1]!))
    else for (const hit of decided(hits.slice(from, to))) kept.push(hit)
    from = to
  }
  return kept
}

/** In order and without an overlap, as they mostly are. */
function areApart(hits: readonly PhraseHit[]): boolean {
  for (let i = 1; i < hits.length; i++) if (hits[i]!.start < hits[i - 1]!.end) return false
  return true
}

/** What begins behind the end of all hits before it has nothing to do with them. */
function endOfCluster(hits: readonly PhraseHit[], from: number): number {
  let { end } = hits[from]!
  let to = from + 1
  for (; to < hits.length && hits[to]!.start < end; to++) end = Math.max(end, hits[to]!.end)
  return to
}

const preferred = (a: PhraseHit, b: PhraseHit) => (preference(a, b) <= 0 ? a : b)

function decided(cluster: PhraseHit[]): PhraseHit[] {
  cluster.sort(preference)
  const kept = cluster.length <= few ? keepFew(cluster) : keepMany(cluster)
  return kept.sort((a, b) => a.start - b.start)
}

const few = 24

function keepFew(preferred: readonly PhraseHit[]): PhraseHit[] {
  const kept: PhraseHit[] = []
  for (const hit of preferred) if (!kept.some(other => overlap(hit, other))) kept.push(hit)
  return kept
}

/** Hits are short, so only near neighbours can overlap: a bucket by place keeps this linear for long texts. */
function keepMany(preferred: readonly PhraseHit[]): PhraseHit[] {
  const kept: PhraseHit[] = []
  const taken = new Map<number, PhraseHit[]>()
  for (const hit of preferred) {
    let isFree = true
    for (let bucket = hit.start >> 7; bucket <= hit.end >> 7 && isFree; bucket++)
      isFree = !taken.get(bucket)?.some(other => overlap(hit, other))
    if (!isFree) continue
    kept.push(hit)
    for (let bucket = hit.start >> 7; bucket <= hit.end >> 7; bucket++) {
      const list = taken.get(bucket)
      if (list) list.push(hit)
      else taken.set(bucket, [hit])
    }
  }
  return kept
}

function overlap(a: PhraseHit, b: PhraseHit): boolean {
  return a.start < b.end && b.start < a.end
}

function preference(a: PhraseHit, b: PhraseHit): number {
  return (
    sureness[a.entry.risk] - sureness[b.entry.risk] ||
    b.end - b.start - (a.end - a.start) ||
    rank.get(a.entry.classId)! - rank.get(b.entry.classId)! ||
    a.start - b.start
  )
}
