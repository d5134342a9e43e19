// Finds strings that every match of a pattern must contain, so that one scan of the text tells where to look closer.

import type { Anchoring } from '../../lexicon/types'
import { needsOf } from './needs'
import type { Pattern } from './pattern'
import { startsOf } from './patternSize'

const mostWords = 260
const longestWord = 3

interface Run {
  readonly words: readonly string[]
  readonly back: readonly [number, number]
}

interface Facts {
  readonly least: number
  readonly most: number
  /** Every string the pattern can match, when these are few. */
  readonly all: readonly string[] | null
  readonly best: Run | null
}

/** Null when no string is certain to occur: such a pattern has to be tried everywhere. */
export function anchoringOf(pattern: Pattern): Anchoring | null {
  const run = bestRun(pattern, nearBeginning)
  if (!run) return null
  const anchors = shorten(run.words)
  return {
    anchors,
    back: run.back,
    starts: run.back[1] > 0 ? (startsOf(pattern)?.join('') ?? '') : '',
    needs: needsOf(pattern, anchors),
  }
}

/** Words of which every match holds at least one, wherever; null when none is certain. */
export function certainWords(pattern: Pattern): readonly string[] | null {
  const run = bestRun(pattern, anywhere)
  return run && shorten(run.words)
}

function bestRun(pattern: Pattern, better: Better): Run | null {
  const { all, best } = factsOf(pattern, better)
  const run = all?.every(word => word.length > 0) ? better({ words: all, back: [0, 0] }, best) : best
  return run && shorten(run.words).length <= mostWords ? run : null
}

function factsOf(pattern: Pattern, better: Better): Facts {
  const facts = (part: Pattern) => factsOf(part, better)
  switch (pattern.type) {
    case 'char':
      return { least: 1, most: 1, all: [pattern.char], best: null }
    case 'set':
      return {
        least: 1,
        most: 1,
        all: pattern.chars === null ? null : [...new Set(pattern.chars.split(''))],
        best: null,
      }
    case 'assertion':
      return { least: 0, most: 0, all: [''], best: null }
    case 'choice':
      return choiceFacts(pattern.options.map(facts), better)
    case 'repeat':
      return repeatFacts(facts(pattern.item), pattern.least, pattern.most, better)
    case 'sequence':
      return sequenceFacts(pattern.items.map(facts), better)
  }
}

function choiceFacts(options: readonly Facts[], better: Better): Facts {
  const least = Math.min(...options.map(option => option.least))
  const most = Math.max(...options.map(option => option.most))
  const every = options.every(option => option.all !== null)
  const all = every ? cap(options.flatMap(option => option.all!)) : null
  let best: Run | null = { words: [], back: [Number.POSITIVE_INFINITY, 0] }
  for (const option of options) {
    const own: Run | null = option.all?.every(word => word !== '')
      ? better({ words: option.all, back: [0, 0] }, option.best)
      : option.best
    if (!own) {
      best = null
      break
    }
    best = {
      words: [...best!.words, ...own.words],
      back: [Math.min(best!.back[0], own.back[0]), Math.max(best!.back[1], own.back[1])],
    }
  }
  return { least, most, all, best }
}

function repeatFacts(item: Facts, least: number, most: number, better: Better): Facts {
  const all =
    most === 1 && item.all ? (least === 0 ? cap(['', ...item.all]) : item.all) : most === 0 ? [''] : null
  const whole: Run | null =
    least > 0 && item.all?.every(word => word !== '') ? { words: item.all, back: [0, 0] } : null
  const best = least > 0 ? better(whole, item.best) : null
  return { least: least * item.least, most: most * item.most, all, best }
}

function sequenceFacts(items: readonly Facts[], better: Better): Facts {
  let least = 0
  let most = 0
  let best: Run | null = null
  let all: readonly string[] | null = ['']
  let run: { words: readonly string[]; back: [number, number] } = { words: [''], back: [0, 0] }
  const close = () => {
    if (run.words.every(word => word !== '')) best = better(best, { words: run.words, back: run.back })
  }
  for (const item of items) {
    all = all && item.all ? cap(join(all, item.all)) : null
    const joined: readonly string[] | null = item.all ? cap(join(run.words, item.all)) : null
    if (joined) run = { words: joined, back: run.back }
    else {
      close()
      const own: Run | null = item.best
      if (own) best = better(best, { words: own.words, back: [least + own.back[0], most + own.back[1]] })
      // What cannot be joined may still begin a run of its own.
      if (item.all) run = { words: item.all, back: [least, most] }
      else run = { words: [''], back: [least + item.least, most + item.most] }
    }
    least += item.least
    most += item.most
  }
  close()
  return { least, most, all, best }
}

function join(left: readonly string[], right: readonly string[]): string[] | null {
  if (left.length * right.length > mostWords) return null
  const words: string[] = []
  for (const a of left) for (const b of right) words.push(a + b)
  return words
}

function cap(words: readonly string[] | null): readonly string[] | null {
  if (!words) return null
  const unique = [...new Set(words)]
  return unique.length > mostWords ? null : unique
}

/** The better of two runs to look for. */
type Better = (a: Run | null, b: Run | null) => Run | null

/** Long words, few of them: each costs or saves attempts of the regular expression. */
function worth({ words }: Run): number {
  const short = shorten(words)
  return Math.min(...short.map(word => word.length), 4) * 100 - short.length * 0.2
}

const betterBy =
  (rate: (run: Run) => number): Better =>
  (a, b) => {
    if (!a || !b) return a ?? b
    return rate(b) > rate(a) ? b : a
  }

const anywhere = betterBy(worth)
/** From an anchor the expression is tried wherever a match may begin. */
const nearBeginning = betterBy(run => worth(run) - (run.back[1] - run.back[0]) * 6)

/** Cuts long words and drops those that begin with another. */
function shorten(words: readonly string[]): string[] {
  const cut = [...new Set(words.map(word => word.slice(0, longestWord)))].sort((a, b) => a.length - b.length)
  const kept: string[] = []
  const seen = new Set<string>()
  for (const word of cut) {
    let covered = false
    for (let end = 1; end < word.length && !covered; end++) covered = seen.has(word.slice(0, end))
    if (covered) continue
    seen.add(word)
    kept.push(word)
  }
  return kept
}
