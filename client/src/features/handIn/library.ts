// The hand-in library is a file of its own (dist/submission.js), loaded when a report is handed in or waits: whoever only
// writes does not pay for it when VS Code starts.

import path from 'node:path'
import type * as submission from '../../submission'
import type * as importing from '../../submission/incoming/importFile'

export type Library = typeof submission

let loaded: Library | undefined

export function library(): Library {
  loaded ??= require(path.join(__dirname, 'submission.js')) as Library
  return loaded
}

/** Tests give the sources, which need no build. */
export function provideLibrary(own: Library): void {
  loaded = own
}

/** The renderer of Word documents, in a worker: a picture that is zipped must not hold a key press. */
export const wordInWorker = () => library().docxInWorker(path.join(__dirname, 'docx-worker.js'))

/** The reader of Word documents, a file of its own: most drafts are written here and not brought in. */
export const importer = () => require(path.join(__dirname, 'draft-importer.js')) as typeof importing
