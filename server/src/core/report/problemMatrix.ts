// 问题—原因—措施对照表: every problem of the draft with the causes and measures that answer it, blanks left visible, in the
// columns of a real 整改台账. Pure: built from the same facts as the rules.

import type { DocumentView } from '../engine/rule'
import { chainOf } from '../facts/analysis/chain'
import type { Item, Part } from '../facts/analysis/items'
import { firm, type Link, pairsOf } from '../facts/analysis/pairs'
import { statementsAt } from '../facts/analysis/reading'
import { reasoned } from '../facts/analysis/substance'
import { joinTraits, readTraits, type Traits } from '../facts/analysis/traits'
import { shorten } from '../text/shorten'

/** A text of the draft and where it stands, to jump to. */
export interface MatrixEntry {
  readonly text: string
  readonly at: Part
}

export interface MatrixMeasure extends MatrixEntry {
  /** 责任单位（人）, as written; '' where nobody is named. */
  readonly owner: string
  /** 责任人, where one is named beside the unit. */
  readonly person: string
  /** 完成时限, as written; '' where none is given. */
  readonly deadline: string
  /** 验收标准, as written; '' where none is given. */
  readonly standard: string
  readonly done: boolean
}

export interface MatrixRow {
  /** Undefined for measures and causes that answer no problem. */
  readonly problem: MatrixEntry | undefined
  readonly causes: readonly MatrixEntry[]
  readonly measures: readonly MatrixMeasure[]
}

export interface ProblemMatrix {
  readonly rows: readonly MatrixRow[]
  /** Cells that are empty: what the writer still owes. */
  readonly blanks: number
}

export function problemMatrix(view: DocumentView): ProblemMatrix {
  const chain = chainOf(view)
  const pairs = pairsOf(view, chain)
  const usedCauses = new Set<number>()
  const usedMeasures = new Set<number>()
  const measures = measuresOf(view)
  const rows: MatrixRow[] = chain.problems.map((problem, i) => ({
    problem: entryOf(problem),
    causes: orElse(
      chosen(pairs.causes, i).map(j => {
        usedCauses.add(j)
        return entryOf(chain.causes[j]!)
      }),
      () => causesWithin(view, problem),
    ),
    measures: orElse(
      chosen(pairs.measures, i).map(j => {
        usedMeasures.add(j)
        return measures[j]!
      }),
      () => measuresWithin(view, problem),
    ),
  }))
  const causes = chain.causes.flatMap((cause, j) => (usedCauses.has(j) ? [] : [entryOf(cause)]))
  for (const cause of causes) rows.push({ problem: undefined, causes: [cause], measures: [] })
  measures.forEach((measure, j) => {
    if (!usedMeasures.has(j)) rows.push({ problem: undefined, causes: [], measures: [measure] })
  })
  return { rows, blanks: rows.reduce((total, row) => total + blanksOf(row), 0) }
}

const orElse = <T>(found: readonly T[], other: () => readonly T[]): readonly T[] =>
  found.length > 0 ? found : other()

/** 水费收不上来，主要是水价没有到位: the cause stands beside the problem, from the words that give it to the next stop. */
function causesWithin(view: DocumentView, problem: Item): MatrixEntry[] {
  return problem.parts
    .flatMap(part => {
      const told = statementsAt(view, part.block).some(
        ({ role, start, end }) => role === 'cause' && start < part.end && end > part.start,
      )
      if (!told) return []
      const { text } = view.block(part.block)
      const hit = reasoned.exec(text.slice(part.start, part.end))
      if (!hit) return []
      const start = part.start + hit.index + (/^[，；：]/.test(hit[0]) ? 1 : 0)
      const stop = text.slice(start, part.end).search(/[。；]/)
      const end = stop < 0 ? part.end : start + stop
      return [{ text: short(text.slice(start, end)), at: { block: part.block, start, end } }]
    })
    .slice(0, 1)
}

/** What is planned or ordered against a problem in the same breath. */
function measuresWithin(view: DocumentView, problem: Item): MatrixMeasure[] {
  return problem.parts.flatMap(part =>
    statementsAt(view, part.block).flatMap(({ role, planned, answers, start, end }) => {
      if (role !== 'measure' || !(planned || answers) || start < part.start || end > part.end + 1) return []
      const text = view.block(part.block).text.slice(start, end)
      return [
        { text: short(text), at: { block: part.block, start, end }, ...accountIn(text, readTraits(text)) },
      ]
    }),
  )
}

const longestShown = 24
const short = (text: string) => shorten(text, longestShown)

/** The best match of a problem, and others that are nearly as good. */
function chosen(links: readonly Link[], problem: number): number[] {
  const own = links.filter(link => link.problem === problem)
  const best = Math.max(0, ...own.map(link => link.score))
  return own.filter(link => link.score >= Math.max(best * 0.7, Math.min(best, firm))).map(link => link.other)
}

function measuresOf(view: DocumentView): MatrixMeasure[] {
  return chainOf(view)
    .of('measure')
    .flatMap(passage =>
      passage.items.map(item => {
        const own = item.traits
        const all = passage.shared ? joinTraits([own, passage.shared]) : own
        return { ...entryOf(item), ...accountIn(item.text, all), done: own.time === 'done' }
      }),
    )
}

type Account = Pick<MatrixMeasure, 'owner' | 'person' | 'deadline' | 'standard' | 'done'>

/** Who is to do it, by when, how well. 我镇 and 下一步，我镇 name nobody. */
function accountIn(text: string, { owner, ownerText, time, timeText, standard }: Traits): Account {
  const isNamed = owner === 'named' || (owner === 'whole' && !/我|本|下一步/.test(ownerText))
  return {
    owner: isNamed ? ownerText : '',
    person: personIn(text, ownerText),
    deadline: time === 'vague' || time === 'none' ? '' : timeText,
    standard,
    done: time === 'done',
  }
}

/** 农业农村办（张某）, or 责任人：李某. */
function personIn(text: string, owner: string): string {
  const at = owner === '' ? -1 : text.indexOf(`${owner}（`)
  const behind = at < 0 ? null : /^（([^（）\d，。；]{2,8})）/.exec(text.slice(at + owner.length))
  const told =
    /责任人(?:为|是)?[：:]?\s*([\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*)(?=[，。；、）\s]|$)/.exec(
      text,
    )
  const person = behind?.[1] ?? told?.[1] ?? ''
  return person === owner ? '' : person
}

function entryOf(item: Item): MatrixEntry {
  return { text: item.title, at: item.at }
}

function blanksOf({ problem, causes, measures }: MatrixRow): number {
  const owed = measures.reduce((sum, { owner, deadline }) => sum + (owner ? 0 : 1) + (deadline ? 0 : 1), 0)
  return (problem ? 0 : 1) + (causes.length ? 0 : 1) + (measures.length ? 0 : 1) + owed
}

const columns = ['问题', '原因', '措施', '责任单位', '责任人', '完成时限', '验收标准'] as const

/** The matrix as a Markdown table; empty cells stay empty, for the writer to fill in. */
export function matrixMarkdown({ rows }: ProblemMatrix): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const lines = [line(columns), line(columns.map(() => '---'))]
  for (const { problem, causes, measures } of rows) {
    const why = causes.map(cause => cell(cause.text)).join('；')
    const each = measures.length ? measures : [undefined]
    each.forEach((measure, i) => {
      lines.push(
        line([
          i === 0 ? cell(problem?.text ?? '') : '',
          i === 0 ? why : '',
          cell(measure?.text ?? ''),
          cell(measure?.owner ?? ''),
          cell(measure?.person ?? ''),
          cell(measure?.deadline ?? ''),
          cell(measure?.standard ?? ''),
        ]),
      )
    })
  }
  return `${lines.join('\n')}\n`
}

/** A bar or a line end inside a cell would break the table. */
function cell(text: string): string {
  return text
    .replace(/\|/g, '\\|')
    .split('\n')
    .map(line => line.trim())
    .join(' ')
}
