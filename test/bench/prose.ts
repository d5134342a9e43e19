// Report prose in any length, the same on every run: sections, items, figures, stock phrases, dates, places that do not
// exist. No two paragraphs are equal, so no cache by content can flatter a measurement.

/** A small linear congruential generator: numbers in [0, 1), the same sequence for the same seed. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const villages = [
  '石板沟村',
  '柳河村',
  '上坪村',
  '下坪村',
  '槐树湾村',
  '青杨村',
  '大岭村',
  '双河口社区',
  '东街社区',
  '望江村',
]
const offices = [
  '镇应急办',
  '镇农业农村办公室',
  '镇综合执法队',
  '县住建局',
  '县水利局',
  '派出所',
  '镇卫生院',
  '供电所',
  '财政所',
  '镇民政办',
]
const matters = [
  '河道清淤',
  '危旧房改造',
  '秸秆禁烧',
  '防汛备汛',
  '矛盾纠纷化解',
  '农村改厕',
  '医保征缴',
  '安全生产检查',
  '信访积案化解',
  '人居环境整治',
]
const units = ['户', '处', '件', '人', '亩', '万元', '公里', '吨', '场', '家']
const stock = [
  '切实提高了群众的安全意识',
  '取得了明显成效',
  '为全镇高质量发展提供了坚强保障',
  '营造了浓厚氛围',
  '形成了齐抓共管的工作格局',
  '进一步压实了各级责任',
  '受到群众一致好评',
]

/** About `length` UTF-16 units of Markdown, front matter included; never less. */
export function reportProse(length: number, seed = 20261123): string {
  const next = random(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!
  const number = (most: number) => 1 + Math.floor(next() * most)
  const decimal = () => `${number(40)}.${number(9)}`
  const date = () => `${number(12)}月${number(28)}日`
  const sentences: readonly (() => string)[] = [
    () =>
      `${date()}，${pick(offices)}组织${number(60)}名干部到${pick(villages)}开展${pick(matters)}，发现问题${number(90)}${pick(units)}，已整改${number(60)}${pick(units)}。`,
    () =>
      `截至${date()}，${pick(villages)}完成${pick(matters)}${number(900)}${pick(units)}，占任务数的${decimal()}%，比上年同期增加${number(200)}${pick(units)}。`,
    () => `为进一步做好${pick(matters)}工作，${pick(offices)}高度重视，多措并举，${pick(stock)}。`,
    () => `会议强调，要充分认识${pick(matters)}的重要性，加强组织领导，狠抓工作落实，确保取得实效。`,
    () =>
      `${pick(villages)}和${pick(villages)}反映，${pick(matters)}中存在人手不足、经费紧张的问题，${number(12)}个组中有${number(6)}个组未按期完成。`,
    () =>
      `原因是${pick(villages)}的值守人员由文书兼任，${date()}前后同时承担${pick(matters)}，夜间接报后次日${number(9)}时才转办。`,
    () =>
      `由${pick(offices)}牵头、${pick(offices)}配合，${date()}前完成剩余${number(50)}${pick(units)}，${pick(stock)}。`,
    () =>
      `一季度共排查隐患${number(300)}处，其中${pick(villages)}${number(80)}处、${pick(villages)}${number(80)}处，整改率${decimal()}%。`,
    () =>
      `群众王某某（${pick(villages)}${number(9)}组）反映，“补贴发放比去年慢了${number(20)}天，问了${number(5)}次没有答复”。`,
    () =>
      `据县统计局${date()}通报，全镇${pick(matters)}满意率${decimal()}%，较年初提高${number(9)}.${number(9)}个百分点。`,
  ]
  const ordinals = '一二三四五六七八九十'
  const parts = [
    '---\n标题: 青石镇工作情况\n类型: 总结\n单位: 云岭县青石镇人民政府\n拟稿人: 周敏\n审核人: 何建国\n签发人: 罗志平\n成稿日期: 2026-10-12\n---\n\n# 青石镇工作情况\n',
  ]
  let total = parts[0]!.length
  const add = (text: string) => {
    parts.push(text)
    total += text.length + 1
  }
  for (let section = 0; total < length; section++) {
    add(`\n## ${ordinals[section % 10]}、${pick(matters)}\n`)
    for (let item = 0; item < 6 && total < length; item++) {
      const count = 2 + number(3)
      const text = Array.from({ length: count }, () => pick(sentences)()).join('')
      add(
        item % 3 === 0
          ? `（${ordinals[item]}）抓好${pick(matters)}。${text}\n`
          : item % 3 === 1
            ? `${text}\n`
            : `- **${pick(matters)}**：${text}\n`,
      )
    }
    if (section % 5 === 4) add(table(8, next))
  }
  return parts.join('\n')
}

/** One paragraph of about `length` units without a line break. */
export function longParagraph(length: number): string {
  const body = reportProse(length * 1.3, 7)
    .replace(/^---[\s\S]*?---/, '')
    .replace(/\n(?:#|\||- \*\*)[^\n]*/g, '')
    .replace(/\s+/g, '')
  return `---\n类型: 总结\n---\n\n${body.slice(0, length)}\n`
}

/** A draft that is one table. */
export function longTable(rows: number): string {
  return `---\n类型: 总结\n---\n\n各村进度如下：\n\n${table(rows, random(11))}`
}

function table(rows: number, next: () => number): string {
  const lines = ['| 村名 | 排查户数 | 已改造户数 | 备注 |', '|---|---:|---:|---|']
  for (let i = 0; i < rows; i++) {
    const found = 20 + Math.floor(next() * 200)
    lines.push(
      `| ${villages[i % villages.length]}${Math.floor(i / villages.length) + 1}组 | ${found} | ${Math.floor(found * next())} | ${next() < 0.3 ? '含土坯房' : ''} |`,
    )
  }
  return `${lines.join('\n')}\n`
}
