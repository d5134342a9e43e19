// Which matters the writer has not been told of yet: each at most once when it comes near and once when it is past.

import { type Due, standingOf } from './items'

/** Key of a matter → what was told of it last, and when it is due, so that old ones can be forgotten. */
export type Told = Readonly<Record<string, { readonly stage: 'near' | 'overdue'; readonly due: number }>>

export interface News {
  readonly near: readonly Due[]
  readonly overdue: readonly Due[]
  readonly told: Told
}

const day = 24 * 3_600_000
/** What lapsed longer ago is no news: a folder of old drafts must not open with a hundred reminders. */
const newsFor = 3 * day
const rememberedFor = 30 * day

export function newsOf(dues: readonly Due[], told: Told, now: number): News {
  const next: Record<string, Told[string]> = {}
  for (const [key, entry] of Object.entries(told)) if (entry.due >= now - rememberedFor) next[key] = entry
  const near: Due[] = []
  const overdue: Due[] = []
  for (const due of dues) {
    const standing = standingOf(due, now)
    if (standing === 'open' || now - due.due > newsFor) continue
    const before = next[due.key]?.stage
    if (before === standing || before === 'overdue') continue
    next[due.key] = { stage: standing, due: due.due }
    ;(standing === 'near' ? near : overdue).push(due)
  }
  return { near, overdue, told: next }
}
