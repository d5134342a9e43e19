// NUM11: 从四个方面发力：一是…；二是…；三是…. The number announced must be the number that follows.

import { announcedNoun } from '../../../knowledge/figures.generated'
import type { Span } from '../../../types'
import { chineseValueAt } from '../../quantities/chars'
import type { FigureMismatch } from '../reading/types'

export interface Announcement extends Span {
  readonly value: number
  readonly noun: string
}

const numeral = '([一二两三四五六七八九十]{1,2}|\\d{1,2})'
const counter = '(?:个|项|条|点|大|种|类)?(?:主要|重点|关键|突出|具体|方面的?|基本|核心|重要|大)?'
/** 工作 as what is done, not the head of 工作人员 or 工作日. */
const work = '工作(?![日人组站者室区台证量服队])'
/** Any other noun directly in front of a list, but no measure of time: 15个工作日内办结：1.核对…. */
const openNoun =
  '(?!工作日|自然日|小时|[天日月年周]|星期|学时|课时|分钟)[^，。；：、（）“”\\d]{1,6}(?=：(?:一是|一要|（一）|1[.．]|第一))'
/** 主要做法有三条： */
const bareCounter = '[条点项招](?=：)'
const announcement = new RegExp(
  `${numeral}${counter}(${announcedNoun.source}|${work}|${bareCounter}|${openNoun})`,
  'g',
)

function ordinalValue(numeral: string): number {
  if (/^\d/.test(numeral)) return Number(numeral)
  const ten = numeral.indexOf('十')
  if (ten < 0) return numeral.length === 1 ? chineseValueAt(numeral, 0) : Number.NaN
  const tens = ten === 0 ? 1 : chineseValueAt(numeral, 0)
  const ones = ten === numeral.length - 1 ? 0 : chineseValueAt(numeral, ten + 1)
  return tens * 10 + ones
}

/** 二、两条建议: the number of a heading, not the low end of a range. */
const outline = /^[一二三四五六七八九十]{1,3}、$/

/** 符合其中两项：①…②…③…: how many of them, not how many there are. */
const chosen = /(?:其中|任意|任何|任选|至少|最多|之中)(?:的|有)?$/

/** Announcements of a list in a lead or heading: 四项措施, 3个方面. Names in quotation marks and 第三方面 are left out. */
export function findAnnouncements(text: string): Announcement[] {
  const found: Announcement[] = []
  for (const hit of text.matchAll(announcement)) {
    const start = hit.index
    const before = text[start - 1] ?? ''
    const following = /[以如]下$/.test(text.slice(Math.max(0, start - 2), start))
    if (before !== '' && !following && '第“‘"《近约数几首之前后十百余每各某任另其上下'.includes(before))
      continue
    if (
      (/[\d一二三四五六七八九十.．、]/.test(before) && !outline.test(text.slice(0, start))) ||
      chosen.test(text.slice(Math.max(0, start - 6), start))
    )
      continue
    const value = ordinalValue(hit[1]!)
    if (!(value >= 2 && value <= 20)) continue
    if (/^[”’"》]/.test(text.slice(start + hit[0].length, start + hit[0].length + 1))) continue
    found.push({ start, end: start + hit[0].length, value, noun: hit[2]! })
  }
  return found
}

/** Compares the announcement of a lead or heading with the items that the caller counted below it. */
export function checkItemCount(lead: string, items: number): FigureMismatch[] {
  const announcements = findAnnouncements(lead)
  if (items < 2 || announcements.length === 0 || announcements.some(one => one.value === items)) return []
  if (announcements.length > 1) return []
  return [mismatch(lead, announcements[0]!, items)]
}

type Marker = { readonly at: number; readonly value: number }

const markerStyles: readonly RegExp[] = [
  /(?<![十统惟唯同第之])([一二三四五六七八九十]{1,2})(?:是|要|抓|靠)(?=[^否])/g,
  /[（(]([一二三四五六七八九十]{1,2})[）)]/g,
  /[（(](\d{1,2})[）)]/g,
  /第([一二三四五六七八九十]{1,2})(?:[，、]|步|阶段|批|轮)/g,
  /(?<=^|[：；。，])(\d{1,2})[.．](?!\d)/g,
  /([①-⑳])/g,
]

/** Lists inside one passage: the announcement in front of 一是 against the items that follow. */
export function checkAnnouncedItems(text: string): FigureMismatch[] {
  if (!/二[是要抓靠]|[（(][二2][）)]|第二(?:[，、]|步|阶段|批|轮)|2[.．]|②/.test(text)) return []
  const found: FigureMismatch[] = []
  const announcements = findAnnouncements(text)
  if (announcements.length === 0) return found
  for (const style of markerStyles) {
    for (const list of listsOf(text, style)) {
      const lead = leadOf(text, announcements, list[0]!.at)
      if (!lead || lead.some(one => one.value === list.length)) continue
      const one = lead.at(-1)!
      // Told on in other words: 一是…二是…；还有一类是….
      const behind = text.slice(list.at(-1)!.at)
      if (list.length < one.value && /还有|此外|另外|另一|其次|再次|最后/.test(behind)) continue
      // A paragraph that closes with a semicolon goes on in the next one.
      if (list.length < one.value && /[；，、：]\s*$/.test(text)) continue
      if (lead.length === 1) found.push(mismatch(text, one, list.length))
    }
  }
  return found
}

/** Runs of markers counting up from one without a gap, at least two long. */
function listsOf(text: string, style: RegExp): Marker[][] {
  const lists: Marker[][] = []
  let current: Marker[] = []
  for (const hit of text.matchAll(style)) {
    const code = hit[1]!.charCodeAt(0)
    const value = code >= 0x2460 && code <= 0x2473 ? code - 0x245f : ordinalValue(hit[1]!)
    const before = text[hit.index - 1] ?? '。'
    if (!'。；：，、！？）)”　 \n'.includes(before) && hit.index > 0) continue
    if (value === 1) {
      if (current.length > 1) lists.push(current)
      current = [{ at: hit.index, value }]
    } else if (current.length > 0 && value === current.length + 1) current.push({ at: hit.index, value })
    else if (current.length > 0) current = brokenList
  }
  if (current.length > 1) lists.push(current)
  return lists.filter(list => list !== brokenList)
}

/** A list whose numbers skip or repeat is left to the numbering rule. */
const brokenList: Marker[] = []

/** The announcements of the sentence that leads directly into the list. */
function leadOf(
  text: string,
  announcements: readonly Announcement[],
  at: number,
): Announcement[] | undefined {
  const from =
    Math.max(text.lastIndexOf('。', at - 2), text.lastIndexOf('；', at - 2), text.lastIndexOf('\n', at - 2)) +
    1
  const near = announcements.filter(one => one.start >= from && one.end <= at)
  const last = near.at(-1)
  if (!last || at - last.end > 12) return undefined
  // Nothing but 入手、发力、开展工作 may stand between, closed by a colon, comma or full stop.
  return /^[^，。；：、]{0,10}[：，。:]$/.test(text.slice(last.end, at).trimEnd()) ? near : undefined
}

function mismatch(text: string, one: Announcement, items: number): FigureMismatch {
  const stated = text.slice(one.start, one.end)
  return {
    start: one.start,
    end: one.end,
    check: 'item-count',
    stated,
    expected: stated.replace(/^(?:\d+|[一二两三四五六七八九十]+)/, numeral =>
      /\d/.test(numeral) ? String(items) : chineseCount(items),
    ),
    working: `前面说“${stated}”，后面列了${items}条，相差${Math.abs(items - one.value)}条`,
    workingEnglish: `${one.value} announced, ${items} listed`,
    items,
    related: [],
  }
}

/** Does this paragraph go on with the list of the one before: 三是… after one that ended at 二是? */
export function continuesList(text: string, items: number): boolean {
  const hit =
    /^\s*[（(]?(?:([一二三四五六七八九十]{1,2})(?:是|要|抓|靠|、|[）)])|第([一二三四五六七八九十]{1,2})[，、]|(\d{1,2})[.．、）)]|([①-⑳]))/.exec(
      text,
    )
  if (!hit) return false
  const numeral = hit[1] ?? hit[2] ?? hit[3]
  return (numeral ? ordinalValue(numeral) : hit[4]!.charCodeAt(0) - 0x245f) === items + 1
}

const chineseDigits = '零一二三四五六七八九'

function chineseCount(value: number): string {
  if (value < 10) return chineseDigits[value]!
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? chineseDigits[tens] : ''}十${ones > 0 ? chineseDigits[ones] : ''}`
}
