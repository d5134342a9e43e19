// Secrets of channels, in VS Code's SecretStorage and nowhere else. Each is bound to the place it was given for: a channel
// that suddenly points to another address finds none.

import { createHash } from 'node:crypto'
import type * as vscode from 'vscode'
import type { Channel, SecretSource } from '../../submission'

const prefix = 'ligao.channel.'

const keyOf = (name: string, type: string, target: string): string =>
  prefix +
  createHash('sha256')
    .update(JSON.stringify([name, type, target]))
    .digest('hex')
    .slice(0, 32)

export interface Secrets {
  readonly source: SecretSource
  has(channel: Channel): Promise<boolean>
  set(channel: Channel, secret: string | undefined): Promise<void>
  onDidChange(listener: () => void): vscode.Disposable
}

export function secretsOf(storage: vscode.SecretStorage): Secrets {
  return {
    source: async ({ channel, type, target }) => storage.get(keyOf(channel, type, target)),
    has: async ({ name, type, target }) => !!(await storage.get(keyOf(name, type, target))),
    async set({ name, type, target }, secret) {
      const key = keyOf(name, type, target)
      await (secret ? storage.store(key, secret) : storage.delete(key))
    },
    onDidChange: listener =>
      storage.onDidChange(({ key }) => {
        if (key.startsWith(prefix)) listener()
      }),
  }
}
