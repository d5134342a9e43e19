// 近期, 尽快, 限期, 汛期前: times without a date, as far as something is asked for by them.

import { type AmbiguityCode, ambiguity } from './ambiguity'
import type { TimeExpression } from './expression'
import { none, undated } from './make'
import type { Pass } from './pass'
import type { RawTime } from './point'
import type { Surroundings } from './verdict'

export function vagueExpression(pass: Pass, raw: RawTime, around: Surroundings): TimeExpression | undefined {
  const { text, cues, sentence } = around
  if (raw.vague === 'awaits') return undated(pass, raw, 'condition', none)
  const right = text.slice(raw.end, Math.min(sentence.end, raw.end + 24))
  const bare =
    /^[\s。；、/）)]*$/.test(right) && /^[\s（(/、：:]*$/.test(text.slice(sentence.start, raw.start))
  const wanted = cues.some(cue => cue.kind === 'oblige' || cue.kind === 'plan' || cue.kind === 'target')
  const settled =
    cues.some(
      cue =>
        (cue.kind === 'perfective' || cue.kind === 'done') &&
        cue.start >= raw.end - 1 &&
        cue.start - raw.end < 20,
    ) || /已\S{0,2}$/.test(text.slice(sentence.start, raw.start))
  if (settled && !bare) return undefined
  const told =
    cues.some(cue => cue.kind === 'perfective' || cue.kind === 'done') ||
    /(?:去年|前年|上年|往年|\d年)$/.test(text.slice(Math.max(0, raw.start - 4), raw.start))
  if (raw.vague === 'season' && told && !wanted) return undefined
  if (raw.vague === 'recent' && !bare && !(wanted && !right.startsWith('，'))) return undefined
  if (raw.vague === 'at-once' && !bare) {
    const ordered = cues.some(cue => cue.kind === 'oblige' && Math.abs(cue.end - raw.start) <= 12)
    if (!ordered) return undefined
  }
  if ((text.startsWith('限期', raw.start) || text.startsWith('限时', raw.start)) && !bare) {
    if (/^[内为：:]|^\S{0,3}[\d一二三四五六七八九十]/.test(right)) return undefined
    const ordered = cues.some(
      cue => cue.kind === 'oblige' && cue.end <= raw.start && raw.start - cue.end <= 12,
    )
    if (!ordered) return undefined
  }
  const asks: AmbiguityCode = raw.vague === 'season' ? 'local-season' : 'no-date'
  return undated(pass, raw, 'vague', [ambiguity(asks)])
}
