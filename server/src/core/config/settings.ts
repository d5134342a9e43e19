// Every setting of Ligao, declared once: type, default, range and both descriptions. The manifest's configuration block,
// the schema of ligao.config.yaml and the total parser below are all derived from this table.

import type { CompiledEntry } from '../lexicon/types'
import type { Bilingual, Severity } from '../types'

export type RuleLevel = 'off' | Severity

/** What a writer may say about one rule: a level, or a level with options. */
export interface RuleSetting {
  readonly level: RuleLevel | undefined
  readonly options: Readonly<Record<string, unknown>>
}

/** The unit's own phrases, read from ligao.lexicon.yaml by whoever reads files. */
export interface OwnLexicon {
  readonly entries: readonly CompiledEntry[]
}

export interface Settings {
  readonly enable: boolean
  readonly language: 'zh-CN' | 'en' | 'auto'
  readonly rules: Readonly<Record<string, RuleSetting>>
  /** Milliseconds of silence before findings appear on the line being typed. */
  readonly typingPause: number
  /** IANA name; the zone of every time that is written without one. */
  readonly timeZone: string
  /** The unit that reports, such as 青石镇. */
  readonly unit: string
  /** Names of places and units that belong to the reporting unit. */
  readonly places: readonly string[]
  /** Official wordings of this unit, never called stock phrases. */
  readonly terms: readonly string[]
  /** Id of the time-limit preset; '' chooses by kind. */
  readonly deadlinePreset: string
  /** Time limits of this unit by kind, such as `{ 突发初报: 40分钟 }`. */
  readonly deadlineLimits: Readonly<Record<string, string>>
  /** Hours before a limit at which a reminder starts. */
  readonly dueSoonHours: number
  /** Dates that differ from the official calendar: `2027-02-08: 休` or `班`. */
  readonly calendar: Readonly<Record<string, string>>
  readonly notifications: boolean
  readonly channels: readonly Readonly<Record<string, unknown>>[]
  /** Name of the channel that 报送 uses unless asked otherwise. */
  readonly channel: string
  /** No setting: the content of ligao.lexicon.yaml, handed in beside the settings. */
  readonly lexicon: OwnLexicon | undefined
}

export type SettingKey = Exclude<keyof Settings, 'lexicon'>

interface Declaration {
  /** JSON schema of the value, without description. */
  readonly schema: Readonly<Record<string, unknown>>
  readonly description: Bilingual
  /** `window` settings are not asked per folder. */
  readonly scope: 'resource' | 'window' | 'machine-overridable'
  /** Returns the accepted value, or undefined with a reason why not. */
  readonly read: (value: unknown, problem: (text: Bilingual, path?: string) => void) => unknown
}

const levels: readonly RuleLevel[] = ['off', 'hint', 'information', 'warning', 'error']

const bool = (value: unknown) => (typeof value === 'boolean' ? value : undefined)
const string = (value: unknown) => (typeof value === 'string' ? value.trim() : undefined)
const strings = (value: unknown) =>
  Array.isArray(value) && value.every(item => typeof item === 'string')
    ? value.map(item => item.trim())
    : undefined
const numberIn = (minimum: number, maximum: number) => (value: unknown) =>
  typeof value === 'number' && value >= minimum && value <= maximum ? value : undefined
const oneOf = (values: readonly string[]) => (value: unknown) =>
  typeof value === 'string' && values.includes(value) ? value : undefined
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const texts = (value: unknown) =>
  isRecord(value) && Object.values(value).every(item => typeof item === 'string') ? value : undefined

function timeZone(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone ? value : undefined
  } catch {
    return undefined
  }
}

function ruleSettings(value: unknown, problem: (text: Bilingual, path?: string) => void) {
  if (!isRecord(value)) return undefined
  const rules: Record<string, RuleSetting> = {}
  for (const [id, setting] of Object.entries(value)) {
    if (typeof setting === 'string' && levels.includes(setting as RuleLevel)) {
      rules[id] = { level: setting as RuleLevel, options: {} }
    } else if (isRecord(setting)) {
      const { level, ...options } = setting
      const known = level === undefined || levels.includes(level as RuleLevel)
      if (!known)
        problem([`规则“${id}”的级别应为 ${levels.join('、')} 之一`, `Unknown level for rule ${id}`], id)
      rules[id] = { level: known ? (level as RuleLevel | undefined) : undefined, options }
    } else problem([`规则“${id}”的级别应为 ${levels.join('、')} 之一`, `Unknown level for rule ${id}`], id)
  }
  return rules
}

export const settingDeclarations: Readonly<Record<SettingKey, Declaration>> = {
  enable: {
    schema: { type: 'boolean' },
    description: [
      '检查政务信息稿。关掉后不再有任何提示。',
      'Check government-information reports. When off, nothing is said about any of them.',
    ],
    scope: 'resource',
    read: bool,
  },
  language: {
    schema: { type: 'string', enum: ['zh-CN', 'en', 'auto'] },
    description: [
      '提示、体检单等用什么语言：zh-CN 中文，en 英文，auto 跟随 VS Code 的显示语言。',
      'Language of findings and pages: zh-CN Chinese, en English, auto as VS Code is displayed.',
    ],
    scope: 'window',
    read: oneOf(['zh-CN', 'en', 'auto']),
  },
  rules: {
    schema: {
      type: 'object',
      additionalProperties: {
        anyOf: [
          { type: 'string', enum: levels },
          { type: 'object', properties: { level: { enum: levels } } },
        ],
      },
    },
    description: [
      '各条规则的级别（off 关闭），也可写成 {level, 选项}。例如 {"vague-quantity": "off"}。',
      'Level of each rule (off switches it off), or {level, options}. Example: {"vague-quantity": "off"}.',
    ],
    scope: 'resource',
    read: ruleSettings,
  },
  typingPause: {
    schema: { type: 'number', minimum: 0, maximum: 10000 },
    description: [
      '停止输入多少毫秒后，才提示正在输入的那一行。',
      'Milliseconds without typing before findings appear on the line being typed.',
    ],
    scope: 'resource',
    read: numberIn(0, 10_000),
  },
  timeZone: {
    schema: { type: 'string' },
    description: [
      '稿件中没有写时区的时间按哪个时区理解，一般不用改。',
      'Time zone of times that a draft gives without one.',
    ],
    scope: 'resource',
    read: timeZone,
  },
  unit: {
    schema: { type: 'string' },
    description: [
      '本单位全称，新建稿件和补全时自动填上，例如“云岭县青石镇人民政府”。',
      'Full name of your unit; new reports and completion fill it in. Example: 云岭县青石镇人民政府.',
    ],
    scope: 'resource',
    read: string,
  },
  places: {
    schema: { type: 'array', items: { type: 'string' } },
    description: [
      '本单位及辖区的地名、单位名，例如 ["云岭县", "青石镇"]；稿中出现别处的地名就提示，防止抄来未改。',
      'Places and units of your own area, for example ["云岭县", "青石镇"]; names from elsewhere are pointed out.',
    ],
    scope: 'resource',
    read: strings,
  },
  terms: {
    schema: { type: 'array', items: { type: 'string' } },
    description: [
      '本单位的规范提法、活动和工程名称，例如 ["清渠行动"]，不算套话。',
      'Official wordings, names of campaigns and projects, for example ["清渠行动"]; never reported as stock phrases.',
    ],
    scope: 'resource',
    read: strings,
  },
  deadlinePreset: {
    schema: { type: 'string' },
    description: [
      '报送时限用哪一条规定，写编号（见 server/docs/rules/limits.md 的时限表），初报、续报、终报各选一条时用顿号隔开，例如 P03、F02；留空按类型自动选择。',
      'Ids of time limit presets, such as P03、F02 for first report and follow-up; empty chooses by kind.',
    ],
    scope: 'resource',
    read: string,
  },
  deadlineLimits: {
    schema: { type: 'object', additionalProperties: { type: 'string' } },
    description: [
      '本单位自己的报送时限，例如 {"突发初报": "40分钟"}。',
      'Time limits of your unit by kind, for example {"突发初报": "40分钟"}.',
    ],
    scope: 'resource',
    read: texts,
  },
  dueSoonHours: {
    schema: { type: 'number', minimum: 0, maximum: 720 },
    description: ['离报送时限还有几小时开始提醒。', 'Hours before a time limit at which reminders start.'],
    scope: 'resource',
    read: numberIn(0, 720),
  },
  calendar: {
    schema: { type: 'object', additionalProperties: { type: 'string', enum: ['休', '班'] } },
    description: [
      '与全国放假安排不同的日期，例如 {"2027-02-08": "休"}。',
      'Dates that differ from the official holiday calendar: 休 (off) or 班 (working).',
    ],
    scope: 'resource',
    read: texts,
  },
  notifications: {
    schema: { type: 'boolean' },
    description: [
      '临近或超过时限时弹出通知，每个时限至多一次。',
      'Notify when a limit is near or passed, at most once for each.',
    ],
    scope: 'window',
    read: bool,
  },
  channels: {
    schema: { type: 'array', items: { type: 'object' } },
    description: [
      '报送渠道：文件夹、HTTP 接口或邮箱，例如 [{"name": "信息科", "type": "folder", "path": "报送箱"}]。口令不写在这里，用命令“设置报送口令”。',
      'Channels for handing in: folder, HTTP intake or e-mail, for example [{"name": "office", "type": "folder", "path": "报送箱"}]. No secrets here: use the command Set Channel Secret.',
    ],
    scope: 'machine-overridable',
    read: value => (Array.isArray(value) && value.every(isRecord) ? value : undefined),
  },
  channel: {
    schema: { type: 'string' },
    description: [
      '平时用哪个报送渠道，写渠道的名称。',
      'Name of the channel that is used unless another is chosen.',
    ],
    scope: 'machine-overridable',
    read: string,
  },
}

export const defaultSettings: Settings = {
  enable: true,
  language: 'zh-CN',
  rules: {},
  typingPause: 800,
  timeZone: 'Asia/Shanghai',
  unit: '',
  places: [],
  terms: [],
  deadlinePreset: '',
  deadlineLimits: {},
  dueSoonHours: 6,
  calendar: {},
  notifications: true,
  channels: [],
  channel: '',
  lexicon: undefined,
}

export interface SettingProblem {
  /** The key at fault, such as `timeZone` or `rules.vague-quantity`. */
  readonly key: string
  readonly text: Bilingual
}

/**
 * Reads settings from anything. Total: a value of the wrong type falls back to what `base` has for that key and is
 * reported; unknown keys are reported; nothing throws.
 */
export function parseSettings(
  input: unknown,
  base: Settings = defaultSettings,
): { settings: Settings; problems: SettingProblem[]; given: SettingKey[] } {
  const problems: SettingProblem[] = []
  const given: SettingKey[] = []
  if (input === null || input === undefined) return { settings: base, problems, given }
  if (!isRecord(input))
    return {
      settings: base,
      problems: [{ key: '', text: ['配置应是“键: 值”的形式', 'The configuration must be a mapping'] }],
      given,
    }
  const settings: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(input)) {
    const declaration = Object.hasOwn(settingDeclarations, key)
      ? settingDeclarations[key as SettingKey]
      : undefined
    if (!declaration) {
      problems.push({ key, text: [`没有名为“${key}”的设置`, `Unknown setting ${key}`] })
      continue
    }
    if (value === null || value === undefined) continue
    const read = declaration.read(value, (text, path) =>
      problems.push({ key: path ? `${key}.${path}` : key, text }),
    )
    if (read === undefined) {
      problems.push({
        key,
        text: [
          `设置“${key}”的值不对，已用默认值：${declaration.description[0]}`,
          `Wrong value for ${key}, the default is used: ${declaration.description[1]}`,
        ],
      })
      continue
    }
    settings[key] = key === 'rules' ? { ...base.rules, ...(read as Settings['rules']) } : read
    given.push(key as SettingKey)
  }
  return { settings: settings as unknown as Settings, problems, given }
}
