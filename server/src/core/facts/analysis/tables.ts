// 问题台账 as a table: rows with columns 问题, 原因, 措施, 责任单位, 完成时限 are items of the chain like any other.

import { blockMemo } from '../../document/block'
import type { DocumentView } from '../../engine/rule'
import type { Item, Part } from './items'
import type { RolePassage } from './passage'
import type { SectionRole } from './roles'
import { readTraits, type Traits, withSaid } from './traits'

const columns: readonly (readonly [role: SectionRole | 'owner' | 'time' | 'standard', pattern: RegExp])[] = [
  ['owner', /责任|牵头|负责|承办|主办|落实单位/],
  ['time', /时限|时间|期限|节点|进度要求/],
  ['standard', /标准|目标|验收|预期/],
  ['cause', /原因|成因/],
  ['measure', /措施|举措|对策|建议|整改内容|任务/],
  ['problem', /问题|不足|短板|隐患/],
]

/** Nobody's ledger is longer; the rest of a longer table is left alone. */
const mostRows = 60

const ledgers = blockMemo<{ readonly block: number; readonly passages: readonly RolePassage[] }>()

export function tableItems(view: DocumentView, block: number): readonly RolePassage[] {
  const content = view.block(block)
  const kept = ledgers.get(content)
  if (kept?.block === block) return kept.passages
  return ledgers.set(content, { block, passages: readLedger(view, block) }).passages
}

function readLedger(view: DocumentView, block: number): RolePassage[] {
  const { rows, source } = view.block(block)
  const head = rows[0]
  if (!head || head.length < 2 || !/问题|措施|举措|对策|任务/.test(source.slice(0, 200))) return []
  const roles = head.map(cell => columns.find(([, pattern]) => pattern.test(cell.text))?.[0])
  const cell = (row: (typeof rows)[number], role: string) => row[roles.indexOf(role as never)]
  const items: Record<string, Item[]> = { problem: [], cause: [], measure: [] }
  for (const [index, row] of rows.slice(1, mostRows).entries()) {
    const traits = traitsOf(cell(row, 'owner')?.text, cell(row, 'time')?.text, cell(row, 'standard')?.text)
    for (const role of ['problem', 'cause', 'measure'] as const) {
      const found = roles.includes(role) ? cell(row, role) : undefined
      if (!found || found.text.length < 2) continue
      const at = { block, ...found.span }
      const read = role === 'measure' ? traits : readTraits
      items[role]!.push(new CellItem(role, found.text, at, String(index + 1), read))
    }
  }
  return (['problem', 'cause', 'measure'] as const).flatMap(role =>
    items[role]!.length === 0
      ? []
      : [
          {
            role,
            ahead: role === 'measure' ? ('announced' as const) : ('no' as const),
            at: items[role]![0]!.at,
            from: block,
            to: block + 1,
            titled: false,
            title: '',
            items: items[role]!,
            shared: undefined,
          },
        ],
  )
}

// A class for its getter: the traits of most cells are never asked for.
class CellItem implements Item {
  readonly marker = ''
  readonly title: string
  readonly parts: readonly Part[]
  readonly #read: (text: string) => Traits
  #traits: Traits | undefined

  constructor(
    readonly role: SectionRole,
    readonly text: string,
    readonly at: Part,
    readonly row: string,
    read: (text: string) => Traits,
  ) {
    this.title = text.slice(0, 24)
    this.parts = [at]
    this.#read = read
  }

  get traits(): Traits {
    this.#traits ??= this.#read(this.text)
    return this.#traits
  }
}

/** A filled cell under 责任单位 names an owner, whatever it is called. */
function traitsOf(owner: string | undefined, time: string | undefined, standard: string | undefined) {
  return (text: string): Traits => {
    const own = readTraits(text)
    const named = owner && !/^(?:各|有关|相关|全体)/.test(owner)
    return withSaid(own, {
      ...(named ? { owner: 'named' as const, ownerText: owner } : {}),
      ...(time ? { time: 'date' as const, timeText: time } : {}),
      ...(standard ? { standard } : {}),
    })
  }
}
