// What the editor's commands and the terminal use. Nothing here knows of VS Code; nothing here shows anything:
// states and notices ({code, zh, en}) come back, and the caller says them.

export { channelTypes } from './channels/index'
export { secretKey, secretPlaceOf } from './channels/secretKey'
export { type ChannelSettings, defaultChannels, parseChannels } from './channels/settings'
export {
  type Channel,
  type DeliveryLimits,
  defaultDeliveryLimits,
  type ParseContext,
  type SecretPlace,
  type SecretSource,
} from './channels/types'
export { type ExportRequest, exportDocx, wordPathOf } from './docx/export'
export { docxInWorker } from './docx/inWorker'
export type { DocxInput, DocxRenderer, DocxResult } from './docx/types'
export { type Pasted, pasteHtml, pasteText } from './incoming/clipboard'
export { type Notice, type NoticeCode, notice, noticeCodes, noticeOf, readableSize } from './messages'
export { packageId } from './package/identity'
export { type Prepared, type PreparedFile, prepare } from './package/prepare'
export { nodeRuntime, type Runtime } from './runtime'
export { type Accepted, type AcceptOptions, accept } from './spool/accept'
export { cancelEntry, type RetryOptions, retryEntry } from './spool/change'
export { type Attempt, type DeliverOptions, deliverEntry } from './spool/deliver'
export { entryKey, type Spool, spoolFolderFor } from './spool/layout'
export { type Ledger, type LedgerLine, readLedger } from './spool/ledger'
export {
  completeLedger,
  type EntryList,
  listEntries,
  listSetAside,
  type OpenedSpool,
  openSpool,
  type SpoolOptions,
} from './spool/open'
export { defaultRetention, isPruned, pruneSpool, type Retention } from './spool/prune'
export { type Queue, type QueueEvent, type QueueOptions, startQueue } from './spool/queue'
export type { SetAside } from './spool/setAside'
export { type ClassifiedMark, classifiedMark } from './text/classified'
export { editFile } from './text/editFile'
export { type FormKey, type FrontMatter, formKeys, readFrontMatter } from './text/frontMatter'
export { applyEdits, type HandInFields, handInEdits, type TextEdit } from './text/handInFields'
export { lateReasonEdit } from './text/lateReason'
export * from './types'
export { isoInZone, readableTime } from './zone'
