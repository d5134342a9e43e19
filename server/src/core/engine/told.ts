// From what the rules found to what is told: in each block each thing once, of the whole draft the gravest. What is told of a
// block is worked out again only when a rule says something else of it.

import { type Block, blockMemo } from '../document/block'
import type { Draft } from '../document/document'
import { draftMemo } from '../document/memory'
import { type Tally, tallyAfter, tallyOf } from '../report/tally'
import { type Finding, type Severity, severities } from '../types'
import { originOf } from './anchor'
import { joined, sorted, withoutOverlaps, withoutTwins } from './filters'
import { DocumentFinding, type Stated } from './findings'
import { putUnder } from './grouped'
import type { Plan } from './plan'
import { readSuppressions, type Silence, type Suppression, silenceOf } from './suppression'

/** In the order of the draft: what stands before its blocks, of each block, behind them. */
export type Groups = readonly (readonly Stated[])[]

const none: readonly Stated[] = []

/** What the rules found: block rules by block, document rules each its own list, the same list as long as it holds. */
export interface FoundInDraft {
  readonly ofBlocks: readonly (readonly Stated[])[]
  readonly ofDraft: readonly (readonly DocumentFinding[])[]
}

export interface Told {
  readonly groups: Groups
  readonly tally: Tally
}

/** What was told before, and of what. */
type Before = FoundInDraft & Told

const remembered = draftMemo<Before>()

export function tell(draft: Draft, plan: Plan, found: FoundInDraft): Told {
  const { memory } = draft
  const suppressions = readSuppressions(draft, plan.idOf)
  if (suppressions.length > 0) return counted(tellUnder(suppressions, draft, plan, found))
  const before = remembered.before(memory)
  const stale =
    before && memory.former!.blocks.length === draft.blocks.length ? staleGroups(before, found) : undefined
  const told = stale ? retold(draft, found, before!, stale) : counted(toldAnew(draft, found))
  remembered.set(memory, { ...found, ...told })
  return told
}

const counted = (groups: Groups): Told => ({ groups, tally: tallyOf(groups) })

function toldAnew({ blocks }: Draft, { ofBlocks, ofDraft }: FoundInDraft): Groups {
  const anchored = byGroup(ofDraft)
  const groups: (readonly Stated[])[] = [filtered(anchored.get(0) ?? none)]
  for (let i = 0; i < blocks.length; i++)
    groups.push(tellBlock(blocks[i]!.block, ofBlocks[i]!, anchored.get(i + 1) ?? none))
  groups.push(filtered(anchored.get(blocks.length + 1) ?? none))
  return groups
}

/** The groups of which some rule says something else than before. */
function staleGroups(before: Before, { ofBlocks, ofDraft }: FoundInDraft): ReadonlySet<number> | undefined {
  if (before.ofDraft.length !== ofDraft.length) return undefined
  const stale = new Set<number>()
  for (let i = 0; i < ofBlocks.length; i++) if (ofBlocks[i] !== before.ofBlocks[i]) stale.add(i + 1)
  ofDraft.forEach((findings, i) => {
    const old = before.ofDraft[i]!
    if (findings === old) return
    for (const { anchor } of old) stale.add(anchor.block + 1)
    for (const { anchor } of findings) stale.add(anchor.block + 1)
  })
  return stale
}

function retold(
  { blocks }: Draft,
  { ofBlocks, ofDraft }: FoundInDraft,
  before: Told,
  stale: ReadonlySet<number>,
): Told {
  const anchored = byGroup(ofDraft, stale)
  const groups = [...before.groups]
  for (const group of stale) {
    const own = anchored.get(group) ?? none
    const placed = blocks[group - 1]
    groups[group] = placed ? tellBlock(placed.block, ofBlocks[group - 1]!, own) : filtered(own)
  }
  return { groups, tally: tallyAfter(before.tally, before.groups, groups, stale) }
}

function byGroup(
  ofDraft: readonly (readonly DocumentFinding[])[],
  wanted?: ReadonlySet<number>,
): ReadonlyMap<number, readonly DocumentFinding[]> {
  const groups = new Map<number, DocumentFinding[]>()
  for (const findings of ofDraft)
    for (const finding of findings) {
      const group = finding.anchor.block + 1
      if (!wanted || wanted.has(group)) putUnder(groups, group, finding)
    }
  return groups
}

interface KnownGroup {
  readonly ofBlock: readonly Stated[]
  readonly ofDraft: readonly Stated[]
  readonly told: readonly Stated[]
}

const knownGroups = blockMemo<KnownGroup>()

function tellBlock(block: Block, ofBlock: readonly Stated[], ofDraft: readonly Stated[]): readonly Stated[] {
  if (ofBlock.length + ofDraft.length === 0) return none
  const known = knownGroups.get(block)
  if (known?.ofBlock === ofBlock && sameList(known.ofDraft, ofDraft)) return known.told
  return knownGroups.set(block, { ofBlock, ofDraft, told: filtered([...ofBlock, ...ofDraft]) }).told
}

function sameList(a: readonly Stated[], b: readonly Stated[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i])
}

/** Each thing once, by place. `silence` takes out what a comment has switched off. */
function filtered(findings: readonly Stated[], silence?: (finding: Stated) => boolean): readonly Stated[] {
  if (findings.length === 0) return none
  if (findings.length === 1 && !silence) return findings
  const once = withoutOverlaps(sorted(findings))
  return joined(withoutTwins(silence ? once.filter(finding => !silence(finding)) : once))
}

/** The same where comments switch rules off, and what is to be said of comments that do so in vain. */
function tellUnder(
  suppressions: readonly Suppression[],
  draft: Draft,
  plan: Plan,
  { ofBlocks, ofDraft }: FoundInDraft,
): Groups {
  const silence = silenceOf(suppressions)
  const anchored = byGroup(ofDraft)
  const groups: (readonly Stated[])[] = []
  for (let group = 0; group < ofBlocks.length + 2; group++) {
    const from = originOf(draft, group - 1)
    const found = [...(ofBlocks[group - 1] ?? none), ...(anchored.get(group) ?? none)]
    groups.push(filtered(found, finding => silence.covers(finding, finding.start + from)))
  }
  for (const [group, findings] of byGroup([vain(draft, plan, silence)]))
    groups[group] = sorted([...groups[group]!, ...findings])
  return groups
}

function vain(draft: Draft, plan: Plan, silence: Silence): DocumentFinding[] {
  const active = plan.document.find(({ rule }) => rule.id === 'unused-suppression')
  if (!active) return []
  return silence.unused().map(
    ({ comment, rule }) =>
      new DocumentFinding(draft, active, {
        at: { source: comment },
        message: 'unused',
        values: { rule: rule ? plan.nameOf(rule) : '全部规则' },
      }),
  )
}

/**
 * At most `limit` findings in words, the gravest first; order by place is kept. Those of rules that tell all in one line
 * (`apart`) are counted by themselves: a hint that stops the hand-in must not fall out behind graver ones.
 */
export function gravest(
  draft: Draft,
  { groups, tally }: Told,
  limit: number,
  apart: ReadonlySet<string>,
): { readonly kept: Finding[]; readonly left: number } {
  const total = totals(tally, rule => !apart.has(rule))
  const room = roomFor(total, limit)
  let roomApart = Math.min(sumOf(totals(tally, rule => apart.has(rule))), limit)
  const listed = sumOf(room) + roomApart
  const kept: Finding[] = []
  for (let i = 0; kept.length < listed; i++) {
    const group = groups[i]!
    for (let j = 0; j < group.length; j++) {
      const finding = group[j]!
      if (apart.has(finding.rule) ? roomApart-- > 0 : room[finding.severity]-- > 0)
        kept.push(finding.told(draft, originOf(draft, i - 1)))
    }
  }
  return { kept, left: sumOf(total) - sumOf(roomFor(total, limit)) }
}

type BySeverity = Record<Severity, number>

const sumOf = ({ error, warning, information, hint }: BySeverity) => error + warning + information + hint

function totals(tally: Tally, counts: (rule: string) => boolean): BySeverity {
  const total: BySeverity = { error: 0, warning: 0, information: 0, hint: 0 }
  for (const [rule, said] of tally)
    if (counts(rule)) for (const severity of severities) total[severity] += said.counts[severity]
  return total
}

/** How many of each severity are listed. */
function roomFor(total: BySeverity, limit: number): BySeverity {
  const room = { ...total }
  let left = limit
  for (const severity of severities) {
    room[severity] = Math.min(left, room[severity])
    left -= room[severity]
  }
  return room
}
