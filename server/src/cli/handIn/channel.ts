// The channel that a hand-in from the terminal takes: from ligao.config.yaml, secrets and exceptions from the environment.

import path from 'node:path'
import type * as submission from '../../../../client/src/submission'
import type { MergedSettings } from '../../core'
import { defaultOrigin } from '../../core/config/layers'
import { type Terminal, UsageError } from '../terminal'

type Library = typeof submission

export interface ChannelRequest {
  readonly merged: MergedSettings
  readonly root: string
  readonly wanted: string | undefined
  /** The spool serves several folders, so a path must not mean another place in each. */
  readonly isSpoolShared: boolean
  readonly env: Terminal['env']
}

export function channelsOf(library: Library, request: ChannelRequest) {
  const { merged, root, isSpoolShared, env } = request
  const { settings, origins } = merged
  const origin = settings.channels.length > 0 ? (origins.channels ?? defaultOrigin) : defaultOrigin
  const base = origin === defaultOrigin ? root : path.dirname(origin)
  const list: readonly Readonly<Record<string, unknown>>[] =
    settings.channels.length > 0 ? settings.channels : library.defaultChannels
  // The environment is the caller's own; a settings file in the folder may be anybody's.
  const plainHosts = (env.LIGAO_PLAIN_HOSTS ?? '').split(',').filter(host => host.trim() !== '')
  const raw = isSpoolShared ? list.map(each => withAbsolutePath(each, base)) : list
  return library.parseChannels(raw, { root: base, plainHosts })
}

export function chooseChannel(
  library: Library,
  request: ChannelRequest,
): { channel: submission.Channel; problems: readonly submission.Notice[] } {
  const { channels, problems } = channelsOf(library, request)
  const wanted = request.wanted ?? request.merged.settings.channel
  const channel = wanted === '' ? channels[0] : channels.find(({ name }) => name === wanted)
  if (channel) return { channel, problems }
  const known = channels.map(({ name }) => name).join('、')
  const why = wanted ? [library.notice('channel-not-found', { name: wanted, known })] : []
  throw new UsageError([...why, ...problems].map(({ zh }) => zh).join('\n') || '没有可用的报送渠道')
}

function withAbsolutePath(raw: Readonly<Record<string, unknown>>, base: string) {
  const place = raw.path
  return raw.type === 'folder' && typeof place === 'string' && place !== '' && !place.startsWith('~')
    ? { ...raw, path: path.resolve(base, place) }
    : raw
}
