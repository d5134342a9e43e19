// Does the time of something grow with its text and no faster? Two sizes are compared within one run, in processor time of
// this process, so neither a slow machine nor a busy one changes the answer.

import assert from 'node:assert/strict'

/** Eight times the text takes 8 times the time where time is linear and 64 times where it is quadratic. */
const factor = 8
const mostGrowth = 30
/** Milliseconds below which a time is taken for this: noise is of that size. */
const floor = 20

async function cpu(run: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** `make(n)` is a text whose length grows with n; `run` reads it. */
export async function growsWithTheText(
  make: (n: number) => string,
  run: (text: string) => unknown,
  size = 10_000,
): Promise<void> {
  const best = async (text: string) => Math.min(await cpu(() => run(text)), await cpu(() => run(text)))
  const [small, large] = [make(size), make(size * factor)]
  const base = Math.max(floor, await best(small))
  const grown = await best(large)
  assert.ok(
    grown <= mostGrowth * base,
    `${base.toFixed(0)} ms for ${small.length} characters, ${grown.toFixed(0)} ms for ${large.length}`,
  )
}
