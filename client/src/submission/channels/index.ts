// The list of channels. Adding one: its file, and one line here.
import { folder } from './folder'
import { http } from './http'
import { smtp } from './smtp'
import type { ChannelType } from './types'

// Each type's settings come only from its own `parse`, so what they look like is nobody else's concern.
const sealed = <Settings>(type: ChannelType<Settings>): ChannelType => type as unknown as ChannelType

export const channelTypes: readonly ChannelType[] = [sealed(folder), sealed(http), sealed(smtp)]

export const typeOf = (type: unknown): ChannelType | undefined =>
  channelTypes.find(each => each.type === type)
