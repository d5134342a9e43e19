// `npm run torture [-- --kills 1000 --seed 1 --channel http|folder|intake]`: kills a process that hands reports in
// (intake: the one that receives them, 500 times where not said), at random moments, and prints what became of the reports. Exits 1 if one was lost, doubled or changed.
import { parseArgs } from 'node:util'
import { buildIntake } from '../intake/build.mjs'
import { torture } from '../test/support/torture.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    channel: { type: 'string' },
  },
})
let failed = false
for (const channel of values.channel ? [values.channel] : ['http', 'folder', 'intake']) {
  const kills = Number(values.kills ?? (channel === 'intake' ? 500 : 1000))
  const started = Date.now()
  let told = 0
  const onProgress = done => {
    if (process.stdout.isTTY) process.stdout.write(`\r${channel}: ${done}/${kills}`)
    else if (done >= told + 100) {
      told = done
      console.log(`${channel}: ${done}/${kills}`)
    }
  }
  if (channel === 'intake') {
    const { killing } = await import('../intake/test/support/killing.ts')
    const program = await buildIntake()
    const { reports, requests, inTheMiddle, ...counted } = await killing({
      program,
      kills,
      seed: Number(values.seed),
      onProgress,
    })
    const { lost, twice, changed, otherReceipt, unasked, damaged } = counted
    if (lost + twice + changed + otherReceipt + unasked + damaged > 0) failed = true
    const seconds = Math.round((Date.now() - started) / 1000)
    console.log(
      `\r${channel}: ${counted.kills} kills (${inTheMiddle} with requests under way), seed ${values.seed}, ` +
        `${reports} receipts, ${requests} requests: lost ${lost}, twice ${twice}, changed ${changed}, ` +
        `other receipt ${otherReceipt}, without a sender ${unasked}, damaged ${damaged}; ${seconds} s`,
    )
    continue
  }
  const result = await torture({ kills, channel, seed: Number(values.seed), onProgress })
  const { lost, twice, changed, damaged, ledgerFaults } = result
  if (lost + twice + changed + damaged + ledgerFaults > 0) failed = true
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(
    `\r${channel}: ${result.kills} kills (${result.shared} with two processes on one spool), seed ${values.seed}, ` +
      `${result.reports} accepted reports, ${result.requests} requests: ` +
      `lost ${lost}, twice ${twice}, changed ${changed}, damaged ${damaged}, ledger faults ${ledgerFaults}; ${seconds} s`,
  )
}
process.exit(failed ? 1 : 0)
