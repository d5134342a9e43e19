// ligao.restartServer

import * as vscode from 'vscode'
import type { Server } from '../server'

export function registerRestartServer(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('ligao.restartServer', () => server.restart())
}
