// Prints what a table of expressions means; run in several time zones of the machine, the answers must not differ.

import {
  createCalendar,
  findTimeExpressions,
  formatIso,
  parseInstant,
} from '../../../server/src/core/text/dates'

const zone = 'Asia/Shanghai'
const calendar = createCalendar()
const texts = [
  '请于10个工作日内反馈，每月5日前报送，春节前、中秋节前和清明节前完成。',
  '4月26日23时50分发生火情，当日须报送，次日8时前续报，24小时内书面报告。',
  '本周五前、月底前、二季度末、农历八月十五前、自1月31日起1个月内、4月30日24时前。',
]
for (const at of ['2026-04-28 00:10', '2026-04-28 23:50', '2026-12-31 23:59']) {
  const base = parseInstant(at, zone)
  if (!base.ok) throw new Error(at)
  for (const text of texts)
    for (const found of findTimeExpressions(text, { base: base.instant, zone, calendar }))
      console.log(at, found.text, found.nature, found.due === null ? '-' : formatIso(found.due, zone))
}
