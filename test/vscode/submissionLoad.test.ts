// Many large reports at once: the editor goes on answering, memory stays where it was, stopping stops.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { commands, Uri } from 'vscode'
import { watchSteps } from '../support/steps'
import { activate, arrivals, goodDraft, waitForFile, workspaceRoot } from '../support/vscode'

const reports = Number(process.env.LIGAO_LOAD || 4)
const paragraph =
  '4月12日，镇水管站组织26人清理东干渠3.2公里，清出淤泥460方，当日15时恢复通水，1280亩水田恢复灌溉。\n\n'

/** Without what is only waiting to be collected. */
function settledMemory(): NodeJS.MemoryUsage {
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage()
}

describe('handing in many large reports', () => {
  before(activate)

  it(`${reports} of 1 MB`, async function () {
    this.timeout(600_000)
    const root = workspaceRoot().fsPath
    const filler = paragraph.repeat(Math.ceil(1_000_000 / Buffer.byteLength(paragraph)))
    const uris = Array.from({ length: reports }, (_, index) => {
      const file = path.join(root, `大稿${index}.md`)
      writeFileSync(file, goodDraft(`青石镇第${index}期清淤 恢复通水`, `\n\n${filler}`))
      return Uri.file(file)
    })
    const before = settledMemory()
    const steps = watchSteps()
    let began = Date.now()
    await commands.executeCommand('ligao.submitReport', uris[0], uris)
    const checked = Date.now() - began
    const checking = steps.longest()
    began = Date.now()
    const results = await commands.executeCommand<unknown[]>('ligao.confirmHandIn')
    const stored = Date.now() - began
    await waitForFile(
      () => arrivals(),
      found => found.length >= reports,
    )
    const handing = steps.longest()
    steps.stop()
    const after = settledMemory()
    console.log(
      `${reports} reports of 1 MB: checked in ${checked} ms, stored in ${stored} ms, delivered in ${Date.now() - began} ms; ` +
        `longest step ${checking} checking, ${handing} handing in; ` +
        `heap ${((after.heapUsed - before.heapUsed) / 1e6).toFixed(0)} MB, resident ${((after.rss - before.rss) / 1e6).toFixed(0)} MB more`,
    )
    assert.equal(results?.length, reports)
    // The library and its code stay; the reports must not.
    assert.ok(after.heapUsed - before.heapUsed < 40e6 + reports * 1e6, 'the reports are still in memory')
  })
})
