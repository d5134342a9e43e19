// NUM02 by name: 项目总投资2.4亿元，累计完成1.2亿元，占总投资的60%. The whole is named again, not given again.

import type { Quantity } from '../quantities'
import { isExactPercent, isPlainAmount, sameDimension } from './amounts'
import { isChange } from './roles'
import { textBefore } from './sentence'
import { shareMismatch } from './share'
import type { FigureMismatch, FigureSentence } from './types'

const named =
  /^[^，。；：、（）()]{0,8}，[^，。；：、\d]{0,4}(?:占|完成|达到?|为)([\u4e00-\u9fff]{2,6}?)(?:数|总数|总额|总量)?的$/

export function checkNamedShares(sentence: FigureSentence): FigureMismatch[] {
  const { text, figures } = sentence
  const found: FigureMismatch[] = []
  figures.forEach((percent, i) => {
    if (i < 2 || !isExactPercent(percent)) return
    const part = figures[i - 1]!
    const name = named.exec(text.slice(part.end, percent.start))?.[1]
    if (!name || !isPlainAmount(part) || isChange(sentence, part)) return
    const wholes = figures
      .slice(0, i - 1)
      .filter(q => sameDimension(q, part) && isPlainAmount(q) && isNamed(sentence, q, name))
    if (wholes.length !== 1) return
    const mismatch = shareMismatch(sentence, percent, part, wholes[0]!)
    if (mismatch) found.push(mismatch)
  })
  return found
}

function isNamed(sentence: FigureSentence, q: Quantity, name: string): boolean {
  return textBefore(sentence, q.start, name.length + 2)
    .replace(/(?:约|为|达到?|是|共)$/, '')
    .endsWith(name)
}
