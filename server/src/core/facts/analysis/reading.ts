// The fact that the analysis rules share: what one block says about problems, causes and measures. Everything behind the
// cheap gate is read when it is first asked for, and kept with the block.

import type { Block } from '../../document/block'
import type { Fact } from '../../engine/rule'
import type { Span } from '../../types'
import { openedBy, type SectionRole } from './roles'
import { type RunIn, runInsOf } from './runIns'
import { cue, cuesIn } from './scan'
import { readStatements, type Statement } from './statements'
import { readTraits, type Traits } from './traits'

/** A stretch of a block that its own sentence opens as problems, causes or measures. */
export interface Passage extends Span {
  readonly role: SectionRole
  /** Where the sentence that opens it ends. */
  readonly opening: number
}

export interface Reading {
  /** Classes of cues, as bits of `cue`. */
  readonly cues: number
  statements(): readonly Statement[]
  passages(): readonly Passage[]
  runIns(start: number, end: number): readonly RunIn[]
  traits(start: number, end: number): Traits
}

const nothing: readonly never[] = []

/** Quoted matter is somebody else's, and tables are read where they are used. */
export const readingOf: Fact<Reading> = {
  id: 'analysis',
  read: (block: Block) => {
    const { text } = block
    const cues = block.context.type === 'paragraph' && !block.context.quoted ? cuesIn(text) : 0
    const memo = new Map<string, unknown>()
    const once = <T>(key: string, make: () => T): T => {
      if (!memo.has(key)) memo.set(key, make())
      return memo.get(key) as T
    }
    return {
      cues,
      statements: () =>
        cues & (cue.problem | cue.cause | cue.action | cue.praise)
          ? once('statements', () => readStatements(text, block.sentences))
          : nothing,
      passages: () => (cues & cue.lead ? once('passages', () => passagesIn(block)) : nothing),
      runIns: (start, end) => once(`items ${start} ${end}`, () => runInsOf(text, start, end)),
      traits: (start, end) => once(`traits ${start} ${end}`, () => readTraits(text.slice(start, end))),
    }
  },
}

function passagesIn(block: Block): Passage[] {
  const opened: { role: SectionRole; start: number; opening: number }[] = []
  for (const { start, end } of block.sentences) {
    const sentence = block.text.slice(start, end)
    const bare = sentence.replace(
      /^(?:（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十\d]{1,2}[、.．])/,
      '',
    )
    const role = openedBy(bare)
    if (!role) continue
    const colon = bare.indexOf('：')
    const skipped = sentence.length - bare.length
    opened.push({ role, start, opening: colon >= 0 && colon < 60 ? start + skipped + colon + 1 : start })
  }
  return opened.map((each, i) => ({ ...each, end: opened[i + 1]?.start ?? block.text.length }))
}
