// What a renderer of Word documents is given and gives back; the hand-in takes any function of this shape, so the
// editor may run it in a worker.
import type { Notice } from '../messages'

export interface DocxInput {
  /** The whole draft with its front matter. */
  text: string
  /** Bytes of an image by the address that the report uses; undefined where it is not to be had. */
  image(reference: string): Promise<Uint8Array | undefined>
  timeZone?: string
}

export interface DocxResult {
  bytes: Uint8Array
  /** Things that did not make it into the document. */
  remarks: Notice[]
}

export type DocxRenderer = (input: DocxInput) => Promise<DocxResult>
