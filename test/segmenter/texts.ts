// Texts to segment: sentences as they stand in reports (places invented), and what no one would write but files contain.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Word } from '../../server/src/core/text/segmentation'

export const SENTENCES = [
  '4月26日，青石镇党委召开安全生产工作会议，传达学习全县会议精神。',
  '截至4月27日18时，云岭县12个乡镇共转移安置群众1,286人，倒塌房屋3间，无人员伤亡。',
  '柳河街道网格员入户走访独居老人216户，排查燃气安全隐患43处，已整改销号39处，其余4处由县住建局牵头、5月10日前办结。',
  '一是思想认识不到位，二是经费保障不足，三是部门之间协调联动不够。',
  '该村撂荒地复耕320亩，预计户均增收1500元，同比增长12.5%。',
  '主要原因：老旧小区雨污分流改造滞后，管网淤堵严重，遇强降雨易形成内涝。',
  '下一步，由镇综合执法队负责，镇财政所、自然资源所配合，6月底前完成自建房集中排查整治。',
  '县医保局工作人员在便民服务中心为86岁的张大爷代办了医保缴费。',
  '目前，全镇高标准农田建设项目已完成投资2300万元，占年度计划的76.7%。',
  '秸秆禁烧期间，红石沟村党支部每天安排党员干部2人带班巡查，未发生一起火情。',
  '信访积案化解率由去年的68％提高到今年的91％，群众满意度明显提升。',
  '据初步统计，暴雨造成农作物受灾面积1.2万亩，直接经济损失约860万元，灾情正在进一步核查。',
]

const odd = fc.constantFrom(
  '\0',
  '\ud842',
  '\udfb7',
  '𠮷',
  '😀',
  '👨‍👩‍👧',
  '\r\n',
  '\u2028',
  '　',
  '〇',
  '々',
  '\ufeff',
  '\ufffc',
  '⟦',
  '𰻞',
)
const usual = fc.constantFrom(...SENTENCES.flatMap(sentence => sentence.match(/.{1,3}/g) ?? []))
const anything = fc.array(fc.nat(0xffff), { maxLength: 4 }).map(units => String.fromCharCode(...units))

/** Pieces of reports with everything between them that has ever shifted an offset. */
export const oddText = fc
  .array(fc.oneof(odd, usual, anything), { maxLength: 30 })
  .map(parts => parts.join(''))

/** The contract of the port: the words stand in the text where they say, without gaps, and none is empty. */
export function showsTheText(text: string, words: Word[]) {
  let at = 0
  for (const word of words) {
    assert.equal(word.start, at)
    assert.ok(word.end > word.start)
    assert.equal(text.slice(word.start, word.end), word.text)
    assert.ok(word.tag.length > 0)
    at = word.end
  }
  assert.equal(at, text.length)
}
