// Which limit a report stands under: its own 报送时限, the workspace's, the preset that was picked, or the shipped default.

import { parseInstant } from '../../text/dates/parseInstant'
import { parseSpan } from '../../text/dates/span'
import type { Bilingual, Instant } from '../../types'
import { type KindId, readKind, type Stage } from '../kinds'
import { limits } from './limits.generated'
import type {
  ClockStart,
  Limit,
  LimitChoice,
  LimitSettings,
  LimitStep,
  ReportTimes,
  TimeProblem,
} from './types'

export const limitById = (id: string): Limit | undefined => limits.find(limit => limit.id === id)
export { limits }

/** 依据 a statute that was read word for word; anything else is only 参照. */
export function citationOf(limit: Limit): Bilingual {
  const { name, article } = limit.source
  const place = article ? `${name}${article}` : name
  if (limit.verified && limit.source.kind === 'law') return [`依据${place}`, `By ${place}`]
  if (limit.source.kind === 'practice') return [`按${name}`, `By custom: ${name}`]
  return [`参照${place}，以本地现行规定为准`, `After ${place}; your local rule prevails`]
}

/** Undefined: this kind of report has no limit. */
export function chooseLimit(
  kind: KindId,
  stage: Stage | undefined,
  times: ReportTimes,
  settings: LimitSettings,
  now: Instant,
): LimitChoice | undefined {
  return (
    fromFrontMatter(stage, times, settings, now) ??
    fromWorkspace(kind, stage, settings) ??
    fromTable(kind, stage, times, settings)
  )
}

function fromFrontMatter(
  stage: Stage | undefined,
  times: ReportTimes,
  settings: LimitSettings,
  now: Instant,
): LimitChoice | undefined {
  const written = times.deadline?.trim()
  if (!written) return undefined
  const title: Bilingual = ['本稿写明的报送时限', 'The limit that this report states']
  const citation: Bilingual = ['依据本稿“报送时限”', 'By 报送时限 of this report']
  const rest = { origin: 'front-matter' as const, title, citation, before: [] }
  const instant = parseInstant(written.replace(/(?:之前|以前|前)$/, ''), settings.timeZone, now)
  const clocked = instant.ok ? undefined : readClocked(written)
  if (clocked) return { ...rest, start: clocked.start ?? usualStart(stage), span: clocked.span, problems: [] }
  if (instant.ok) {
    const problems: TimeProblem[] = instant.problem
      ? [{ code: 'weekday', text: instant.problem, key: '报送时限' }]
      : []
    return { ...rest, start: usualStart(stage), instant: instant.until, problems }
  }
  const problem: TimeProblem = {
    code:
      instant.code === 'impossible-date' || instant.code === 'impossible-time' ? 'impossible' : 'unreadable',
    text:
      instant.code === 'not-a-time'
        ? [
            `“${written.slice(0, 30)}”不是能读懂的时限，请写成 24小时、3个工作日 或 2026-11-22 18:00`,
            `"${written.slice(0, 30)}" is neither a span nor a time`,
          ]
        : instant.reason,
    key: '报送时限',
  }
  return { ...rest, start: usualStart(stage), problems: [problem] }
}

const usualStart = (stage: Stage | undefined): ClockStart =>
  stage === 'follow-up' ? 'previous' : stage === 'final' ? 'closed' : 'received'

const prefixes: readonly (readonly [RegExp, ClockStart])[] = [
  [/^(?:接报|接到报告|接警)(?:之?后|起)?/, 'received'],
  [/^(?:事发|发生)(?:之?后|起)?/, 'occurred'],
  [/^(?:获知|获悉|知悉)(?:之?后|起)?/, 'known'],
  [/^(?:发现)(?:之?后|起)?/, 'found'],
  [/^(?:认定|初步认定)(?:之?后|起)?/, 'identified'],
  [/^(?:上次报送|上次续报)(?:之?后|起)?/, 'previous'],
  [/^(?:处置结束|结束)(?:之?后|起)?/, 'closed'],
]

/** `40分钟`, `接报后40分钟`. */
function readClocked(text: string): { span: string; start: ClockStart | undefined } | undefined {
  const found = prefixes.find(([pattern]) => pattern.test(text))
  const span = found ? text.replace(found[0], '') : text
  return parseSpan(span).ok ? { span, start: found?.[1] } : undefined
}

/** `deadlineLimits: {突发初报: 40分钟}`; the key that names the stage wins over the one that does not. */
function fromWorkspace(
  kind: KindId,
  stage: Stage | undefined,
  settings: LimitSettings,
): LimitChoice | undefined {
  let best: { key: string; value: string; exact: boolean } | undefined
  for (const [key, value] of Object.entries(settings.deadlineLimits)) {
    const named = readKind(key)
    if (named?.kind.id !== kind) continue
    if (named.stage && named.stage !== (stage ?? 'first')) continue
    // A limit without a stage is the first report's: a follow-up has its own clock.
    if (!named.stage && stage !== undefined && stage !== 'first') continue
    if (!best || (named.stage && !best.exact)) best = { key, value, exact: named.stage !== undefined }
  }
  if (!best) return undefined
  const clocked = readClocked(best.value.trim())
  return {
    origin: 'workspace',
    title: [`本单位时限：${best.key} ${best.value}`, `Limit of this unit: ${best.key} ${best.value}`],
    citation: ['依据本单位设置的时限', 'By the settings of this unit'],
    start: clocked?.start ?? usualStart(stage),
    ...(clocked && { span: clocked.span }),
    before: [],
    problems: clocked
      ? []
      : [
          {
            code: 'unreadable',
            text: [
              `设置中的时限“${best.value}”读不懂，请写成 40分钟 或 接报后1小时`,
              `Cannot read the limit "${best.value}" of the settings`,
            ],
          },
        ],
  }
}

function fromTable(
  kind: KindId,
  stage: Stage | undefined,
  times: ReportTimes,
  settings: LimitSettings,
): LimitChoice | undefined {
  const problems: TimeProblem[] = []
  const at = stage ?? 'first'
  const grade = readGrade(times.level)
  if (times.level && !grade)
    problems.push({
      code: 'level-unknown',
      text: [
        `等级“${times.level.slice(0, 20)}”读不懂，请写 一般、较大、重大 或 特别重大`,
        `"${times.level.slice(0, 20)}" is no grade; write 一般, 较大, 重大 or 特别重大`,
      ],
      key: '等级',
    })
  const fits = (limit: Limit) =>
    limit.kinds.includes(kind) && limit.stages.includes(at) && coversGrade(limit, grade)
  const picked: Limit[] = []
  for (const id of settings.deadlinePreset.split(/[、,，;；\s]+/).filter(Boolean)) {
    const limit = limitById(id)
    if (limit?.choosable && !limit.superseded) picked.push(limit)
    else
      problems.push({
        code: 'limit-unknown',
        text: [
          limit
            ? `时限 ${limit.id} 只供查阅，不能用来计算，已改用默认时限`
            : `没有编号为 ${id} 的时限，已改用默认时限`,
          `Limit ${id} cannot be used; the default is taken`,
        ],
      })
  }
  const limit = picked.find(fits) ?? limits.find(each => each.byDefault && fits(each))
  if (!limit) return undefined
  const { written, before } = stepsFor(limit, grade, problems)
  return {
    origin: picked.includes(limit) ? 'preset' : 'default',
    limit,
    title: limit.title,
    citation: citationOf(limit),
    start: limit.start,
    ...(written?.span !== undefined && { span: written.span }),
    ...(written?.daily && { daily: written.daily }),
    before,
    problems,
  }
}

const grades: readonly (readonly [RegExp, string])[] = [
  [/^(?:特别重大|特大|Ⅰ|I|1|一)$/, '特别重大'],
  [/^(?:重大|Ⅱ|II|2|二)$/, '重大'],
  [/^(?:较大|Ⅲ|III|3|三)$/, '较大'],
  [/^(?:一般|Ⅳ|IV|4|四)$/, '一般'],
]

/** 较大, 较大级, Ⅲ级 and 较大事故 are one grade. */
export function readGrade(level: string | undefined): string | undefined {
  const word = level
    ?.normalize('NFC')
    .replace(/[（(][\s\S]*$/, '')
    .replace(/(?:级|事件|事故|灾害|火灾){1,4}$/, '')
    .trim()
  return word === undefined ? undefined : grades.find(([pattern]) => pattern.test(word.toUpperCase()))?.[1]
}

/** A rule for larger events says nothing about an ordinary one. */
function coversGrade(limit: Limit, grade: string | undefined): boolean {
  return (
    grade === undefined || limit.steps.some(({ levels }) => levels.length === 0 || levels.includes(grade))
  )
}

/** The written step for the grade of the event. Without a grade the longest is taken, so that nothing is called late too early. */
function stepsFor(
  limit: Limit,
  grade: string | undefined,
  problems: TimeProblem[],
): { written: LimitStep | undefined; before: LimitStep[] } {
  const graded = limit.steps.some(step => step.levels.length > 0)
  const known = grade
    ? limit.steps.filter(step => step.levels.length === 0 || step.levels.includes(grade))
    : []
  const steps = known.length ? known : limit.steps
  if (
    graded &&
    !known.length &&
    new Set(limit.steps.filter(step => step.by === '书面').map(step => step.span)).size > 1
  )
    problems.push({
      code: 'level-missing',
      text: [
        '没有写事件等级，按最宽的时限计算；等级高的要更快',
        'The grade of the event is missing; the longest limit is taken',
      ],
      key: '等级',
    })
  const written = steps.filter(step => step.by === '书面')
  const longest = written[written.length - 1] ?? steps[steps.length - 1]
  return {
    written: longest,
    before: known.length || !graded ? steps.filter(step => step !== longest && step.by !== '书面') : [],
  }
}
