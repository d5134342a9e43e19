// Large reports, many at once and to receivers that do everything wrong: the editor goes on answering, memory stays where
// it was, each ends in the right state with a sentence that a writer understands.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { ConfigurationTarget, commands, Uri, workspace } from 'vscode'
import { type Faulty, startFaulty } from '../support/receivers/faulty'
import { watchSteps } from '../support/steps'
import {
  activate,
  arrivals,
  cancelAll,
  canDrive,
  click,
  closeAll,
  editorSpool,
  goodDraft,
  screenshot,
  waitForEntries,
  waitForFile,
  waitForVisible,
  workspaceRoot,
} from '../support/vscode'

const reports = Number(process.env.LIGAO_LOAD || 4)
const paragraph =
  '4月12日，镇水管站组织26人清理东干渠3.2公里，清出淤泥460方，当日15时恢复通水，1280亩水田恢复灌溉。\n\n'
const filler = `\n\n${paragraph.repeat(Math.ceil(1_000_000 / Buffer.byteLength(paragraph)))}`

/** Without what is only waiting to be collected. */
function settledMemory(): NodeJS.MemoryUsage {
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage()
}

function writeDraft(name: string, title: string): Uri {
  const file = path.join(workspaceRoot().fsPath, name)
  writeFileSync(file, goodDraft(title, filler))
  return Uri.file(file)
}

describe('handing in many large reports', () => {
  before(activate)
  after(closeAll)

  it(`${reports} of 1 MB`, async function () {
    this.timeout(600_000)
    const uris = Array.from({ length: reports }, (_, index) =>
      writeDraft(`大稿${index}.md`, `青石镇第${index}期清淤 恢复通水`),
    )
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
        `longest step ${checking.words} checking, ${handing.words} handing in; ` +
        `heap ${((after.heapUsed - before.heapUsed) / 1e6).toFixed(0)} MB, resident ${((after.rss - before.rss) / 1e6).toFixed(0)} MB more`,
    )
    assert.equal(results?.length, reports)
    // The library and its code stay; the reports must not.
    assert.ok(after.heapUsed - before.heapUsed < 40e6 + reports * 1e6, 'the reports are still in memory')
  })
})

if (canDrive)
  describe('stopping in the middle of several', () => {
    before(activate)
    after(async () => {
      await workspace.getConfiguration('ligao').update('channels', undefined, ConfigurationTarget.Workspace)
      await closeAll()
    })

    it('what is stored goes out, the rest is not begun, and the page says which is which', async function () {
      this.timeout(300_000)
      const place = [{ name: '停一停', type: 'folder', path: '停一停' }]
      await workspace.getConfiguration('ligao').update('channels', place, ConfigurationTarget.Workspace)
      const count = 20
      const uris = Array.from({ length: count }, (_, index) =>
        writeDraft(`停${index}.md`, `青石镇第${index}批清淤 停一停`),
      )
      await commands.executeCommand('ligao.submitReport', uris[0], uris)
      const confirmed = commands.executeCommand<unknown[]>('ligao.confirmHandIn')
      await click('.notification-toast:has-text("正在存入待报队列") a.monaco-button')
      const stored = (await confirmed)?.length ?? 0
      assert.ok(stored > 0 && stored < count, `${stored} of ${count}`)
      const words = `前 ${stored} 篇已存入待报队列，会照常报送（不想报的，在报送记录里取消）；其余 ${count - stored} 篇没有报送`
      await waitForVisible(`main >> text=${words}`)
      await screenshot('preflight-stopped')
      const spool = await editorSpool()
      const own = await waitForEntries(spool, entries => {
        const found = entries.filter(({ channel }) => channel === '停一停')
        return found.every(({ state }) => state === 'delivered') ? found : undefined
      })
      assert.equal(own.length, stored)
      assert.equal((await arrivals('停一停')).length, stored)
    })
  })

describe('handing in to receivers that do everything wrong', () => {
  let receivers: ReadonlyMap<string, Faulty>
  let close = async () => {}
  before(async () => {
    await activate()
    ;({ receivers, close } = await startFaulty())
  })
  after(async () => {
    await workspace.getConfiguration('ligao').update('channels', undefined, ConfigurationTarget.Workspace)
    await closeAll()
    await close()
  })

  it('each ends in the right state, in plain words, and no step holds the editor', async function () {
    this.timeout(300_000)
    const spool = await editorSpool()
    const steps = watchSteps()
    const lines: string[] = []
    try {
      for (const [name, { url }] of receivers) {
        const channels = [{ name: `坏渠道-${name}`, type: 'http', url }]
        await workspace.getConfiguration('ligao').update('channels', channels, ConfigurationTarget.Workspace)
        const draft = writeDraft(`坏渠道-${name}.md`, `青石镇清淤通水 坏渠道 ${name}`)
        await commands.executeCommand('ligao.submitReport', draft)
        const results = await commands.executeCommand<unknown[]>('ligao.confirmHandIn')
        assert.equal(results?.length, 1, name)
      }
      const tried = await waitForEntries(spool, entries => {
        const own = [...receivers].map(([name, receiver]) => ({
          name,
          ...receiver,
          entry: entries.find(({ channel }) => channel === `坏渠道-${name}`),
        }))
        const isThere = own.every(({ entry, ends }) =>
          ends ? entry && entry.state !== 'sending' && entry.notice : entry?.state === 'sending',
        )
        return isThere ? own : undefined
      })
      for (const { name, ends, entry } of tried) {
        lines.push(`${name}: ${entry?.state} ${entry?.notice?.zh ?? ''}`)
        if (!ends) continue
        assert.equal(entry?.state, ends.state, lines.at(-1))
        assert.match(entry?.notice?.zh ?? '', ends.says, name)
      }
      if (canDrive) {
        await commands.executeCommand('ligao.submissions.focus')
        await waitForVisible('.pane-body .monaco-list-row:has-text("坏渠道")')
        await screenshot('submissions-faulty')
      }
      // Also the one that would drip for ten minutes: cancelled from outside, as by another window.
      await cancelAll(spool)
    } finally {
      steps.stop()
    }
    const longest = steps.longest()
    console.log(
      `${receivers.size} faulty receivers, 1 MB each: longest step ${longest.words}\n${lines.join('\n')}`,
    )
  })
})
