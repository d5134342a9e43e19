import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import {
  accept,
  applyEdits,
  cancelEntry,
  completeLedger,
  deliverEntry,
  handInEdits,
  isPruned,
  listEntries,
  listSetAside,
  nodeRuntime,
  openSpool,
  pruneSpool,
  readLedger,
  retryEntry,
  startQueue,
} from '../../../client/src/submission'
import { retryDelay } from '../../../client/src/submission/spool/backoff'
import { appendLines, parseLedger } from '../../../client/src/submission/spool/ledger'
import { answer, startIntake } from '../../support/receivers/intake'
import {
  channelOf,
  deliverOptions,
  draft,
  folderChannel,
  handInOf,
  makeOffice,
  mustAccept,
  type Office,
  openOfficeSpool,
  png,
  runQueue,
  stillRuntime,
} from '../../support/submission'

describe('submission: spool', () => {
  let office: Office
  beforeEach(() => {
    office = makeOffice()
  })
  afterEach(() => office.clean())

  it('answers a version that was handed in with its receipt, also after the hand-in wrote its fields', async () => {
    const spool = await openOfficeSpool(office)
    const channel = folderChannel(office)
    const file = office.write('汛情.md', draft('汛情'))
    const entry = await mustAccept(spool, handInOf(office, file), channel)
    const [, settled] = (await runQueue(spool, deliverOptions([channel]))).filter(
      event => event.type !== 'progress',
    )
    assert.equal(settled?.type, 'settled')
    const { receipt } = (await listEntries(spool)).entries[0]!
    assert.ok(receipt)
    const fields = { 状态: '已报送', 报送时间: '2026-04-28T10:05:00+08:00', 回执号: receipt }
    office.write('汛情.md', applyEdits(draft('汛情'), handInEdits(draft('汛情'), fields)!))
    const again = await accept(spool, handInOf(office, file), channel, { trusted: true })
    assert.equal(again.outcome, 'known')
    assert.equal(again.outcome === 'known' && again.receipt, receipt)
    assert.match(again.notices[0]!.zh, new RegExp(receipt))
    // Also when the entry is gone and only the ledger remembers.
    rmSync(path.join(spool.dir, 'entries', entry.key), { recursive: true })
    const remembered = await accept(spool, handInOf(office, file), channel, { trusted: true })
    assert.equal(remembered.outcome === 'known' && remembered.receipt, receipt)
    office.write('汛情.md', draft('汛情', '又有新情况。'))
    assert.equal(
      (await accept(spool, handInOf(office, file), channel, { trusted: true })).outcome,
      'accepted',
    )
  })

  it("is the writer's own; what is delivered into a shared folder may be read there", async () => {
    if (process.platform === 'win32') return
    const spool = await openOfficeSpool(office)
    const channel = folderChannel(office)
    await mustAccept(spool, handInOf(office, office.write('汛情.md', draft('汛情'))), channel)
    await runQueue(spool, deliverOptions([channel]))
    const modes = (folder: string) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => {
        const { mode } = statSync(path.join(folder, name))
        return [name, mode & 0o077] as const
      })
    const own = modes(spool.dir)
    assert.ok(own.length > 5)
    assert.deepEqual(
      own.filter(([, others]) => others !== 0),
      [],
    )
    assert.ok(modes(path.join(office.root, '报送箱')).some(([, others]) => others !== 0))
  })

  it('two windows that hand the same draft in at once make one entry', async () => {
    const file = office.write('汛情.md', draft('汛情'))
    const channel = folderChannel(office)
    const spools = await Promise.all([1, 2, 3, 4].map(() => openOfficeSpool(office)))
    const results = await Promise.all(
      spools.map(spool => accept(spool, handInOf(office, file), channel, { trusted: true })),
    )
    assert.deepEqual(results.map(each => each.outcome).sort(), ['accepted', 'known', 'known', 'known'])
    assert.equal((await listEntries(spools[0]!)).entries.length, 1)
    assert.deepEqual(readdirSync(path.join(spools[0]!.dir, 'tmp')), [])
  })

  it('takes no entry for damaged that another window moves in at this very moment', async () => {
    const channel = folderChannel(office)
    const file = office.write('汛情.md', draft('汛情'))
    const other = await openOfficeSpool(office)
    const runtime = nodeRuntime()
    let between: (() => Promise<unknown>) | undefined = () =>
      mustAccept(other, handInOf(office, file), channel)
    const { spool } = await openSpool(other.dir, {
      runtime: {
        ...runtime,
        disk: {
          ...runtime.disk,
          // The other window's entry arrives after this one has found no file and before it looks for the folder.
          async read(name) {
            const read = runtime.disk.read(name)
            if (!between || !name.endsWith('entry.json')) return read
            await read.catch(() => undefined)
            const arrive = between
            between = undefined
            await arrive()
            return read
          },
        },
      },
    })
    assert.equal((await accept(spool, handInOf(office, file), channel, { trusted: true })).outcome, 'known')
    assert.equal(between, undefined)
    assert.deepEqual(await listSetAside(spool), [])
    assert.equal((await listEntries(spool)).entries.length, 1)
  })

  it('two windows that send at once send once', async () => {
    const intake = await startIntake()
    try {
      const channel = channelOf(office, { name: 'intake', type: 'http', url: intake.url })
      const spool = await openOfficeSpool(office)
      for (const title of ['甲', '乙', '丙', '丁'])
        await mustAccept(spool, handInOf(office, office.write(`${title}.md`, draft(title))), channel)
      const windows = await Promise.all([1, 2, 3].map(() => openOfficeSpool(office)))
      await Promise.all(windows.map(each => runQueue(each, deliverOptions([channel]))))
      assert.equal(intake.requests.length, 4)
      assert.equal(intake.arrivals.length, 4)
    } finally {
      await intake.close()
    }
  })

  it('refuses untrusted workspaces, on accepting and on sending', async () => {
    const spool = await openOfficeSpool(office)
    const channel = folderChannel(office)
    const file = office.write('汛情.md', draft('汛情'))
    const refused = await accept(spool, handInOf(office, file), channel, { trusted: false })
    assert.deepEqual([refused.outcome, refused.notices[0]!.code], ['stopped', 'untrusted-workspace'])
    const entry = await mustAccept(spool, handInOf(office, file), channel)
    const result = await deliverEntry(spool, entry.key, deliverOptions([channel], { trusted: false }))
    assert.equal(result.kind === 'failed' && result.notice.code, 'untrusted-workspace')
    assert.equal((await listEntries(spool)).entries[0]!.state, 'queued')
  })

  it('keeps a report whose channel is gone and sends it when the channel is back', async () => {
    const runtime = stillRuntime()
    const spool = await openOfficeSpool(office, runtime)
    const channel = folderChannel(office)
    await mustAccept(spool, handInOf(office, office.write('汛情.md', draft('汛情'))), channel)
    await runQueue(spool, deliverOptions([]))
    const [waiting] = (await listEntries(spool)).entries
    assert.deepEqual([waiting!.state, waiting!.notice?.code], ['queued', 'channel-gone'])
    await runQueue(spool, deliverOptions([channel]), 'settled')
    assert.equal((await listEntries(spool)).entries[0]!.state, 'delivered')
  })

  it('sends to a changed address as a new hand-in: an old receipt is no answer for it', async () => {
    const spool = await openOfficeSpool(office)
    const file = office.write('汛情.md', draft('汛情'))
    const one = channelOf(office, { name: 'drop', type: 'folder', path: '甲' })
    const two = channelOf(office, { name: 'drop', type: 'folder', path: '乙' })
    await mustAccept(spool, handInOf(office, file), one)
    await mustAccept(spool, handInOf(office, file), two)
    assert.equal((await listEntries(spool)).entries.length, 2)
  })

  it('sets a damaged entry aside, visibly, and takes the draft in again', async () => {
    const spool = await openOfficeSpool(office)
    const channel = folderChannel(office)
    const handIn = handInOf(office, office.write('汛情.md', draft('汛情')))
    const damages: [string, string][] = [
      ['status.json', '{"schema":'],
      ['entry.json', '{}'],
      ['package/汛情.md', '被改过'],
      ['package/manifest.json', '{}'],
    ]
    for (const [name, content] of damages) {
      const entry = await mustAccept(spool, handIn, channel)
      writeFileSync(path.join(spool.dir, 'entries', entry.key, name), content)
      const events = await runQueue(spool, deliverOptions([channel]))
      assert.deepEqual(
        events.map(event => event.type),
        ['set-aside'],
        name,
      )
    }
    const aside = await listSetAside(spool)
    assert.equal(aside.length, 4)
    for (const { folder, notice } of aside) {
      assert.equal(notice.code, 'entry-damaged')
      assert.match(notice.zh, /损坏待查.*没有删除/)
      assert.ok(existsSync(path.join(folder, 'package')))
    }
    assert.equal(existsSync(path.join(office.root, '报送箱')), false)
    // The record keeps the lives of one version apart, and says where each ended.
    await mustAccept(spool, handIn, channel)
    await runQueue(spool, deliverOptions([channel]))
    const verbs = (await readLedger(spool)).lines.map(line => line.verb)
    const life = ['accepted', 'set-aside']
    assert.deepEqual(verbs, [...life, 'accepted', ...life, ...life, 'accepted', 'delivered'])
    assert.equal(await completeLedger(spool), 0)
  })

  it('starts over after a crash in the middle of sending, and says that it may have arrived', async () => {
    const runtime = stillRuntime()
    const spool = await openOfficeSpool(office, runtime)
    const channel = folderChannel(office)
    const entry = await mustAccept(spool, handInOf(office, office.write('汛情.md', draft('汛情'))), channel)
    const file = path.join(spool.dir, 'entries', entry.key, 'status.json')
    writeFileSync(
      file,
      JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), state: 'sending', attempts: 1 }),
    )
    const cancelled = await cancelEntry(spool, entry.key)
    assert.equal(cancelled.entry?.notice?.code, 'cancelled-uncertain')
    await retryEntry(spool, entry.key)
    await runQueue(spool, deliverOptions([channel]))
    assert.equal((await listEntries(spool)).entries[0]!.state, 'delivered')
  })

  it('cancels a waiting report, keeps its package, and sends it again on request', async () => {
    const spool = await openOfficeSpool(office)
    const channel = folderChannel(office)
    const handIn = handInOf(office, office.write('汛情.md', draft('汛情')))
    const entry = await mustAccept(spool, handIn, channel)
    assert.equal((await cancelEntry(spool, entry.key)).outcome, 'cancelled')
    await runQueue(spool, deliverOptions([channel]))
    assert.equal((await listEntries(spool)).entries[0]!.state, 'cancelled')
    assert.ok(existsSync(path.join(entry.packageFolder, '汛情.md')))
    const again = await accept(spool, handIn, channel, { trusted: true })
    assert.equal(again.outcome, 'accepted')
    await runQueue(spool, deliverOptions([channel]))
    assert.equal((await cancelEntry(spool, entry.key)).outcome, 'delivered')
    const verbs = (await readLedger(spool)).lines.map(line => line.verb)
    assert.deepEqual(verbs, ['accepted', 'cancelled', 'requeued', 'delivered'])
    assert.equal((await cancelEntry(spool, `lg1-${'0'.repeat(40)}.0000000000`)).outcome, 'absent')
    assert.equal(await retryEntry(spool, `lg1-${'0'.repeat(40)}.0000000000`), undefined)
    assert.equal(readdirSync(path.join(spool.dir, 'entries')).length, 1)
  })

  it('cancels an attempt that is under way', async () => {
    const intake = await startIntake({ behave: () => true })
    try {
      const channel = channelOf(office, { name: 'intake', type: 'http', url: intake.url })
      const spool = await openOfficeSpool(office)
      const entry = await mustAccept(spool, handInOf(office, office.write('汛情.md', draft('汛情'))), channel)
      const sent = new Promise<void>(resolve => {
        const options = deliverOptions([channel], {
          onProgress: (_, done, total) => done === total && resolve(),
        })
        void startQueue(spool, { ...options, until: 'once' }).done
      })
      await sent
      const result = await cancelEntry(spool, entry.key)
      const end = result.outcome === 'requested' ? await settledState(spool, entry.key) : result.entry!
      assert.deepEqual([end.state, end.uncertain], ['cancelled', true])
    } finally {
      await intake.close()
    }
  })

  it('stops at the signal without losing the report', async () => {
    const intake = await startIntake()
    try {
      const channel = channelOf(office, { name: 'intake', type: 'http', url: intake.url })
      const spool = await openOfficeSpool(office)
      await mustAccept(spool, handInOf(office, office.write('汛情.md', draft('汛情'))), channel)
      const stop = new AbortController()
      const options = deliverOptions([channel], { signal: stop.signal, onProgress: () => stop.abort() })
      await startQueue(spool, { ...options, until: 'settled' }).done
      const [entry] = (await listEntries(spool)).entries
      assert.deepEqual([entry!.state, entry!.notice?.code], ['queued', 'interrupted'])
      await startQueue(spool, { ...deliverOptions([channel]), until: 'settled' }).done
      assert.equal(intake.arrivals.length, 1)
    } finally {
      await intake.close()
    }
  })

  it('waits as long as the receiver asks and longer each time, on a clock of its own', async () => {
    const runtime = stillRuntime()
    const intake = await startIntake({
      behave: (_, response, count) => {
        if (count > 3) return false
        answer(response, count === 1 ? 429 : 500, {}, count === 1 ? { 'Retry-After': '600' } : {})
        return true
      },
    })
    try {
      const channel = channelOf(office, { name: 'intake', type: 'http', url: intake.url })
      const spool = await openOfficeSpool(office, runtime)
      await mustAccept(spool, handInOf(office, office.write('汛情.md', draft('汛情'))), channel)
      const times: number[] = []
      const start = runtime.at
      const options = deliverOptions([channel], { onSending: () => times.push(runtime.at - start) })
      await startQueue(spool, { ...options, until: 'settled' }).done
      assert.equal(times[0], 0)
      assert.ok(times[1]! >= 600_000 && times[1]! < 680_000, String(times))
      assert.ok(times[2]! - times[1]! >= 7_500, String(times))
      assert.ok(times[3]! - times[2]! >= 15_000, String(times))
      assert.equal(intake.arrivals.length, 1)
    } finally {
      await intake.close()
    }
  })

  it('a receiver that is slow holds up no other, nor what is handed in meanwhile', async () => {
    const intake = await startIntake({ behave: () => true })
    try {
      const slow = channelOf(office, { name: 'slow', type: 'http', url: intake.url })
      const quick = folderChannel(office)
      const spool = await openOfficeSpool(office)
      const stop = new AbortController()
      const stuck = await mustAccept(spool, handInOf(office, office.write('慢.md', draft('慢'))), slow)
      let sending = () => {}
      let delivered = () => {}
      const isSending = new Promise<void>(resolve => {
        sending = resolve
      })
      const isDelivered = new Promise<void>(resolve => {
        delivered = resolve
      })
      const queue = startQueue(spool, {
        ...deliverOptions([slow, quick], { signal: stop.signal, limits: { idleMs: 100_000 } }),
        until: 'forever',
        onEvent: event => {
          if (event.type === 'sending' && event.entry.key === stuck.key) sending()
          if (event.type === 'settled') delivered()
        },
      })
      await isSending
      await mustAccept(spool, handInOf(office, office.write('快.md', draft('快'))), quick)
      queue.nudge()
      await isDelivered
      stop.abort()
      await queue.done
      const states = (await listEntries(spool)).entries.map(({ title, state }) => `${title} ${state}`)
      assert.deepEqual(states.sort(), ['快 delivered', '慢 queued'])
    } finally {
      await intake.close()
    }
  })

  it('a clock that was wrong by years makes no report wait for years', async () => {
    const runtime = stillRuntime(Date.parse('2099-01-01T00:00:00+08:00'))
    let isDown = true
    const intake = await startIntake({
      behave: (_, response) => {
        if (isDown) answer(response, 503, {})
        return isDown
      },
    })
    try {
      const channel = channelOf(office, { name: 'intake', type: 'http', url: intake.url })
      const spool = await openOfficeSpool(office, runtime)
      await mustAccept(spool, handInOf(office, office.write('汛情.md', draft('汛情'))), channel)
      await runQueue(spool, deliverOptions([channel]))
      isDown = false
      runtime.at = Date.parse('2026-04-28T10:00:00+08:00')
      await runQueue(spool, deliverOptions([channel]), 'settled')
      assert.equal(intake.arrivals.length, 1)
      assert.ok(runtime.at < Date.parse('2026-04-28T11:00:00+08:00'))
    } finally {
      await intake.close()
    }
  })

  it('does not ask an unreachable channel again for every report', async () => {
    const runtime = stillRuntime()
    const channel = channelOf(office, { name: 'intake', type: 'http', url: 'http://127.0.0.1:9/' })
    const spool = await openOfficeSpool(office, runtime)
    for (let n = 0; n < 5; n++)
      await mustAccept(spool, handInOf(office, office.write(`${n}.md`, draft(`稿${n}`))), channel)
    const events = await runQueue(spool, deliverOptions([channel]))
    assert.equal(events.filter(event => event.type === 'sending').length, 1)
    const waiting = events.filter(event => event.type === 'waiting')
    assert.equal(waiting.length, 5)
    assert.ok(waiting.every(event => event.calm))
  })

  const settledState = async (spool: Awaited<ReturnType<typeof openOfficeSpool>>, key: string) => {
    for (;;) {
      const entry = (await listEntries(spool)).entries.find(each => each.key === key)!
      if (['cancelled', 'delivered', 'refused'].includes(entry.state)) return entry
      await new Promise(resolve => setImmediate(resolve))
    }
  }
})

describe('submission: locks', () => {
  let office: Office
  beforeEach(() => {
    office = makeOffice()
  })
  /** What the dead would never let go of, and this process must. */
  const leases: { release(): Promise<void> }[] = []
  afterEach(async () => {
    for (const lease of leases.splice(0)) await lease.release()
    office.clean()
  })

  const other = (change: object) => {
    const runtime = nodeRuntime()
    return { ...runtime, identity: { ...runtime.identity, ...change } }
  }

  async function heldBy(change: object) {
    const channel = folderChannel(office)
    const spool = await openOfficeSpool(office)
    const entry = await mustAccept(spool, handInOf(office, office.write('汛情.md', draft('汛情'))), channel)
    const { acquire, isBusy } = await import('../../../client/src/submission/spool/lock')
    const folder = path.join(spool.dir, 'entries', entry.key, 'lock')
    const lease = await acquire(folder, 1_000_000, other(change))
    if (!isBusy(lease)) leases.push(lease)
    return { spool, channel, entry, folder }
  }

  it('holds against a live owner on another machine, and is taken over when it is not renewed', async () => {
    const { spool, channel, entry, folder } = await heldBy({ host: 'elsewhere', pid: 1 })
    assert.equal((await deliverEntry(spool, entry.key, deliverOptions([channel]))).kind, 'busy')
    utimesSync(path.join(folder, '1.lock'), new Date(), new Date(Date.now() - 31_000))
    const result = await deliverEntry(spool, entry.key, deliverOptions([channel]))
    assert.equal(result.kind === 'entry' && result.entry.state, 'delivered')
  })

  it('is taken over when its time is ahead of the disk by more than a lease: the clock was wrong', async () => {
    const { spool, channel, entry, folder } = await heldBy({ host: 'the boot before' })
    utimesSync(path.join(folder, '1.lock'), new Date(), new Date(Date.now() + 86_400_000))
    const result = await deliverEntry(spool, entry.key, deliverOptions([channel]))
    assert.equal(result.kind === 'entry' && result.entry.state, 'delivered')
  })

  it('of which the folder could not be listed once is free for the next attempt', async () => {
    const { acquire, isBusy } = await import('../../../client/src/submission/spool/lock')
    const real = nodeRuntime()
    let made = false
    let failures = 1
    const disk: typeof real.disk = {
      ...real.disk,
      create: async (file, data) => {
        await real.disk.create(file, data)
        made ||= file.endsWith('.lock')
      },
      list: async folder => {
        if (made && failures-- > 0) throw Object.assign(new Error('busy'), { code: 'EBUSY' })
        return real.disk.list(folder)
      },
    }
    const folder = path.join(office.root, 'lock')
    await assert.rejects(acquire(folder, 30_000, { ...real, disk }), { code: 'EBUSY' })
    const lease = await acquire(folder, 30_000, { ...real, disk })
    assert.equal(isBusy(lease), false)
    if (!isBusy(lease)) leases.push(lease)
  })

  it('is taken over at once from a dead process on this machine', async () => {
    const { spool, channel, entry } = await heldBy({ pid: 2 ** 22 + 5 })
    const result = await deliverEntry(spool, entry.key, deliverOptions([channel]))
    assert.equal(result.kind === 'entry' && result.entry.state, 'delivered')
  })

  it('is not fooled by a pid that was given out again', async () => {
    const { spool, channel, entry } = await heldBy({ started: '1' })
    const result = await deliverEntry(spool, entry.key, deliverOptions([channel]))
    assert.equal(result.kind === 'entry' && result.entry.state, 'delivered')
  })

  it('waits out a lock that a crash left empty', async () => {
    const { spool, channel, entry, folder } = await heldBy({ host: 'elsewhere' })
    writeFileSync(path.join(folder, '1.lock'), '')
    assert.equal((await deliverEntry(spool, entry.key, deliverOptions([channel]))).kind, 'busy')
    utimesSync(path.join(folder, '1.lock'), new Date(), new Date(Date.now() - 31_000))
    assert.equal((await deliverEntry(spool, entry.key, deliverOptions([channel]))).kind, 'entry')
  })

  it('is won by exactly one of many that find it stale', async () => {
    const { folder } = await heldBy({ host: 'elsewhere' })
    utimesSync(path.join(folder, '1.lock'), new Date(), new Date(Date.now() - 99_000))
    const { acquire, isBusy } = await import('../../../client/src/submission/spool/lock')
    for (let round = 0; round < 20; round++) {
      const leases = await Promise.all([1, 2, 3, 4, 5, 6].map(() => acquire(folder, 30_000, nodeRuntime())))
      const won = leases.flatMap(lease => (isBusy(lease) ? [] : [lease]))
      assert.equal(won.length, 1)
      assert.equal(await won[0]!.stillMine(), true)
      await won[0]!.release()
    }
    assert.ok(readdirSync(folder).length <= 4)
  })

  it('tells an owner that slept that it lost the lease', async () => {
    const { folder } = await heldBy({ host: 'elsewhere' })
    const { acquire, isBusy } = await import('../../../client/src/submission/spool/lock')
    utimesSync(path.join(folder, '1.lock'), new Date(), new Date(Date.now() - 99_000))
    const first = await acquire(folder, 60, { ...nodeRuntime(), wait: () => new Promise(() => undefined) })
    assert.ok(!isBusy(first))
    utimesSync(path.join(folder, '2.lock'), new Date(), new Date(Date.now() - 99_000))
    const second = await acquire(folder, 60, other({ host: 'third' }))
    assert.ok(!isBusy(second))
    assert.equal(await first.stillMine(), false)
    await first.release()
    assert.equal(await second.stillMine(), true)
    await second.release()
  })
})

describe('submission: ledger', () => {
  let office: Office
  beforeEach(() => {
    office = makeOffice()
  })
  afterEach(() => office.clean())

  it('can be made again from the spool, and lines written twice count once', async () => {
    const spool = await openOfficeSpool(office)
    const channel = folderChannel(office)
    for (const title of ['甲', '乙'])
      await mustAccept(spool, handInOf(office, office.write(`${title}.md`, draft(title))), channel)
    await runQueue(spool, deliverOptions([channel]))
    const file = path.join(spool.dir, 'ledger.jsonl')
    const before = readFileSync(file, 'utf8')
    const lines = parseLedger(before).lines
    assert.deepEqual(
      lines.map(line => line.verb),
      ['accepted', 'accepted', 'delivered', 'delivered'],
    )
    assert.match(lines[2]!.summary, /^\d{4}-\d\d-\d\d \d\d:\d\d 已送达 《[甲乙]》 渠道 报送箱 回执号 LG/)
    rmSync(file)
    assert.equal(await completeLedger(spool), 4)
    const key = (line: { key: string; sequence: number }) => `${line.key}${line.sequence}`
    assert.deepEqual(parseLedger(readFileSync(file, 'utf8')).lines.map(key).sort(), lines.map(key).sort())
    writeFileSync(file, before + before)
    assert.equal((await readLedger(spool)).lines.length, 4)
  })

  it('stands a torn line: it stays alone, and what it said comes back', async () => {
    const spool = await openOfficeSpool(office)
    await mustAccept(spool, handInOf(office, office.write('甲.md', draft('甲'))), folderChannel(office))
    const file = path.join(spool.dir, 'ledger.jsonl')
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100))
    await openSpool(spool.dir)
    const ledger = await readLedger(spool)
    assert.deepEqual([ledger.lines.length, ledger.unreadable], [1, [1]])
    await appendLines(spool.runtime.disk, file, ['{}'])
    assert.equal(readFileSync(file, 'utf8').split('\n').length, 4)
  })

  it('holds no text of the report', async () => {
    const spool = await openOfficeSpool(office)
    const file = office.write('甲.md', draft('甲', '独有的一句话。'))
    await mustAccept(spool, handInOf(office, file), folderChannel(office))
    assert.equal(readFileSync(path.join(spool.dir, 'ledger.jsonl'), 'utf8').includes('独有'), false)
  })

  it('records late hand-ins with their reason and late arrival', async () => {
    const runtime = stillRuntime()
    const spool = await openOfficeSpool(office, runtime)
    const channel = folderChannel(office)
    const late = draft('甲').replace('状态:', '迟报原因: 道路中断\n状态:')
    const deadline = '2026-04-28T09:00:00+08:00'
    await mustAccept(spool, handInOf(office, office.write('甲.md', late), { deadline }), channel)
    await mustAccept(
      spool,
      handInOf(office, office.write('乙.md', draft('乙')), { deadline: '2026-04-28T10:01:00+08:00' }),
      channel,
    )
    runtime.at += 3_600_000
    await runQueue(spool, deliverOptions([channel]))
    const lines = (await readLedger(spool)).lines.filter(line => line.verb === 'delivered')
    const told = Object.fromEntries(
      lines.map(line => [line.title, [line.timeliness, line.arrival, line.lateReason]]),
    )
    assert.deepEqual(told, { 甲: ['late', 'late', '道路中断'], 乙: ['on-time', 'late', null] })
  })
})

describe('submission: what is kept', () => {
  let office: Office
  beforeEach(() => {
    office = makeOffice()
  })
  afterEach(() => office.clean())
  const day = 24 * 3_600_000

  async function deliveredAt(runtime: ReturnType<typeof stillRuntime>, count: number) {
    const spool = await openOfficeSpool(office, runtime)
    const channel = folderChannel(office)
    for (let n = 0; n < count; n++) {
      office.write(`图${n}.png`, png())
      const file = office.write(`${n}.md`, draft(`稿${n}`, `![甲](图${n}.png)`))
      await mustAccept(spool, handInOf(office, file), channel)
      runtime.at += 1000
    }
    await runQueue(spool, deliverOptions([channel]), 'settled')
    return { spool, channel }
  }
  const filesOf = (folder: string) => readdirSync(folder).sort()

  it('copies of old deliveries go; checksums, receipts, the ledger and what was not delivered stay', async () => {
    const runtime = stillRuntime()
    const { spool, channel } = await deliveredAt(runtime, 3)
    const waiting = await mustAccept(spool, handInOf(office, office.write('等.md', draft('等'))), channel)
    const off = await mustAccept(spool, handInOf(office, office.write('消.md', draft('消'))), channel)
    await cancelEntry(spool, off.key)
    const keep = { days: 180, atLeast: 1 }
    assert.deepEqual(await pruneSpool(spool, keep), [])
    runtime.at += 181 * day
    // A delivery that the ledger does not have is not touched.
    const ledger = path.join(spool.dir, 'ledger.jsonl')
    const whole = readFileSync(ledger, 'utf8')
    writeFileSync(ledger, '')
    assert.deepEqual(await pruneSpool(spool, keep), [])
    writeFileSync(ledger, whole)
    const gone = await pruneSpool(spool, keep)
    assert.equal(gone.length, 2)
    const { entries } = await listEntries(spool)
    for (const entry of entries) {
      const isGone = gone.includes(entry.key)
      assert.equal(isPruned(entry), isGone)
      assert.equal(filesOf(entry.packageFolder).length === 1, isGone, entry.title)
      assert.ok(existsSync(path.join(entry.packageFolder, 'manifest.json')))
    }
    assert.ok(existsSync(path.join(waiting.packageFolder, '等.md')))
    assert.ok(existsSync(path.join(off.packageFolder, '消.md')))
    // Still known, and the ledger can still be made again, its own line included.
    const again = await accept(spool, handInOf(office, path.join(office.root, '0.md')), channel, {
      trusted: true,
    })
    assert.ok(again.outcome === 'known' && again.receipt)
    const before = (await readLedger(spool)).lines.map(line => `${line.key} ${line.verb}`).sort()
    rmSync(ledger)
    await completeLedger(spool)
    assert.deepEqual((await readLedger(spool)).lines.map(line => `${line.key} ${line.verb}`).sort(), before)
    assert.equal(before.filter(line => line.endsWith('pruned')).length, 2)
    assert.deepEqual(await pruneSpool(spool, keep), [])
    assert.equal((await listSetAside(spool)).length, 0)
  })

  it('a clock that jumps ahead by years takes nothing from the latest', async () => {
    const runtime = stillRuntime()
    const { spool } = await deliveredAt(runtime, 3)
    runtime.at += 80 * 365 * day
    assert.deepEqual(await pruneSpool(spool), [])
  })

  it('finishes what a crash left half pruned', async () => {
    const runtime = stillRuntime()
    const { spool } = await deliveredAt(runtime, 1)
    runtime.at += 181 * day
    const broken = {
      ...runtime.disk,
      remove: (file: string) =>
        file.includes('package') ? Promise.reject(new Error('killed')) : runtime.disk.remove(file),
    }
    await assert.rejects(
      pruneSpool({ ...spool, runtime: { ...runtime, disk: broken } }, { days: 180, atLeast: 0 }),
      /killed/,
    )
    const [half] = (await listEntries(spool)).entries
    assert.ok(isPruned(half!) && filesOf(half!.packageFolder).length > 1)
    assert.equal((await pruneSpool(spool, { days: 180, atLeast: 0 })).length, 1)
    assert.deepEqual(filesOf(half!.packageFolder), ['manifest.json'])
    const verbs = (await readLedger(spool)).lines.map(({ verb }) => verb)
    assert.deepEqual(verbs, ['accepted', 'delivered', 'pruned'])
  })
})

describe('submission: backoff', () => {
  it('doubles, has jitter, has an end, and honours the receiver', () => {
    assert.deepEqual(
      [1, 2, 3].map(n => retryDelay(n, 1)),
      [5_000, 10_000, 20_000],
    )
    assert.deepEqual(
      [1, 2, 3].map(n => retryDelay(n, 0)),
      [2_500, 5_000, 10_000],
    )
    assert.equal(retryDelay(500, 1), 30 * 60_000)
    assert.ok(retryDelay(1, 0, 60_000) >= 60_000)
    assert.equal(retryDelay(1, 0, 1e15), 24 * 3_600_000)
  })
})
