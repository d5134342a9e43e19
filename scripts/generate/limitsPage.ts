// The table of time limits as a page: what a writer looks a number up in before writing it into the settings.

import { kindById } from '../../server/src/core'
import { citationOf, type Limit, type LimitStep, limits } from '../../server/src/core/report/deadlines'
import type { Stage } from '../../server/src/core/report/kinds'

const stageNames: Readonly<Record<Stage, string>> = { first: '初报', 'follow-up': '续报', final: '终报' }
const startNames: Readonly<Record<Limit['start'], string>> = {
  occurred: '事发',
  received: '接报',
  known: '获知',
  found: '发现',
  identified: '认定',
  previous: '上次报送',
  closed: '处置结束',
}

export function limitsPage(): string {
  const usable = limits.filter(limit => limit.choosable && !limit.superseded)
  const rest = limits.filter(limit => !usable.includes(limit))
  return [
    '# 报送时限表',
    '',
    '在 `ligao.config.yaml` 里写 `deadlinePreset: P03`，就按那一条算倒计时；初报、续报、终报各选一条时写 `P03、F02、Z01`。',
    '都不合用，就写本单位的：`deadlineLimits: { 突发初报: 40分钟, 突发续报: 12小时 }`。不写，按标“默认”的算。',
    '',
    '逐字核对过条文的才写“依据”，其余写“参照”或“按…惯例”，都以本地现行规定为准。按等级分时限的，看稿件文首的 `等级`；没写等级按最宽的算。',
    '',
    '| 编号 | 规定 | 适用 | 谁报给谁 | 起算 | 多长时间 | 出处 |',
    '|---|---|---|---|---|---|---|',
    ...usable.map(row),
    '',
    '## 只供查阅，不参与计算',
    '',
    '没有写明小时数，或者已被替代。',
    '',
    '| 编号 | 规定 | 谁报给谁 | 说明 | 出处 |',
    '|---|---|---|---|---|',
    ...rest.map(limit =>
      cells(limit.id, limit.title[0], limit.route, limit.note ?? '', citationOf(limit)[0]),
    ),
    '',
  ].join('\n')
}

function row(limit: Limit): string {
  const kinds = limit.kinds.map(kind => kindById[kind].name).join('、')
  const stages = limit.stages.map(stage => stageNames[stage]).join('、')
  return cells(
    limit.byDefault ? `${limit.id}（默认）` : limit.id,
    limit.title[0],
    [`${kinds}${stages}`, limit.subject].filter(Boolean).join('，'),
    limit.route,
    startNames[limit.start],
    limit.steps.map(stepText).join('；'),
    [citationOf(limit)[0], limit.note].filter(Boolean).join('。'),
  )
}

function stepText({ by, span, daily, levels }: LimitStep): string {
  const when = daily ? `每日${daily.join('、')}前` : (span ?? '立即')
  const grade = levels.length > 0 ? `${levels.join('、')}：` : ''
  return `${grade}${by === '书面' ? '' : by}${when}`
}

const cells = (...texts: readonly string[]) => `| ${texts.join(' | ')} |`
