// Figures as amounts that can be added and divided: units, rounding of what is shown, exactness.

import { type Quantity, quantum } from '../../quantities'

interface Dimension {
  readonly name: string
  readonly factor: number
}

const families: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  person: { 人: 1, 名: 1, 位: 1, 口人: 1 },
  mass: { 吨: 1000, 公斤: 1, 千克: 1, 斤: 0.5, kg: 1, t: 1000 },
  length: { 公里: 1000, 千米: 1000, 米: 1, km: 1000, m: 1, 里: 500, 华里: 500 },
  area: { 平方公里: 1e6, 平方千米: 1e6, 公顷: 1e4, 平方米: 1, 平方: 1, '㎡': 1, 'm²': 1 },
  volume: { 立方米: 1, 立方: 1, 方: 1, 'm³': 1, '㎥': 1 },
  power: { 千瓦时: 1, kWh: 1, 度: 1, 度电: 1 },
  money: { 元: 1, 元钱: 1, 块钱: 1 },
  device: { 台: 1, '台（套）': 1, 台套: 1 },
}
const dimensions = new Map<string, Dimension>()
for (const [name, members] of Object.entries(families))
  for (const [unit, factor] of Object.entries(members)) dimensions.set(unit, { name, factor })

/** Figures of the same dimension may be added and divided; 亩 and 公顷, 人 and 人次 may not. */
export function dimensionOf(q: Quantity): string {
  if (q.kind === 'percent') return `percent${q.unit === '成' ? '%' : q.unit}`
  if (q.kind === 'points') return 'points'
  return dimensions.get(q.unit)?.name ?? (q.unit === '' ? `?${q.kind}` : q.unit)
}

export function sameDimension(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit ? a.kind === b.kind : dimensionOf(a) === dimensionOf(b)
}

/** Value in the base unit of its dimension. */
export function amount(q: Quantity): number {
  return q.value * factorOf(q)
}

function factorOf(q: Quantity): number {
  return dimensions.get(q.unit)?.factor ?? 1
}

/** Counted or measured, exact, and not a rank, a share or a change of percent. */
export function isPlainAmount(q: Quantity): boolean {
  return (
    (q.kind === 'count' || q.kind === 'money' || q.kind === 'measure') &&
    q.approx === 'exact' &&
    !q.vague &&
    !q.structural &&
    q.unit !== ''
  )
}

export const isExactPercent = (q: Quantity): boolean =>
  q.kind === 'percent' && q.approx === 'exact' && q.unit !== '成' && q.unit !== '‰' && q.unit !== '‱'

/** Worth of the last digit shown, in the base unit; 0 for whole counts, which are not rounded. */
export function stepOf(q: Quantity): number {
  if (q.kind === 'count' && q.decimals === 0 && q.scale === 1) return 0
  return quantum(q) * factorOf(q)
}

const days: ReadonlySet<string> = new Set(['天', '日', '工作日', '个工作日', '个月'])

/** How far the true amount may lie from the one shown. */
export function slackOf(q: Quantity): number {
  const step = stepOf(q)
  // 5亿元 is nearly always the figure of a plan; taken as anything from 4.5 to 5.5 it would excuse every share.
  if (q.decimals === 0 && q.scale > 1 && q.value < 10 * q.scale) return 0.2 * step
  // 12天, 5个工作日: days are counted, though a mean of them may be rounded.
  if (q.decimals === 0 && days.has(q.unit)) return 0.25 * step
  // A little more than half a step: some writers cut off instead of rounding.
  return 0.6 * step
}

/** Lowest and highest value of `above` ÷ `below` that the digits shown allow. */
export function quotientRange(
  above: Quantity,
  below: Quantity,
  exactBelow = false,
): readonly [number, number] {
  let [a, b] = [slackOf(above), exactBelow ? 0 : slackOf(below)]
  // 由2.4亿元增加到2.76亿元: who shows two decimals once has only dropped a zero elsewhere.
  if (above.scale === below.scale && above.unit === below.unit && above.decimals !== below.decimals)
    a = b = Math.min(a, b)
  const least = Math.max(0, amount(above) - a) / (amount(below) + b)
  const most = (amount(above) + a) / Math.max(Number.MIN_VALUE, amount(below) - b)
  return [least, most]
}

/** Does the percentage shown fit the range reckoned? Rounding up, down and to the nearest are all accepted. */
export function percentFits(stated: Quantity, lowest: number, highest: number): boolean {
  const step = quantum(stated) * 1.0001
  return stated.value + step > lowest && stated.value - step < highest
}

/** A number for the reckoning: no exponent, no trailing noise, at most six decimals. */
export function plain(value: number, decimals = 6): string {
  const rounded = Number(value.toFixed(decimals))
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

const powers: readonly (readonly [number, string])[] = [
  [1e8, '亿'],
  [1e4, '万'],
]

/** The scale and unit in which `like` is written: 12.5 of 12.5万元. */
export function inUnitsOf(like: Quantity, value: number): string {
  return plain(value / factorOf(like) / like.scale)
}

/** 1.25亿元, 131户: the amount in the words of `like`. */
export function spell(like: Quantity, value: number): string {
  const power = powers.find(([scale]) => scale === like.scale)
  const number = value / factorOf(like) / (power ? like.scale : 1)
  const text = plain(number, Math.max(like.decimals, power ? 2 : 0, Number.isInteger(number) ? 0 : 2))
  return `${text}${power ? power[1] : ''}${like.unit}`
}

/** A percentage with as many decimals as the one it is set against, at least one. */
export function percentText(like: Quantity, value: number): string {
  return `${value.toFixed(Math.max(1, like.decimals))}%`
}

/** The power and unit behind a number of the reckoning: 万元, 盏. */
export function powerAndUnit(like: Quantity): string {
  const power = powers.find(([scale]) => scale === like.scale)
  return `${power ? power[1] : ''}${like.unit}`
}
