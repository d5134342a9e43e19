// What day it is for the writer, wherever the machine thinks that it stands.

import * as vscode from 'vscode'

/** Today in the writer's zone as 2026-11-23. */
export function today(): string {
  const timeZone = vscode.workspace.getConfiguration('ligao').get('timeZone', 'Asia/Shanghai')
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())
  } catch {
    return new Intl.DateTimeFormat('sv-SE').format(new Date())
  }
}

/** 2026-04-05 as it stands in a sentence: 4月5日. */
export const monthAndDay = (date: string): string =>
  date.replace(/^\d+-0?(\d+)-0?(\d+)$/, (_, month, day) => `${month}月${day}日`)
