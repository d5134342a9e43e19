// What a follow-up or a final report takes over from the report it continues.

import type { TemplateValues } from './template'

const kept = ['事发时间', '接报时间', '等级', '联系电话', '报送对象', '拟稿人', '审核人', '签发人']

export function inheritedFrom(earlier: TemplateValues): TemplateValues {
  const inherited: Record<string, string> = {}
  // What was not filled in there is asked again here.
  for (const key of kept) if (earlier[key] && !earlier[key].includes('【填')) inherited[key] = earlier[key]
  // A follow-up counts from when the last report went out, whichever that was.
  if (earlier.报送时间) inherited.上次报送时间 = earlier.报送时间
  if (earlier.标题) inherited.原标题 = `《${earlier.标题.replace(/^《|》$/g, '')}》`
  const date = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(earlier.成稿日期 ?? earlier.接报时间 ?? '')
  if (date) inherited.原日期 = `${Number(date[2])}月${Number(date[3])}日`
  return inherited
}
