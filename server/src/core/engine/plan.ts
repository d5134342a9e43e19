// Which rules apply to a draft: chosen once for each set of settings, kind and stage (and for a regulation or not), with severity and options resolved.

import type { Settings } from '../config/settings'
import type { KindId, Stage } from '../report/kinds'
import type { Severity } from '../types'
import type { BlockRule, DocumentRule, OptionValue, Rule, SentenceRule } from './rule'
import { type RuleNames, ruleNames } from './ruleNames'

/** The rules that apply to one kind under one set of settings, by scope, with severity and options resolved. */
export interface Plan {
  readonly settings: Settings
  readonly kind: KindId
  readonly stage: Stage | undefined
  readonly rivals: readonly KindId[]
  /** What a name in the draft means, of all rules and not only of those that apply. */
  readonly idOf: RuleNames
  readonly nameOf: (id: string) => string
  readonly sentence: readonly Active<SentenceRule>[]
  readonly paragraph: readonly Active<BlockRule>[]
  readonly heading: readonly Active<BlockRule>[]
  readonly table: readonly Active<BlockRule>[]
  readonly document: readonly Active<DocumentRule>[]
}

export interface Active<R extends Rule> {
  readonly rule: R
  /** What the settings say instead of the rule's own severity. */
  readonly override: Severity | undefined
  readonly options: Readonly<Record<string, OptionValue>>
}

/** Plans for a list of rules, each made when it is first asked for; those of settings that are gone go with them. */
export function createPlans(
  rules: readonly Rule[],
): (
  settings: Settings,
  kind: KindId,
  stage: Stage | undefined,
  regulation: boolean,
  rivals?: readonly KindId[],
  hasBody?: boolean,
) => Plan {
  const names = new Map(rules.map(({ id, title }) => [id, title[0]]))
  const naming = { idOf: ruleNames(rules), nameOf: (id: string) => names.get(id) ?? id }
  const plans = new WeakMap<Settings, Map<string, Plan>>()
  return (settings, kind, stage, regulation, rivals = [], hasBody = true) => {
    const byKind = plans.get(settings) ?? new Map<string, Plan>()
    plans.set(settings, byKind)
    const key = `${kind}/${stage ?? ''}/${regulation}/${rivals.join()}/${hasBody}`
    const known = byKind.get(key)
    if (known) return known
    const chosen = rules.filter(
      rule => !(regulation && rule.notInRegulations) && (hasBody || speaksBeforeBody(rule)),
    )
    const plan: Plan = { ...naming, ...createPlan(chosen, settings, kind, stage, rivals) }
    byKind.set(key, plan)
    return plan
  }
}

/** Of a frame that nothing has been written into, only what cannot wait is said. */
function speaksBeforeBody({ beforeBody, family }: Rule): boolean {
  return beforeBody === true || family === 'deadline' || family === 'form'
}

function createPlan(
  rules: readonly Rule[],
  settings: Settings,
  kind: KindId,
  stage: Stage | undefined,
  rivals: readonly KindId[],
): Omit<Plan, 'idOf' | 'nameOf'> {
  const active = rules.flatMap(rule => {
    const setting = settings.rules[rule.id]
    if (setting?.level === 'off' || (rule.kinds && !rule.kinds.includes(kind))) return []
    return [{ rule, override: setting?.level, options: optionsOf(rule, setting?.options ?? {}) }]
  }) as Active<Rule>[]
  const of = <R extends Rule>(scope: R['scope']) =>
    active.filter(each => each.rule.scope === scope) as unknown as Active<R>[]
  return {
    settings,
    kind,
    stage,
    rivals,
    sentence: of<SentenceRule>('sentence'),
    paragraph: of<BlockRule>('paragraph'),
    heading: of<BlockRule>('heading'),
    table: of<BlockRule>('table'),
    document: of<DocumentRule>('document'),
  }
}

/** A wrong option falls back to its default, key by key. */
function optionsOf(rule: Rule, given: Readonly<Record<string, unknown>>): Record<string, OptionValue> {
  const options: Record<string, OptionValue> = {}
  for (const [name, declared] of Object.entries(rule.options ?? {})) {
    const value = given[name]
    const fits =
      declared.type === 'strings'
        ? Array.isArray(value) && value.every(item => typeof item === 'string')
        : declared.type === 'number'
          ? typeof value === 'number' &&
            value >= (declared.minimum ?? -Infinity) &&
            value <= (declared.maximum ?? Infinity)
          : typeof value === declared.type
    options[name] = fits ? (value as OptionValue) : declared.default
  }
  return options
}
