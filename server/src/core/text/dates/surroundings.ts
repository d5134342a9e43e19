// What stands around a time: its sentence, the cues in it, the quotation or title it is part of.

import { findCues } from './cues'
import type { Pass, Zone } from './pass'
import type { RawTime } from './point'
import type { Surroundings } from './verdict'

export function surroundings(pass: Pass, raw: RawTime, index: number): Surroundings {
  if (raw.start >= pass.sentence.end) {
    pass.sentence = sentenceAround(pass.text, raw.start, raw.end)
    pass.cuesTo = -1
  }
  const { sentence } = pass
  const from = Math.max(sentence.start, raw.start - 120)
  const to = Math.min(sentence.end, raw.end + 120)
  if (pass.cuesTo < to || pass.cuesFrom > from) {
    pass.cuesFrom = from
    pass.cuesTo = Math.min(sentence.end, to + 60)
    pass.cues = findCues(pass.text, from, pass.cuesTo)
  }
  const zone = zoneAt(pass.quotations, raw)
  return {
    text: pass.text,
    sentence,
    cues: pass.cues.some(cue => cue.start < raw.end && cue.end > raw.start)
      ? pass.cues.filter(cue => cue.end <= raw.start || cue.start >= raw.end)
      : pass.cues,
    zone: zone?.kind,
    afterZone: zone ? pass.text.slice(zone.end, zone.end + 4) : '',
    beforeZone: zone ? pass.text.slice(Math.max(0, zone.start - 4), zone.start) : '',
    quotesDocument: zone?.kind === 'quotation' && quotesDocument(pass.text.slice(sentence.start, zone.start)),
    next: pass.found[index + 1],
    previous: pass.found[index - 1],
  }
}

const farthest = 400
function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  while (from > 0 && start - from < farthest && !endsSentence(text.charCodeAt(from - 1))) from--
  let to = end
  while (to < text.length && to - end < farthest && !endsSentence(text.charCodeAt(to))) to++
  return { start: from, end: to }
}

const enders = new Set([...'。！？!?；;\n|'].map(char => char.charCodeAt(0)))
const endsSentence = (code: number): boolean => enders.has(code)

export function quotedZones(text: string): Zone[] {
  const zones: Zone[] = []
  for (const [open, close, kind] of [
    ['《', '》', 'title'],
    ['“', '”', 'quotation'],
  ] as const)
    for (let at = text.indexOf(open); at >= 0; ) {
      const end = text.indexOf(close, at + 1)
      if (end < 0) break
      if (end - at < 600) zones.push({ start: at, end: end + 1, kind })
      at = text.indexOf(open, end)
    }
  return zones
}

/** 《整改指令书》要求“…”, 省厅文件明确：“…”: its words, whoever they bind. */
const quotesDocument = (lead: string): boolean =>
  /(?:》|文件|通知书?|指令书|意见书|决定书|通报|批复|纪要|方案|办法|条例|预案|公告|函)[^，。；》]{0,10}(?:要求|规定|明确|提出|指出|强调|写明|注明|载明|约定)[，：:]?$/.test(
    lead,
  )

function zoneAt(zones: readonly Zone[], raw: RawTime): Zone | undefined {
  let found: Zone | undefined
  for (const zone of zones)
    if (zone.start < raw.start && zone.end > raw.end && found?.kind !== 'title') found = zone
  return found
}
