// After a restart, what still waits is sent on by itself. Looked at a moment after the start, so that nobody waits for it,
// and only where something was ever handed in.

import * as vscode from 'vscode'
import type { Outbox } from './handIn/outbox'

const delayMs = 2000

export function resumeHandIns(outbox: Outbox): vscode.Disposable {
  const timer = setTimeout(() => void outbox.refresh(), delayMs)
  return new vscode.Disposable(() => clearTimeout(timer))
}
