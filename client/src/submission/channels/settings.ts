// Reads the list of channels from ligao.config.yaml. The file may come from anyone: every value is checked, secrets
// in it are refused, and a bad channel is left out with a word while the good ones work.
import { type Notice, notice } from '../messages'
import { channelTypes, typeOf } from './index'
import type { Channel, ParseContext } from './types'

export interface ChannelSettings {
  channels: Channel[]
  problems: Notice[]
}

/** Works at once, with nothing set up. */
export const defaultChannels: readonly Record<string, unknown>[] = [
  { name: '报送箱', type: 'folder', path: '报送箱' },
]

const secretKeys =
  /^(?:secret|password|passwd|pass|pwd|token|apikey|api_key|api-key|authorization|口令|密码|令牌)$/i

export function parseChannels(raw: unknown, context: ParseContext): ChannelSettings {
  if (raw === undefined || raw === null) return parseChannels(defaultChannels, context)
  if (!Array.isArray(raw)) {
    const standard = parseChannels(defaultChannels, context)
    return { channels: standard.channels, problems: [notice('channels-not-a-list')] }
  }
  const channels: Channel[] = []
  const problems: Notice[] = []
  for (const [index, each] of raw.slice(0, 50).entries()) {
    const one = parseOne(each, index, context)
    if (one.channel && channels.some(known => known.name === one.channel?.name))
      problems.push(notice('channel-duplicate', { name: one.channel.name }))
    else if (one.channel) channels.push(one.channel)
    problems.push(...one.problems)
  }
  return { channels, problems }
}

function parseOne(
  raw: unknown,
  index: number,
  context: ParseContext,
): { channel?: Channel; problems: Notice[] } {
  const fields = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {}
  const name = typeof fields.name === 'string' ? fields.name.trim() : ''
  if (name === '') return { problems: [notice('channel-no-name', { index: index + 1 })] }
  if (!/^[\p{L}\p{N}_-]{1,40}$/u.test(name)) return { problems: [notice('channel-bad-name', { name })] }
  const type = typeOf(fields.type)
  if (!type) {
    const known = channelTypes.map(each => each.type).join('、')
    return { problems: [notice('channel-unknown-type', { name, type: String(fields.type), known })] }
  }
  const keys = Object.keys(fields)
  const secret = keys.find(key => secretKeys.test(key))
  if (secret) return { problems: [notice('channel-secret-in-settings', { name, key: secret })] }
  const unknown = keys.filter(key => !['name', 'type', ...type.keys].includes(key))
  const problems = unknown.map(key => notice('channel-unknown-key', { name, key }))
  const parsed = type.parse(name, fields, context)
  if ('problems' in parsed) return { problems: [...problems, ...parsed.problems] }
  return { channel: { name, type: type.type, target: parsed.target, settings: parsed.settings }, problems }
}

/** A required or optional text value, with the word that says what is wrong. */
export function textValue(
  name: string,
  raw: Readonly<Record<string, unknown>>,
  key: string,
): { value?: string; problem?: Notice } {
  const value = raw[key]
  if (value === undefined || value === null || value === '') return {}
  if (typeof value !== 'string') return { problem: badValue(name, key, '应为文字 / must be text') }
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value))
    return { problem: badValue(name, key, '含换行等控制字符 / control characters') }
  if (value.length > 2000) return { problem: badValue(name, key, '太长 / too long') }
  return { value: value.trim() }
}

export const badValue = (name: string, key: string, detail: string): Notice =>
  notice('channel-bad-value', { name, key, detail })

export const missingValue = (name: string, key: string): Notice =>
  notice('channel-missing-value', { name, key })
