// What happens without an edit: a pause in typing, a time limit that passes, a machine that slept, a clock that was set.

import assert from 'node:assert/strict'
import { longestTimer } from '../../server/src/lsp/wake'
import { disposeAll, head, start } from './support/client'

const refresh = 'workspace/diagnostic/refresh'
const limited = (iso: string) => `---\n类型: 动态\n报送时限: ${iso}\n---\n\n查堤3.2公里。\n`

describe('the line being typed', () => {
  afterEach(disposeAll)

  it('a finding that is new on it waits for the pause, then the client is told to ask again', async () => {
    const client = await start()
    client.open(`${head}查堤3.2公里。\n\n镇里高度重视。\n`)
    assert.equal((await client.items()).length, 1)
    client.insert('，高度重视', '查堤3.2公里')
    assert.equal((await client.items()).length, 1, 'held back; the other line stays')
    client.clock.advance(799)
    await client.settle()
    assert.ok(!client.asked.includes(refresh))
    client.clock.advance(1)
    await client.settle()
    assert.ok(client.asked.includes(refresh))
    assert.equal((await client.items()).length, 2)
  })

  it('each key starts the pause again; a finding shown before does not flicker', async () => {
    const client = await start()
    client.open(`${head}镇里高度重视。\n`)
    assert.equal((await client.items()).length, 1)
    for (const letter of '一二三') {
      client.insert(letter, '镇里')
      await client.settle()
      client.clock.advance(500)
      assert.equal((await client.items()).length, 1)
    }
    client.insert('。县里也高度重视', '高度重视')
    await client.settle()
    for (let i = 0; i < 4; i++) {
      client.insert('。', '县里也高度重视')
      await client.settle()
      client.clock.advance(500)
      assert.equal((await client.items()).length, 1)
    }
    client.clock.advance(800)
    assert.equal((await client.items()).length, 2)
  })

  it('pasting several lines shows all but the last at once', async () => {
    const client = await start()
    client.open(`${head}查堤。\n`)
    await client.items()
    client.insert('\n\n甲高度重视。\n\n乙高度重视。\n\n丙高度重视', '查堤。')
    assert.equal((await client.items()).length, 2)
    client.clock.advance(800)
    assert.equal((await client.items()).length, 3)
  })

  it('an undefined pause of 0 and a replaced text hold nothing back', async () => {
    const client = await start({ settings: () => ({ typingPause: 0 }) })
    client.open(`${head}查堤。\n`)
    await client.items()
    client.insert('高度重视', '查堤')
    assert.equal((await client.items()).length, 1)
    const other = await start()
    other.open(`${head}查堤。\n`)
    await other.items()
    other.change([{ text: `${head}高度重视。\n` }])
    assert.equal((await other.items()).length, 1)
  })

  it('a client that is sent its findings gets the late ones by itself', async () => {
    const client = await start({ capabilities: {} })
    client.open(`${head}查堤。\n`)
    await client.settle()
    client.clock.advance(0)
    await client.settle()
    client.insert('高度重视', '查堤')
    await client.settle()
    client.clock.advance(100)
    await client.settle()
    assert.deepEqual(client.published.at(-1)?.diagnostics, [])
    client.clock.advance(800)
    await client.settle()
    client.clock.advance(0)
    await client.settle()
    assert.equal(client.published.at(-1)?.diagnostics.length, 1)
  })
})

describe('the clock', () => {
  afterEach(disposeAll)

  it('a limit that passes is reported at its instant, with one timer for all documents', async () => {
    const client = await start()
    client.open(limited('2026-04-28T10:02:00+08:00'))
    client.open(limited('2026-04-28T10:01:00+08:00'), 'file:///w/b.md')
    assert.deepEqual(await client.items(), [])
    assert.deepEqual(await client.items('file:///w/b.md'), [])
    assert.equal(client.clock.pending(), 1)
    client.clock.advance(59_999)
    await client.settle()
    assert.deepEqual(
      client.asked.filter(each => each === refresh),
      [],
    )
    client.clock.advance(1)
    await client.settle()
    assert.equal(client.asked.filter(each => each === refresh).length, 1)
    assert.deepEqual(await client.items(), [])
    assert.equal((await client.items('file:///w/b.md'))[0]?.code, 'overdue')
    client.clock.advance(60_000)
    await client.settle()
    assert.equal(client.asked.filter(each => each === refresh).length, 2)
    assert.equal((await client.items())[0]?.code, 'overdue')
    assert.equal(client.clock.pending(), 0)
  })

  it('a client that does not come back is not called in a loop', async () => {
    const client = await start()
    client.open(limited('2026-04-28T10:01:00+08:00'))
    await client.items()
    client.clock.advance(24 * 3_600_000)
    await client.settle()
    assert.equal(client.asked.filter(each => each === refresh).length, 1)
  })

  it('after a sleep of the machine the wall clock counts', async () => {
    const client = await start()
    client.open(limited('2026-04-29T10:00:00+08:00'))
    await client.items()
    client.clock.jump(23 * 3_600_000)
    client.clock.jump(2 * 3_600_000)
    client.clock.advance(longestTimer)
    await client.settle()
    assert.ok(client.asked.includes(refresh))
    assert.equal((await client.items())[0]?.code, 'overdue')
  })

  it('a clock set forward is noticed at the next pull, a clock set back takes the finding away', async () => {
    const client = await start()
    client.open(limited('2026-04-28T12:00:00+08:00'))
    assert.deepEqual(await client.items(), [])
    client.clock.jump(3 * 3_600_000)
    assert.equal((await client.items()).length, 1)
    client.clock.jump(-2 * 3_600_000)
    client.insert('。', '3.2公里')
    assert.deepEqual(await client.items(), [])
  })

  it('no timer is left when the server stops', async () => {
    const client = await start()
    client.open(limited('2026-04-29T10:00:00+08:00'))
    await client.items()
    assert.equal(client.clock.pending(), 1)
    await client.connection.sendRequest('shutdown')
    assert.equal(client.clock.pending(), 0)
  })
})
