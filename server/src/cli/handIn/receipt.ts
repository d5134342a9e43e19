// The receipt goes into the draft from the terminal too.

import type * as submission from '../../../../client/src/submission'

/** False where the front matter cannot be edited line by line. */
export function writeReceipt(
  library: typeof submission,
  file: string,
  entry: submission.EntryView,
): Promise<boolean> {
  const at = Date.parse(entry.deliveredAt ?? '')
  const time = Number.isNaN(at) ? '' : library.readableTime(at, entry.timeZone)
  const fields = { 状态: '已报送', 报送时间: time, 回执号: entry.receipt ?? '' }
  return library.editFile(file, text => library.handInEdits(text, fields))
}
