// What a report says of itself: what was not read, not listed, not checked.

import type { Draft } from '../document/document'
import type { Note } from '../types'

/** No writer works through more at once, and each costs the way to the editor again at every key. */
export const mostFindings = 300

/** `left`: findings that are not listed. */
export function notesOf(draft: Draft, left: number): Note[] {
  const notes: Note[] = []
  if (draft.readLength < draft.text.length)
    notes.push({
      code: 'truncated',
      text: [
        `稿件太长，只检查了前 ${draft.readLength.toLocaleString('en')} 字，后面的没有看`,
        `The draft is too long: only the first ${draft.readLength.toLocaleString('en')} characters were checked`,
      ],
    })
  if (left > 0)
    notes.push({
      code: 'too-many-findings',
      text: [
        `问题太多，只列出最要紧的 ${mostFindings} 条，另有 ${left} 条未列`,
        `Only the ${mostFindings} gravest findings are listed; ${left} more are not`,
      ],
    })
  return notes
}

export function failureNote({ rule }: { rule: string }): Note {
  return {
    code: 'rule-failed',
    text: [
      `规则“${rule}”检查时出错，这一条没有检查；其他规则不受影响`,
      `Rule ${rule} failed and was skipped; the others ran`,
    ],
  }
}
