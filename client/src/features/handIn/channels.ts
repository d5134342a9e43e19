// Which channels there are for a draft: from the merged settings, made independent of the folder that happens to be open.
// No VS Code in here; whoever calls has asked for the settings.

import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Channel, Notice } from '../../submission'
import { library } from './library'
import type { RawChannel } from './origins'

export interface KnownChannel {
  readonly channel: Channel
  readonly source: RawChannel
}

export interface ChannelChoice {
  readonly channels: readonly KnownChannel[]
  readonly problems: readonly Notice[]
  /** Where they are set: `default`, `editor` or the URI of a ligao.config.yaml. */
  readonly setIn: string
  /** Name that the settings prefer; may be ''. */
  readonly preferred: string
}

export interface ChannelRequest {
  readonly values: Readonly<Record<string, unknown>>
  readonly origins: Readonly<Record<string, string>>
  /** The workspace folder of the draft, or the draft's own folder. */
  readonly root: string
  readonly plainHosts: readonly string[]
}

export function channelsOf({ values, origins, root, plainHosts }: ChannelRequest): ChannelChoice {
  const { defaultChannels, parseChannels } = library()
  const own = Array.isArray(values.channels) && values.channels.length > 0
  const setIn = own ? (origins.channels ?? 'default') : 'default'
  // Paths in a settings file count from that file, as everybody expects of a file.
  const base = setIn.startsWith('file:') ? path.dirname(fileURLToPath(setIn)) : root
  const list = (own ? values.channels : defaultChannels) as readonly unknown[]
  const absolute = list.map(each => withAbsolutePath(each, base))
  const { channels, problems } = parseChannels(absolute, { root: base, plainHosts })
  const known = channels.map(channel => ({
    channel,
    source: { raw: rawOf(absolute, channel.name), base, plainHosts },
  }))
  return { channels: known, problems, setIn, preferred: String(values.channel ?? '') }
}

/** The channel of a hand-in made earlier; undefined where it cannot be read any more. */
export function channelFrom({ raw, base, plainHosts }: RawChannel): Channel | undefined {
  return library().parseChannels([raw], { root: base, plainHosts }).channels[0]
}

/** One window sends what another took in: "报送箱" alone would mean another folder there. */
function withAbsolutePath(raw: unknown, base: string): unknown {
  if (typeof raw !== 'object' || raw === null) return raw
  const fields = raw as Record<string, unknown>
  const place = fields.path
  if (fields.type !== 'folder' || typeof place !== 'string' || place.trim() === '' || place.startsWith('~'))
    return raw
  return { ...fields, path: path.resolve(base, place.trim()) }
}

const rawOf = (list: readonly unknown[], name: string): Record<string, unknown> =>
  (list as Record<string, unknown>[]).find(
    each => typeof each === 'object' && each !== null && String(each.name ?? '').trim() === name,
  ) ?? {}

/** Whether this channel asks for a secret before it sends anything. */
export function needsSecret({ type, settings }: Channel): boolean {
  const { auth, user } = settings as { auth?: string; user?: string }
  return type === 'http' ? auth === 'bearer' || auth === 'basic' : type === 'smtp' && !!user
}

export const mayHaveSecret = ({ type, settings }: Channel): boolean =>
  type !== 'folder' && (settings as { auth?: string }).auth !== 'none'

/**
 * Hosts that may be spoken to without encryption: those that the user's own settings name in such an address.
 * `globalChannels` must come from the user's settings alone, never from a workspace.
 */
export function plainHostsOf(globalChannels: unknown): string[] {
  if (!Array.isArray(globalChannels)) return []
  return globalChannels.flatMap(each => {
    const { type, url, host, security } = (typeof each === 'object' && each ? each : {}) as Record<
      string,
      unknown
    >
    if (type === 'http' && typeof url === 'string' && URL.canParse(url) && /^http:/i.test(url))
      return [new URL(url).hostname]
    return type === 'smtp' && security === 'none' && typeof host === 'string' ? [host] : []
  })
}
