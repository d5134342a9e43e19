import assert from 'node:assert/strict'
import {
  type Accepted,
  accept,
  openSpool,
  parseChannels,
  type Runtime,
  readLedger,
} from '../../../client/src/submission'
import { type PowerCutDisk, powerCutDisk } from '../../support/powerCutDisk'
import { deliverOptions, draft, png, runQueue, stillRuntime } from '../../support/submission'

const root = '/office/ws'
const inbox = '/office/share/in'
const channel = parseChannels([{ name: 'drop', type: 'folder', path: inbox }], { root, plainHosts: [] })
  .channels[0]!

let lives = 0
// Every life is a process of its own: the one before is dead.
function life(disk: PowerCutDisk): Runtime {
  const pid = 1000 + ++lives
  const base = stillRuntime()
  return {
    ...base,
    // A lock whose owner could not even write its name is waited out: by the disk's clock.
    wait: async (ms, signal) => {
      await base.wait(ms, signal)
      disk.clock.now += Math.min(ms, 60_000)
    },
    disk,
    identity: { host: 'h', hostName: 'h', pid, started: String(pid) },
    startOf: asked => (asked === pid ? String(pid) : undefined),
  }
}

async function workspace(): Promise<PowerCutDisk> {
  const disk = powerCutDisk()
  await disk.makeFolder(`${root}/图`)
  await disk.makeFolder('/office/share')
  await disk.create(`${root}/汛情.md`, draft('汛情', '![甲](图/a.png)'))
  await disk.create(`${root}/图/a.png`, png())
  return disk.afterPowerCut(1)
}

const handIn = { file: `${root}/汛情.md`, root, checked: { errors: 0, warnings: 0, ruleSet: 't' } }

/** One life: open, hand in, send. Returns how far the hand-in got. */
async function work(runtime: Runtime): Promise<Accepted['outcome'] | 'died'> {
  let outcome: Accepted['outcome'] | 'died' = 'died'
  try {
    const { spool } = await openSpool(`${root}/.ligao/spool`, { runtime })
    outcome = (await accept(spool, handIn, channel, { trusted: true })).outcome
    await runQueue(spool, deliverOptions([channel]), 'once')
  } catch {
    // Power is gone.
  }
  return outcome
}

describe('submission: power cut', () => {
  it('loses nothing and sends nothing twice, whatever the last operation was', async function () {
    this.timeout(120_000)
    const whole = await workspace()
    await work(life(whole))
    const steps = whole.steps
    assert.ok(steps > 100)
    let acceptedLives = 0
    for (let cut = 0; cut <= steps; cut++) {
      for (const keep of [0, 0.5, 1]) {
        const disk = await workspace()
        disk.cutAt = cut
        const outcome = await work(life(disk))
        const plate = disk.afterPowerCut(keep)
        const runtime = life(plate)
        const { spool, setAside } = await openSpool(`${root}/.ligao/spool`, { runtime })
        const where = `cut ${cut} keep ${keep}`
        assert.deepEqual(setAside, [], where)
        if (outcome === 'accepted') {
          acceptedLives++
          const entries = plate
            .tree()
            .filter(file => file.includes('/entries/') && file.endsWith('/entry.json'))
          assert.equal(entries.length, 1, where)
        }
        const again = await accept(spool, handIn, channel, { trusted: true })
        assert.notEqual(again.outcome, 'stopped', `${where}: ${again.notices[0]?.zh}`)
        await runQueue(spool, deliverOptions([channel]), 'settled')
        const arrived = plate.tree().filter(file => /\/in\/[^.][^/]*\/manifest\.json$/.test(file))
        assert.equal(arrived.length, 1, where)
        const report = arrived[0]!.replace('manifest.json', '汛情.md')
        assert.deepEqual(await plate.read(report), await plate.read(`${root}/汛情.md`), where)
        const { spool: last } = await openSpool(`${root}/.ligao/spool`, { runtime: life(plate) })
        const ledger = await readLedger(last)
        assert.deepEqual(
          ledger.lines.map(line => line.verb),
          ['accepted', 'delivered'],
          where,
        )
      }
    }
    assert.ok(acceptedLives > 50)
  })
})
