// The editor's own sender hands in to the intake: what both halves believe of docs/intake-openapi.yaml is the same.
import assert from 'node:assert/strict'
import { listEntries } from '../../client/src/submission'
import {
  channelOf,
  deliverOptions,
  draft,
  handInOf,
  makeOffice,
  mustAccept,
  openOfficeSpool,
  png,
  runQueue,
} from '../../test/support/submission'
import { openOffice } from './support/office'

describe('the sender and the intake', () => {
  it('a report with a picture arrives, and its writer holds the receipt of the record', async () => {
    const office = await openOffice()
    const township = makeOffice()
    try {
      township.write('图/裂缝 1.png', png())
      const file = township.write('稿.md', draft('青石镇排查隐患', '![裂缝](<图/裂缝 1.png>)'))
      const channel = channelOf(township, {
        name: '信息科',
        type: 'http',
        url: `${office.intake.url}/v1/reports`,
      })
      const spool = await openOfficeSpool(township)
      await mustAccept(spool, handInOf(township, file), channel)
      await runQueue(spool, deliverOptions([channel], { secret: async () => office.token }))
      const { entries } = await listEntries(spool)
      const [report] = await office.intake.storage.db.selectFrom('report').selectAll().execute()
      assert.deepEqual(
        entries.map(({ state, receipt, id }) => ({ state, receipt, id })),
        [{ state: 'delivered', receipt: report!.receipt, id: report!.package_id }],
      )
    } finally {
      await office.close()
      township.clean()
    }
  })

  it('a refused one tells the writer why in the words of the intake', async () => {
    const office = await openOffice()
    const township = makeOffice()
    try {
      const file = township.write('稿.md', draft('青石镇排查隐患'))
      const channel = channelOf(township, {
        name: '信息科',
        type: 'http',
        url: `${office.intake.url}/v1/reports`,
      })
      const spool = await openOfficeSpool(township)
      await mustAccept(spool, handInOf(township, file), channel)
      await runQueue(spool, deliverOptions([channel], { secret: async () => 'not-the-token' }))
      const { entries } = await listEntries(spool)
      assert.equal(entries[0]?.state, 'refused')
      assert.match(entries[0]?.notice?.zh ?? '', /报送口令没有设置或不对/)
    } finally {
      await office.close()
      township.clean()
    }
  })
})
