// The day of a solar term (节气) in China: the sun's apparent longitude by the low-accuracy series of J. Meeus, Astronomical
// Algorithms, chapter 25 (0.01°, a quarter of an hour). chinese-days has the days too, but reads them in the zone of the machine.

import { dayMs, dayOf } from './civil'

/** 节气 in the order of the year, from the one at 285° in January on; each is 15° further. */
const names =
  '小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至'.split(
    ' ',
  )

export const solarTerms: readonly string[] = names

const radians = Math.PI / 180
/** Noon of 1 January 2000, as milliseconds since 1970. */
const epoch2000 = dayOf(2000, 1, 1) * dayMs + dayMs / 2
const chinaMs = 8 * 3_600_000

/** Apparent longitude of the sun in degrees, at days since noon of 1 January 2000. */
function longitudeAt(days: number): number {
  const t = days / 36_525
  const mean = 280.46646 + 36_000.76983 * t
  const anomaly = (357.52911 + 35_999.05029 * t) * radians
  const centre =
    (1.914602 - 0.004817 * t) * Math.sin(anomaly) +
    0.019993 * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly)
  // What Venus, Jupiter and the moon add: up to eight minutes, which decides the day near midnight (Meeus 1982, chapter 18).
  const since1900 = t + 1
  const pulls =
    0.00134 * Math.cos((153.23 + 22_518.7541 * since1900) * radians) +
    0.00154 * Math.cos((216.57 + 45_037.5082 * since1900) * radians) +
    0.002 * Math.cos((312.69 + 32_964.3577 * since1900) * radians) +
    0.00179 * Math.sin((350.74 + 445_267.1142 * since1900) * radians)
  return mean + centre + pulls - 0.00569 - 0.00478 * Math.sin((125.04 - 1934.136 * t) * radians)
}

/** The day number on which a term begins, in Chinese time; undefined for a name that is none. */
export function solarTermDay(name: string, year: number): number | undefined {
  const place = names.indexOf(name)
  if (place < 0) return undefined
  const wanted = 285 + place * 15
  let days = dayOf(year, 1, 6) - dayOf(2000, 1, 1) + place * 15.22
  for (let turn = 0; turn < 5; turn++) {
    const off = ((((wanted - longitudeAt(days)) % 360) + 540) % 360) - 180
    days += off * (365.2422 / 360)
  }
  return Math.floor((epoch2000 + days * dayMs + chinaMs) / dayMs)
}
