// Whether a sentence further on says that what was owed is done: the same count of it, or all of the same matter. A
// smaller count (八项 were due, 已完成七项) does not.

const verbs = '(?:完成|办结|整改|销号|建成|清零|改造|竣工|交付|兑付|到位|修复)'
const numeral = /[\d.一二三四五六七八九十百千]/
const owedCount = new RegExp(
  `^[^，。；、]{0,6}${verbs}[^，。；、\\d]{0,10}?(\\d[\\d.]*|[一二三四五六七八九十百]+)([项件处户个条人台座亩家所间])`,
)
const doneBefore = new RegExp(`(?:已|全部|均)[^。；]{0,20}${verbs}[^，。；]{0,8}$`)
const doneAfter = new RegExp(`^[^，。；]{0,8}?(?:全部|均|都|已)[^，。；将确前]{0,6}${verbs}`)
const allDone = new RegExp(
  `(?:截至|目前|至今|现|日)[^。；前将确拟]{0,30}?(?:全部|均|都)(?:按期|如期|提前)?(?:整改|改造|建设)?${verbs}(?=[，。；、]|$)`,
)
const saidOfIt = /该|上述|以上|此项|各项|任务|问题|这/
const reach = 200

/** 完成八项: how many, in its words. */
export function countOwed(owed: string): string | undefined {
  const count = owedCount.exec(owed)
  return count ? count[1]! + count[2]! : undefined
}

/** 已完成整改五项. */
export const countTold = new RegExp(
  `已[^，。；]{0,8}${verbs}[^，。；]{0,6}?(?:\\d|[一二三四五六七八九十百]+[项件处户个条人台座亩家所间])`,
)

/** `owed`: what is to be done, right behind the limit; `following`: the text behind its clause. */
export function completedLater(owed: string, following: string): boolean {
  const after = following.slice(0, reach)
  return sameCount(owed, after) || allOfIt(owed, after)
}

function sameCount(owed: string, after: string): boolean {
  const words = countOwed(owed)
  if (words === undefined) return false
  for (let at = after.indexOf(words); at >= 0; at = after.indexOf(words, at + 1)) {
    if (numeral.test(after[at - 1] ?? '')) continue
    if (doneBefore.test(after.slice(Math.max(0, at - 40), at))) return true
    if (doneAfter.test(after.slice(at + words.length, at + words.length + 20))) return true
  }
  return false
}

function allOfIt(owed: string, after: string): boolean {
  const told = allDone.exec(after)
  if (!told) return false
  const sentence = told[0]
  if (saidOfIt.test(sentence)) return true
  const matter = owed
    .split(/[，。；、]/)[0]!
    .replace(new RegExp(verbs, 'g'), '')
    .slice(0, 16)
  for (let i = 0; i + 2 <= matter.length; i++) if (sentence.includes(matter.slice(i, i + 2))) return true
  return false
}
