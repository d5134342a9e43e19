// Secrets of channels, in VS Code's SecretStorage and nowhere else. Each is bound to the place it was given for: a channel
// that suddenly points to another address finds none.

import type * as vscode from 'vscode'
import type { Channel, SecretSource } from '../../submission'
import { secretKey, secretPlaceOf } from '../../submission/channels/secretKey'

const prefix = 'ligao.channel.'

const keyOf = (channel: Channel): string => prefix + secretKey(secretPlaceOf(channel))

export interface Secrets {
  readonly source: SecretSource
  has(channel: Channel): Promise<boolean>
  set(channel: Channel, secret: string | undefined): Promise<void>
  onDidChange(listener: () => void): vscode.Disposable
}

export function secretsOf(storage: vscode.SecretStorage): Secrets {
  return {
    source: async place => storage.get(prefix + secretKey(place)),
    has: async channel => !!(await storage.get(keyOf(channel))),
    async set(channel, secret) {
      const key = keyOf(channel)
      await (secret ? storage.store(key, secret) : storage.delete(key))
    },
    onDidChange: listener =>
      storage.onDidChange(({ key }) => {
        if (key.startsWith(prefix)) listener()
      }),
  }
}
