// `ligao export`: a draft as a Word document in the layout of official documents.

import { promises as fs } from 'node:fs'
import path from 'node:path'
import { readDraft } from '../files'
import { readOptions } from '../options'
import { rootOf } from '../root'
import { settingsFor } from '../settings'
import { type Command, UsageError } from '../terminal'

export const exportCommand: Command = {
  name: 'export',
  summary: '导出为 Word 文档',
  usage: `用法：ligao export <稿件> [-o 输出.docx] [--config 文件]
不写 -o 时放在稿件旁边，同名。退出码：0 已导出；1 不能导出（如带密级标志）；2 用法不对、读不了或写不了。`,
  async run(args, terminal) {
    const { values, paths } = readOptions(args, {
      output: { type: 'string', short: 'o' },
      config: { type: 'string' },
    })
    const [given] = paths
    if (given === undefined || paths.length > 1) throw new UsageError('请写明一篇稿件')
    const file = path.resolve(terminal.cwd, given)
    const text = await readDraft(file)
    const { settings } = settingsFor(terminal.cwd, values.config as string | undefined, terminal.err).explain(
      file,
    )
    // Loaded here, because no other command needs them.
    const { exportDocx, noticeOf, wordPathOf } = await import('../../../../client/src/submission')
    const { renderDocx } = await import('../../../../client/src/submission/docx/render')
    const target =
      values.output === undefined ? wordPathOf(file) : path.resolve(terminal.cwd, values.output as string)
    let result: Awaited<ReturnType<typeof exportDocx>>
    try {
      result = await exportDocx(
        {
          text,
          folder: path.dirname(file),
          root: rootOf(file, terminal.cwd),
          timeZone: settings.timeZone,
        },
        renderDocx,
      )
    } catch (error) {
      const why = noticeOf(error)
      if (!why) throw error
      terminal.err(`${why.zh}\n`)
      return 1
    }
    for (const remark of result.remarks) terminal.err(`${remark.zh}\n`)
    try {
      await fs.writeFile(target, result.bytes)
    } catch (error) {
      throw new UsageError(`写不了“${target}”：${(error as NodeJS.ErrnoException).code ?? String(error)}`)
    }
    terminal.out(`${path.relative(terminal.cwd, target) || target}\n`)
    return 0
  },
}
