// What a writer may call a rule in a comment or in the head: its id, its Chinese name, or as much of the name as is nobody else's.

import type { Rule } from './rule'

/** The id that a name stands for; what is no name comes back as it is. */
export type RuleNames = (name: string) => string

const shortestName = 2

/** A name in a comment ends at a blank, so it is written without. */
export const written = (title: string): string => title.replace(/\s/g, '')

export function ruleNames(rules: readonly Pick<Rule, 'id' | 'title'>[]): RuleNames {
  const ids = new Map(rules.flatMap(({ id, title }) => [[written(title[0]), id] as const, [id, id] as const]))
  return name => {
    const known = ids.get(name)
    if (known !== undefined || name.length < shortestName) return known ?? name
    const meant = rules.filter(({ title }) => written(title[0]).startsWith(name))
    return meant.length === 1 ? meant[0]!.id : name
  }
}
