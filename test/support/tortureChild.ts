// The process that the torture kills: hands in every draft it is given and sends until all are settled, as a window
// of the editor or a terminal would. It says "accepted" only after the hand-in said so to its caller.
import { readdirSync, writeSync } from 'node:fs'
import * as path from 'node:path'
import { accept, openSpool, parseChannels, startQueue } from '../../client/src/submission'
import { backoff } from '../../client/src/submission/spool/backoff'

const [, , root = '', channelSource = ''] = process.argv
// Seconds instead of minutes: the order of things stays the same.
Object.assign(backoff, { firstMs: 20, longestMs: 100 })

// Straight to the pipe: what was said must not die in a buffer.
const say = (...words: string[]) => writeSync(1, `${words.join(' ')}\n`)

const channel = parseChannels([JSON.parse(channelSource)], { root, plainHosts: [] }).channels[0]!
const { spool, setAside } = await openSpool(path.join(root, '.ligao/spool'), { leaseMs: 2_000 })
for (const aside of setAside) say('damaged', aside.name)
const work = { channels: [channel], trusted: true, secret: async () => undefined }
const queue = startQueue(spool, { ...work, until: 'forever' })
for (const name of readdirSync(root).filter(each => each.endsWith('.md'))) {
  const file = path.join(root, name)
  const result = await accept(
    spool,
    { file, root, checked: { errors: 0, warnings: 0, ruleSet: 'torture' } },
    channel,
    { trusted: true },
  )
  if (result.outcome === 'stopped') say('stopped', result.notices[0]!.code)
  else say('accepted', name)
  queue.nudge()
}
await startQueue(spool, { ...work, until: 'settled' }).done
say('done')
process.exit(0)
