// What an item shows of substance and of accountability. Read trait by trait, because no rule asks for all of them.

import { type OwnerKind, ownerOf } from './owners'
import {
  givesFigure,
  givesName,
  hedge,
  instance,
  namelessActor,
  reasoned,
  request,
  stockCause,
} from './substance'
import { standard, type TimeKind, timeOf } from './times'

export interface Traits {
  readonly owner: OwnerKind
  readonly ownerText: string
  readonly time: TimeKind
  readonly timeText: string
  readonly standard: string
  /** A figure that says how much of something there is; limits such as 24小时内 are no such figure. */
  readonly figure: boolean
  /** A named place, unit or company. */
  readonly named: boolean
  /** A case, a quoted rule or a day. */
  readonly instance: boolean
  /** Hedges (有待加强), stock causes (认识不足), nameless actors (部分单位). */
  readonly hedges: number
  readonly stock: number
  readonly nameless: number
  /** Says why within itself. */
  readonly reasoned: boolean
  /** A request to somebody above or beside (建议、恳请). */
  readonly request: boolean
}

export function readTraits(text: string): Traits {
  return new TextTraits(text)
}

/** The traits of an item that has several parts: the best owner and time, and whatever any part shows. */
export function joinTraits(parts: readonly Traits[]): Traits {
  return parts.length === 1 ? parts[0]! : new JoinedTraits(parts)
}

type Said = Partial<Pick<Traits, 'owner' | 'ownerText' | 'time' | 'timeText' | 'standard'>>

/** The same traits, with owner, time or yardstick said elsewhere: in a lead-in or another column. */
export function withSaid(own: Traits, said: Said): Traits {
  return new SaidTraits(own, said)
}

/** What is longer is no item that anybody wrote; the patterns below may cost the square of what they read. */
const longestItem = 3000

// Classes for their getters alone.
class TextTraits implements Traits {
  readonly #text: string
  #owner: readonly [OwnerKind, string] | undefined
  #time: readonly [TimeKind, string] | undefined
  readonly #known = new Map<string, unknown>()

  constructor(text: string) {
    this.#text = text.slice(0, longestItem)
  }

  #once<T>(name: string, read: (text: string) => T): T {
    if (!this.#known.has(name)) this.#known.set(name, read(this.#text))
    return this.#known.get(name) as T
  }

  get owner() {
    this.#owner ??= ownerOf(this.#text)
    return this.#owner[0]
  }
  get ownerText() {
    this.#owner ??= ownerOf(this.#text)
    return this.#owner[1]
  }
  get time() {
    this.#time ??= timeOf(this.#text)
    return this.#time[0]
  }
  get timeText() {
    this.#time ??= timeOf(this.#text)
    return this.#time[1]
  }
  get standard() {
    return this.#once('standard', text => standard.exec(text)?.[0] ?? '')
  }
  get figure() {
    return this.#once('figure', givesFigure)
  }
  get named() {
    return this.#once('named', givesName)
  }
  get instance() {
    return this.#once('instance', text => instance.test(text))
  }
  get hedges() {
    return this.#once('hedges', text => count(text, hedge))
  }
  get stock() {
    return this.#once('stock', text => count(text, stockCause))
  }
  get nameless() {
    return this.#once('nameless', text => count(text, namelessActor))
  }
  get reasoned() {
    return this.#once('reasoned', text => reasoned.test(text))
  }
  get request() {
    return this.#once('request', text => request.test(text))
  }
}

const owners: readonly OwnerKind[] = ['named', 'whole', 'collective', 'none']
const times: readonly TimeKind[] = ['date', 'frequency', 'done', 'period', 'vague', 'none']

class JoinedTraits implements Traits {
  readonly #parts: readonly Traits[]

  constructor(parts: readonly Traits[]) {
    this.#parts = parts
  }

  readonly #known = new Map<string, unknown>()

  #once<T>(key: string, read: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, read())
    return this.#known.get(key) as T
  }
  #best(key: 'owner' | 'time', order: readonly string[]): Traits {
    return this.#once(key, () =>
      this.#parts.reduce((a, b) => (order.indexOf(b[key]) < order.indexOf(a[key]) ? b : a)),
    )
  }
  #sum(key: 'hedges' | 'stock' | 'nameless'): number {
    return this.#once(key, () => this.#parts.reduce((total, part) => total + part[key], 0))
  }
  #any(key: 'figure' | 'named' | 'instance' | 'reasoned' | 'request'): boolean {
    return this.#once(key, () => this.#parts.some(part => part[key]))
  }

  get owner() {
    return this.#best('owner', owners).owner
  }
  get ownerText() {
    return this.#best('owner', owners).ownerText
  }
  get time() {
    return this.#best('time', times).time
  }
  get timeText() {
    return this.#best('time', times).timeText
  }
  get standard() {
    return this.#parts.find(part => part.standard)?.standard ?? ''
  }
  get figure() {
    return this.#any('figure')
  }
  get named() {
    return this.#any('named')
  }
  get instance() {
    return this.#any('instance')
  }
  get hedges() {
    return this.#sum('hedges')
  }
  get stock() {
    return this.#sum('stock')
  }
  get nameless() {
    return this.#sum('nameless')
  }
  get reasoned() {
    return this.#any('reasoned')
  }
  get request() {
    return this.#any('request')
  }
}

class SaidTraits implements Traits {
  readonly #own: Traits
  readonly #said: Said

  constructor(own: Traits, said: Said) {
    this.#own = own
    this.#said = said
  }

  get owner() {
    return this.#said.owner ?? this.#own.owner
  }
  get ownerText() {
    return this.#said.ownerText ?? this.#own.ownerText
  }
  get time() {
    return this.#said.time ?? this.#own.time
  }
  get timeText() {
    return this.#said.timeText ?? this.#own.timeText
  }
  get standard() {
    return this.#said.standard ?? this.#own.standard
  }
  get figure() {
    return this.#own.figure
  }
  get named() {
    return this.#own.named
  }
  get instance() {
    return this.#own.instance
  }
  get hedges() {
    return this.#own.hedges
  }
  get stock() {
    return this.#own.stock
  }
  get nameless() {
    return this.#own.nameless
  }
  get reasoned() {
    return this.#own.reasoned
  }
  get request() {
    return this.#own.request
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
