// Who is to do what a limit stands for: 由镇水利站牵头, 责任单位：…, 请县财政局…, 各村要….

const unit = '[\\u4e00-\\u9fa5A-Za-z“”（）]'
const patterns: readonly RegExp[] = [
  new RegExp(`由(${unit}{2,14}?)(?:牵头|负责|具体|统一|会同|组织|督促|在|于)`),
  new RegExp(`责任(?:单位|部门|人|领导)(?:为|是)?[：:]?\\s*(${unit}{2,20}?)(?=[，。；；、）)]|$)`),
  new RegExp(
    `(?:恳请|请|建议|要求|责令|督促)(${unit}{2,14}?(?:局|办|镇|乡|县|市|村|社区|街道|公司|中心|站|所|单位|部门|政府|院|校|企业))(?:在|于|须|要|应|务必|将|尽快|\\d|（|，|按)`,
  ),
  new RegExp(
    `(${unit}{0,10}(?:局|办|镇|乡|村|社区|街道|公司|中心|站|所|单位|部门|政府|企业|书记|镇长|县长|主任))(?:牵头|负责|承诺|要|须|应|务必|拟|计划|预计)`,
  ),
]
const everywhere = patterns.map(pattern => new RegExp(pattern, 'g'))
const actors = /^(?:我|本|各|全|该|镇|县|区|市|乡|村|社区)/

const reach = 80

/** The owner nearest before the expression in its sentence, else the first one after it. */
export function ownerNear(text: string, start: number, end: number): string | undefined {
  const window = text.slice(Math.max(0, start - reach), start)
  const before = window.slice(
    Math.max(window.lastIndexOf('。'), window.lastIndexOf('；'), window.lastIndexOf('\n')) + 1,
  )
  const rest = text.slice(end, end + reach)
  const stop = rest.search(/[。；\n]/)
  return lastOwner(before) ?? firstOwner(stop < 0 ? rest : rest.slice(0, stop))
}

function firstOwner(text: string): string | undefined {
  let best: { at: number; name: string } | undefined
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found && (!best || found.index < best.at)) best = { at: found.index, name: found[1]! }
  }
  return best && clean(best.name)
}

function lastOwner(text: string): string | undefined {
  let best: { at: number; name: string } | undefined
  for (const pattern of everywhere)
    for (const found of text.matchAll(pattern))
      if (!best || found.index > best.at) best = { at: found.index, name: found[1]! }
  return best && clean(best.name)
}

/** Words that belong to the sentence and not to the name. */
function clean(name: string): string | undefined {
  const short = name.replace(/^(?:并|且|再|仍|均|都|已|将|其中|同时|目前|要求|会议|下一步)+/, '').trim()
  return short.length >= 2 && (short.length <= 14 || actors.test(short)) ? short : undefined
}
