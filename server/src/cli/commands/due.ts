// `ligao due`: what is owed by when, over any number of drafts, to read, for programs, or as a calendar file.

import path from 'node:path'
import { openDraft } from '../../core'
import { dueEntries } from '../../core/report/dueEntries'
import { eachDraft, findDrafts, type Unreadable } from '../files'
import { type DueRow, dueJson, dueRows } from '../format/dueRow'
import { formatDue } from '../format/dueText'
import { formatIcs } from '../format/ics'
import { choice, instant, readOptions } from '../options'
import { settingsFor } from '../settings'
import type { Command } from '../terminal'

const usage = `用法：ligao due [文件或文件夹…] [--format text|json|ics] [--all] [--now 时间] [--config 文件]
列出还没有报送的稿件的时限，以及稿件中承诺、计划而没有写明完成的事项。
  --all         连同已完成、叙述、引用、含糊等全部时间
  --format ics  日历文件，可导入各种日历，例如：ligao due --format ics > 待报.ics`

export const due: Command = {
  name: 'due',
  summary: '列出报送时限和到期事项，可导出日历',
  usage,
  async run(args, terminal) {
    const parsed = readOptions(args, {
      format: { type: 'string' },
      all: { type: 'boolean' },
      now: { type: 'string' },
      config: { type: 'string' },
    })
    const format = choice(parsed, 'format', ['text', 'json', 'ics'])
    const all = parsed.values.all === true
    const now = instant(parsed, 'now') ?? terminal.now()
    const settings = settingsFor(terminal.cwd, parsed.values.config as string | undefined, terminal.err)
    const rows: DueRow[] = []
    let missed = false
    const unreadable: Unreadable = reason => {
      missed = true
      terminal.err(`ligao due: ${reason}\n`)
    }
    const given = await findDrafts(parsed.paths, terminal.cwd, unreadable)
    for await (const { file, text } of eachDraft(given, unreadable)) {
      const own = settings(file)
      const { title, entries } = dueEntries(openDraft(text), { settings: own, now, path: file, all })
      const shown = path.relative(terminal.cwd, file) || file
      rows.push(...dueRows(shown, text, title, entries, own.timeZone))
    }
    if (format === 'json') terminal.out(dueJson(rows))
    else if (format === 'ics') terminal.out(formatIcs(rows, now))
    else if (rows.length > 0 || !missed) terminal.out(formatDue(rows, now, all, terminal.isTerminal))
    return missed ? 2 : 0
  },
}
