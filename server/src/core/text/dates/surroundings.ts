// What stands around a time: its sentence, the cues in it, the quotation or title it is part of.

import { ending } from '../edges'
import { type Cue, findCues } from './cues'
import type { Pass } from './pass'
import type { RawTime } from './point'
import type { Surroundings } from './verdict'

export function surroundings(pass: Pass, raw: RawTime, index: number): Surroundings {
  if (raw.start >= pass.sentence.end) {
    pass.sentence = sentenceAround(pass.text, raw.start, raw.end)
    pass.cuesTo = -1
    pass.frame.seen.latest = undefined
  }
  const { sentence } = pass
  const from = Math.max(sentence.start, raw.start - 120)
  const to = Math.min(sentence.end, raw.end + 120)
  if (pass.cuesTo < to || pass.cuesFrom > from) {
    pass.cuesFrom = from
    pass.cuesTo = Math.min(sentence.end, to + 60)
    pass.cues = findCues(pass.text, from, pass.cuesTo)
  }
  const zone = pass.zoneAround(raw)
  return {
    text: pass.text,
    sentence,
    cues: cuesBeside(pass.cues, raw),
    zone: zone?.kind,
    afterZone: zone ? pass.text.slice(zone.end, zone.end + 4) : '',
    beforeZone: zone ? pass.text.slice(Math.max(0, zone.start - 4), zone.start) : '',
    quotesDocument:
      zone?.kind === 'quotation' && quotesDocument.test(pass.text.slice(sentence.start, zone.start)),
    next: pass.found[index + 1],
    previous: pass.found[index - 1],
  }
}

/** Without those that are part of the time itself; mostly none is. */
function cuesBeside(cues: readonly Cue[], { start, end }: RawTime): readonly Cue[] {
  for (const cue of cues)
    if (cue.start < end && cue.end > start)
      return cues.filter(other => other.end <= start || other.start >= end)
  return cues
}

const farthest = 400
function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  while (from > 0 && start - from < farthest && !endsSentence(text.charCodeAt(from - 1))) from--
  let to = end
  while (to < text.length && to - end < farthest && !endsSentence(text.charCodeAt(to))) to++
  return { start: from, end: to }
}

const enders = new Uint8Array(0x10000)
for (const char of '。！？!?；;\n|') enders[char.charCodeAt(0)] = 1
const endsSentence = (code: number): boolean => enders[code] === 1

/** 《整改指令书》要求“…”, 省厅文件明确：“…”: its words, whoever they bind. */
const quotesDocument = ending(
  /(?:》|文件|通知书?|指令书|意见书|决定书|通报|批复|纪要|方案|办法|条例|预案|公告|函)[^，。；》]{0,10}(?:要求|规定|明确|提出|指出|强调|写明|注明|载明|约定)[，：:]?$/,
)
