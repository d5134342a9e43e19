// How long this process keeps its thread to itself. On a machine that others use as well, the time on the clock also holds
// what they took; the processor time of this process is the part that is ours.

export interface Step {
  /** In milliseconds of processor time. */
  readonly ms: number
  /** `31 ms (44 ms on the clock)` */
  readonly words: string
}

export interface Steps {
  /** The longest step since the last question. */
  longest(): Step
  stop(): void
}

export function watchSteps(): Steps {
  let cpu = process.cpuUsage()
  let clock = performance.now()
  let longest = { own: 0, clock: 0 }
  const tick = () => {
    const { user, system } = process.cpuUsage(cpu)
    const wall = performance.now() - clock
    const own = Math.min((user + system) / 1000, wall)
    if (own > longest.own) longest = { own, clock: wall }
    cpu = process.cpuUsage()
    clock = performance.now()
  }
  const timer = setInterval(tick, 2)
  const take = () => {
    const found = longest
    longest = { own: 0, clock: 0 }
    return found
  }
  return {
    longest() {
      const { own, clock: wall } = take()
      return { ms: own, words: `${own.toFixed(0)} ms (${wall.toFixed(0)} ms on the clock)` }
    },
    stop: () => clearInterval(timer),
  }
}
