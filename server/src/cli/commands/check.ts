// `ligao check`: reads drafts and prints what an editor would say about them.

import path from 'node:path'
import { rules, type Severity, severities } from '../../core'
import { eachDraft, findDrafts, type Unreadable } from '../files'
import { json } from '../format/plain'
import { type FileResult, resultOf } from '../format/result'
import { formatSarif } from '../format/sarif'
import { formatText } from '../format/text'
import { createJudge } from '../judge'
import { choice, instant, readOptions } from '../options'
import { settingsFor } from '../settings'
import { type Command, UsageError } from '../terminal'

const usage = `用法：ligao check [文件或文件夹…] [--format text|json|sarif] [--now 时间] [--config 文件] [--fail-on error|warning|information|hint|never]
       ligao check --stdin [--stdin-filename 名字]
稿件与当前文件夹（及其下各级）里的其他稿件比对是否雷同。
退出码：0 没有达到 --fail-on（默认 error）的问题；1 有；2 用法不对或文件读不了。`

export const check: Command = {
  name: 'check',
  summary: '检查稿件，列出问题',
  usage,
  async run(args, terminal) {
    const parsed = readOptions(args, {
      format: { type: 'string' },
      now: { type: 'string' },
      config: { type: 'string' },
      'fail-on': { type: 'string' },
      stdin: { type: 'boolean' },
      'stdin-filename': { type: 'string' },
      language: { type: 'string' },
    })
    const format = choice(parsed, 'format', ['text', 'json', 'sarif'])
    const failOn = choice(parsed, 'fail-on', ['error', 'warning', 'information', 'hint', 'never'])
    const language = choice(parsed, 'language', ['zh', 'en'])
    const now = instant(parsed, 'now') ?? terminal.now()
    if (parsed.values.stdin && parsed.paths.length) throw new UsageError('--stdin 和文件名不能同时用')
    const settings = settingsFor(terminal.cwd, parsed.values.config as string | undefined, terminal.err)
    let missed = false
    const unreadable: Unreadable = reason => {
      missed = true
      terminal.err(`ligao check: ${reason}\n`)
    }
    const given = parsed.values.stdin ? [] : await findDrafts(parsed.paths, terminal.cwd, unreadable)
    const judge = createJudge({ cwd: terminal.cwd, settings, now: () => now, given, warn: terminal.err })
    const checkText = async (file: string, full: string, text: string): Promise<FileResult> =>
      resultOf({ file, ...(await judge(full, text)), settings: settings(full), now }, language)
    const results: FileResult[] = []
    if (parsed.values.stdin) {
      const name = (parsed.values['stdin-filename'] as string | undefined) ?? 'stdin.md'
      results.push(await checkText(name, path.resolve(terminal.cwd, name), await terminal.readStdin()))
    } else
      for await (const { file, text } of eachDraft(given, unreadable))
        results.push(await checkText(path.relative(terminal.cwd, file) || file, file, text))
    if (format === 'json') terminal.out(json(results))
    else if (format === 'sarif') terminal.out(formatSarif(results, rules))
    else if (results.length > 0 || !missed) terminal.out(formatText(results, terminal.isTerminal))
    if (missed) return 2
    return failOn !== 'never' &&
      results.some(result => result.findings.some(each => atLeast(each.severity, failOn)))
      ? 1
      : 0
  },
}

function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold)
}
