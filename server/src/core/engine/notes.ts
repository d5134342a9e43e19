// What a report says of itself: what was not read, not listed, not checked.

import type { Draft } from '../document/document'
import type { Note } from '../types'

/** No writer works through more at once, and each costs the way to the editor again at every key. */
export const mostFindings = 300

/** `left`: findings that are not listed. */
export function notesOf(draft: Draft, left: number): Note[] {
  const notes: Note[] = []
  if (isGarbled(draft.text.slice(0, sampleLength)))
    notes.push({
      code: 'garbled',
      text: [
        '打开成了乱码：这个文件不是 UTF-8 编码（多半是 GBK），没有检查。先别改也别存：点窗口右下角的“UTF-8”，选“通过编码重新打开”（Reopen with Encoding），输入 GB18030 回车；看到正文后再点它，选“通过编码保存”（Save with Encoding），选 UTF-8',
        'The file is not UTF-8 (probably GBK) and was not checked. Do not save it: click “UTF-8” in the status bar, choose Reopen with Encoding and GB18030, then Save with Encoding and UTF-8',
      ],
    })
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

const sampleLength = 4000
const fewest = 20
const share = 0.3

/** Chinese in another encoding, read as UTF-8: mostly marks for bytes that mean nothing there. */
function isGarbled(text: string): boolean {
  const lost = text.match(/\ufffd/g)?.length ?? 0
  return lost >= fewest && lost >= share * text.match(/[^\x00-\x7f]/g)!.length
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
