// Command-line options through node:util, with errors in the caller's words.

import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './terminal'

type Options = NonNullable<ParseArgsConfig['options']>

export interface Parsed {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly paths: readonly string[]
}

export function readOptions(args: readonly string[], options: Options): Parsed {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
    return { values: values as Parsed['values'], paths: positionals }
  } catch (error) {
    throw new UsageError(`参数不对：${error instanceof Error ? error.message : String(error)}`)
  }
}

/** One of the allowed words, or the first of them when nothing is given. */
export function choice<T extends string>(parsed: Parsed, name: string, allowed: readonly [T, ...T[]]): T {
  const value = parsed.values[name]
  if (value === undefined) return allowed[0]
  if (typeof value === 'string' && (allowed as readonly string[]).includes(value)) return value as T
  throw new UsageError(`--${name} 只能是 ${allowed.join('、')} 之一，不能是“${String(value)}”`)
}

/** An ISO 8601 instant with a zone, such as 2026-04-28T10:00:00+08:00. */
export function instant(parsed: Parsed, name: string): number | undefined {
  const value = parsed.values[name]
  if (value === undefined) return undefined
  const time =
    typeof value === 'string' && /(?:Z|[+-]\d{2}:?\d{2})$/.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time)) throw new UsageError(`--${name} 应写成带时区的时间，例如 2026-04-28T10:00:00+08:00`)
  return time
}
