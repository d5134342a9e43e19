// A killed intake: in the middle of a transaction, and at random while units hand in.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { buildIntake } from '../build.mjs'
import { openStorage } from '../src/storage/open'
import { killing } from './support/killing'

describe('a killed intake', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ligao-killed-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('leaves nothing of a transaction whose pages were half on the disk', async () => {
    const child = path.join(folder, 'child.ts')
    writeFileSync(
      child,
      `import { openStorage } from ${JSON.stringify(path.resolve(__dirname, '../src/storage/open.ts'))}
       import { sql } from ${JSON.stringify(path.resolve(__dirname, '../node_modules/kysely'))}
       void (async () => {
         const { db } = await openStorage(process.argv[2])
         const rows = Array.from({ length: 400 }, (_, i) => ({ name: '单位' + i + '甲'.repeat(400), created_at: 1 }))
         for (const row of rows) await db.insertInto('unit').values(row).execute()
         // So few pages that the log has to be written before the end.
         await sql\`pragma cache_size = 5\`.execute(db)
         await db.transaction().execute(async trx => {
           await trx.updateTable('unit').set({ created_at: 2 }).execute()
           await sql\`update unit set name = name || \${'乙'.repeat(900)}\`.execute(trx)
           process.kill(process.pid, 'SIGKILL')
         })
       })()`,
    )
    const data = path.join(folder, 'data')
    const { signal, stderr } = spawnSync(process.execPath, ['--import', 'tsx', child, data], {
      encoding: 'utf8',
    })
    assert.equal(signal, 'SIGKILL', stderr)
    const { db, close } = await openStorage(data)
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    assert.deepEqual(rows, [{ integrity_check: 'ok' }])
    const units = await db.selectFrom('unit').selectAll().execute()
    await close()
    assert.equal(units.length, 400)
    assert.ok(units.every(unit => unit.created_at === 1 && !unit.name.includes('乙')))
  })

  it('has every report whose receipt it ever gave, once and unchanged', async () => {
    const program = await buildIntake()
    const { kills, reports, requests, inTheMiddle, ...faults } = await killing({
      program,
      kills: 12,
      seed: 7,
    })
    assert.equal(kills, 12)
    assert.ok(reports > 12 && requests > reports && inTheMiddle > 3, `${reports} ${requests} ${inTheMiddle}`)
    assert.deepEqual(faults, { lost: 0, twice: 0, changed: 0, otherReceipt: 0, unasked: 0, damaged: 0 })
  }).timeout(120_000)

  it('two processes never share a folder', async () => {
    const first = await openStorage(folder)
    await assert.rejects(openStorage(folder), /另一个接收端进程/)
    await first.close()
    const again = await openStorage(folder)
    await again.close()
  })
})
