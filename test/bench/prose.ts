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
  // Three in ten sentences carry figures or dates, about twelve figures in 1,000 characters: what edited government reports
  // have (31 provincial reports: 12.0 per 1,000, a quarter of the sentences).
  const withFigures: readonly (() => string)[] = [
    () =>
      `${date()}，${pick(offices)}组织${number(60)}名干部到${pick(villages)}开展${pick(matters)}，发现的问题当场交办，责任人签字确认后存档备查。`,
    () =>
      `截至${date()}，${pick(villages)}完成${pick(matters)}${number(900)}${pick(units)}，占任务数的${decimal()}%，其余受地块调整影响推迟到下一批实施。`,
    () =>
      `由${pick(offices)}牵头、${pick(offices)}配合，${date()}前完成剩余任务，验收结果在村务公开栏张贴，接受群众监督。`,
    () =>
      `一季度共排查隐患${number(300)}处，其中${pick(villages)}${number(80)}处，多数为老旧线路和堆放杂物，已责令经营户限期清理。`,
    () =>
      `据县统计局${date()}通报，全镇${pick(matters)}满意率${decimal()}%，群众意见集中在办理时间和材料重复提交两个方面。`,
    () =>
      `群众王某某（${pick(villages)}${number(9)}组）反映，“补贴发放比去年慢，问了几次没有答复”，经查是户名与社保卡不一致。`,
  ]
  const inWords: readonly (() => string)[] = [
    () => `为进一步做好${pick(matters)}工作，${pick(offices)}高度重视，多措并举，${pick(stock)}。`,
    () => `会议强调，要充分认识${pick(matters)}的重要性，加强组织领导，狠抓工作落实，确保取得实效。`,
    () =>
      `${pick(offices)}在${pick(villages)}设立便民窗口，村民办理${pick(matters)}的手续不用再往县城跑，材料由网格员代为递交。`,
    () =>
      `${pick(villages)}的值守人员由文书兼任，${pick(matters)}和日常台账挤在一起，夜间接报后往往到天亮才转办。`,
    () =>
      `${pick(villages)}反映，${pick(matters)}的补助标准低于市场用工价格，合作社不愿承接，地块分散也增加了机耕难度。`,
    () =>
      `${pick(offices)}与${pick(offices)}共用一套巡查记录，问题照片、点位和处理结果当天录入平台，逾期的自动转给包片领导。`,
    () =>
      `针对群众反映的停水问题，${pick(offices)}更换了老化管道，在低洼处加装排气阀，并把检修时间改到夜间。`,
    () =>
      `部分路段排水沟被建筑垃圾堵塞，雨后积水漫到住户门口，${pick(villages)}已组织清运，物业承担后续保洁。`,
    () =>
      `${pick(matters)}涉及的权属争议由${pick(offices)}牵头调解，双方同意按原界址恢复，签字材料存村委会备查。`,
    () => `对拒不整改的经营户，${pick(offices)}依法送达责令改正通知书，并抄送${pick(offices)}纳入信用记录。`,
    () =>
      `${pick(villages)}把老党员、退休教师和返乡青年组织起来，轮流在院坝讲解政策，遇到听不懂的改用方言再讲一遍。`,
    () =>
      `主要原因是${pick(matters)}没有固定经费渠道，设备坏了靠村集体垫付，垫付能力弱的村只能停用等待拨款。`,
  ]
  const sentence = () => (next() < 0.3 ? pick(withFigures) : pick(inWords))()
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
      const text = Array.from({ length: count }, sentence).join('')
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
