import assert from 'node:assert/strict'
import { torture } from '../../support/torture'

// The short form of `npm run torture`.
describe('submission: killed at random moments', () => {
  for (const channel of ['http', 'folder'] as const)
    it(`${channel}: 25 kills, every accepted report arrives once and unchanged`, async function () {
      this.timeout(120_000)
      const { kills, reports, lost, twice, changed, damaged, ledgerFaults } = await torture({
        kills: 25,
        channel,
        seed: 7,
      })
      assert.ok(kills >= 25 && reports >= 5)
      assert.deepEqual(
        { lost, twice, changed, damaged, ledgerFaults },
        { lost: 0, twice: 0, changed: 0, damaged: 0, ledgerFaults: 0 },
      )
    })
})
