// How a hand-in is spoken of: in the list, on its page, in the status bar.

import { say, t } from '../../l10n'
import type { EntryState, EntryView } from '../../submission'
import { passesByItself } from '../../submission/passing'
import { library } from './library'

export const stateName = (state: EntryState): string =>
  ({
    queued: t('等待送达'),
    sending: t('正在报送'),
    delivered: t('已送达'),
    refused: t('被退回'),
    cancelled: t('已取消'),
  })[state]

/** On time or late when it arrived; '' where there was no limit, or where it has not arrived. */
export function arrivalName({ deadline, deliveredAt }: EntryView): string {
  const [due, at] = [Date.parse(deadline ?? ''), Date.parse(deliveredAt ?? '')]
  if (Number.isNaN(due) || Number.isNaN(at)) return ''
  return at <= due ? t('按时') : t('迟报')
}

export const timeOf = (iso: string | null, zone: string): string => {
  const at = Date.parse(iso ?? '')
  return Number.isNaN(at) ? '' : library().readableTime(at, zone)
}

/** When the next attempt is; '' when it is due. */
export function nextTry({ state, nextAttemptAt, timeZone }: EntryView, now: number): string {
  if (state !== 'queued' || nextAttemptAt <= now) return ''
  return library().readableTime(nextAttemptAt, timeZone).slice(11)
}

/** One line: state, time, on time or late, receipt, channel. */
export function lineOf(entry: EntryView, now: number, percent?: number): string {
  const { state, deliveredAt, acceptedAt, timeZone, receipt, channel } = entry
  const next = nextTry(entry, now)
  const name =
    state === 'sending' && percent !== undefined ? `${stateName(state)} ${percent}%` : stateName(state)
  const parts = [
    // A receipt says that it arrived.
    receipt && state === 'delivered' ? '' : name,
    arrivalName(entry),
    next && t('{0} 再试', next),
    receipt ? t('回执 {0}', receipt) : '',
    timeOf(deliveredAt ?? acceptedAt, timeZone).slice(5),
    channel,
  ]
  return parts.filter(part => part).join(' · ')
}

/** What is worth saying beyond the state: why it waits, why it came back. */
export function reasonOf({ state, notice, remarks }: EntryView): string[] {
  const own = notice && state !== 'delivered' ? [say(notice)] : []
  return [...own, ...remarks.map(say)]
}

export const needsSomebody = ({ state, notice }: EntryView): boolean =>
  state === 'refused' || (state === 'queued' && notice !== null && !passesByItself(notice))

export const typeName = (type: string): string =>
  ({ folder: t('文件夹'), http: t('网上接口'), smtp: t('邮箱') })[type] ?? type

/** Where the channels are set, for people. */
export function settingPlace(setIn: string): string {
  if (setIn === 'default') return t('没有设置渠道，用默认的文件夹')
  if (setIn === 'editor') return t('VS Code 设置')
  return decodeURIComponent(setIn.replace(/^file:\/\//, ''))
}
