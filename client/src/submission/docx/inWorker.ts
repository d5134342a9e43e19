// A renderer that works in a worker thread, for the editor: `accept(…, { docx: docxInWorker(file) })`.
import { Worker } from 'node:worker_threads'
import { type Notice, noticeError } from '../messages'
import { readFrontMatter } from '../text/frontMatter'
import { imageReferences } from '../text/references'
import type { DocxInput, DocxRenderer, DocxResult } from './types'

export interface WorkerTask {
  kind: 'ligao/docx'
  text: string
  timeZone?: string
  images: [string, Uint8Array][]
}

export interface WorkerAnswer {
  result?: DocxResult
  problem?: Notice
  message?: string
}

/** `file` is the built dist/docx-worker.js. */
export const docxInWorker =
  (file: string | URL): DocxRenderer =>
  async input => {
    const answer = await ask(file, await taskOf(input))
    if (answer.result) return answer.result
    throw answer.problem ? noticeError(answer.problem) : new Error(answer.message)
  }

export const isTask = (value: unknown): value is WorkerTask =>
  (value as Partial<WorkerTask> | null)?.kind === 'ligao/docx'

/** The memory that can change hands instead of being copied: what is not shared with other buffers. */
export const transferable = (pieces: readonly Uint8Array[]): ArrayBuffer[] => [
  ...new Set(
    pieces
      .filter(({ buffer, byteLength }) => buffer instanceof ArrayBuffer && buffer.byteLength === byteLength)
      .map(({ buffer }) => buffer as ArrayBuffer),
  ),
]

async function taskOf(input: DocxInput): Promise<WorkerTask> {
  const references = await imageReferences(input.text, readFrontMatter(input.text)?.block.end ?? 0)
  const images: WorkerTask['images'] = []
  for (const target of new Set(references.map(each => each.target))) {
    const data = await input.image(target)
    if (data) images.push([target, data])
  }
  return { kind: 'ligao/docx', text: input.text, timeZone: input.timeZone, images }
}

function ask(file: string | URL, task: WorkerTask): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const transferList = transferable(task.images.map(([, data]) => data))
    const worker = new Worker(file, { workerData: task, transferList })
    worker.once('message', (answer: WorkerAnswer) => {
      resolve(answer)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`worker ended with ${code}`)))
  })
}
