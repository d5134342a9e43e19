// `ligao import`: a document of Word, WPS or plain text as a draft beside it.

import path from 'node:path'
import { readOptions } from '../options'
import { type Command, UsageError } from '../terminal'

export const importCommand: Command = {
  name: 'import',
  summary: '把 Word、WPS、文本文件变成稿件',
  usage: `用法：ligao import <文件…>
支持 .docx、.txt；.doc、.wps、.rtf 要装有 LibreOffice。稿件写在原文件旁边，同名 .md，不覆盖已有文件，图片存到“图片”文件夹。
退出码：0 都已导入；1 有的不能导入；2 用法不对。`,
  async run(args, terminal) {
    const { paths } = readOptions(args, {})
    if (paths.length === 0) throw new UsageError('请写明要导入的文件')
    // Loaded here, because no other command needs them.
    const { importFile } = await import('../../../../client/src/submission/incoming/importFile')
    const { noticeOf } = await import('../../../../client/src/submission')
    let failed = false
    for (const given of paths) {
      try {
        const { file, remarks } = await importFile(path.resolve(terminal.cwd, given))
        terminal.out(`${path.relative(terminal.cwd, file) || file}\n`)
        for (const remark of remarks) terminal.err(`${given}：${remark.zh}\n`)
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code
        const why = noticeOf(error)?.zh ?? (code === 'ENOENT' ? '找不到这个文件。' : undefined)
        if (!why && !code) throw error
        failed = true
        terminal.err(`${given}：${why ?? `读不了或写不了（${code}）。`}\n`)
      }
    }
    return failed ? 1 : 0
  },
}
