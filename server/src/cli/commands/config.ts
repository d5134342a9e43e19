// `ligao config`: which settings hold for a draft, and where each comes from.

import path from 'node:path'
import { type SettingKey, settingDeclarations } from '../../core'
import { defaultOrigin } from '../../core/config/layers'
import { json } from '../format/plain'
import { choice, readOptions } from '../options'
import { settingsFor } from '../settings'
import type { Command } from '../terminal'

export const config: Command = {
  name: 'config',
  summary: '显示生效的设置及其来源',
  usage: '用法：ligao config [稿件] [--config 文件] [--format text|json]',
  async run(args, terminal) {
    const parsed = readOptions(args, { config: { type: 'string' }, format: { type: 'string' } })
    const format = choice(parsed, 'format', ['text', 'json'])
    const draft = path.resolve(terminal.cwd, parsed.paths[0] ?? 'draft.md')
    const { settings, origins } = settingsFor(
      terminal.cwd,
      parsed.values.config as string | undefined,
      terminal.err,
    ).explain(draft)
    const rows = (Object.keys(settingDeclarations) as SettingKey[]).map(key => ({
      key,
      value: settings[key],
      origin: origins[key]!,
    }))
    if (format === 'json')
      terminal.out(json(Object.fromEntries(rows.map(({ key, value, origin }) => [key, { value, origin }]))))
    else
      for (const { key, value, origin } of rows)
        terminal.out(
          `${key.padEnd(16)} ${JSON.stringify(value)}  （${origin === defaultOrigin ? '默认' : path.relative(terminal.cwd, origin) || origin}）\n`,
        )
    return 0
  },
}
