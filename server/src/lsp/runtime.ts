// What the server needs from the world, passed in: tests give it their own clock and files.

import type { ClauseModel, ImageFile, Instant, Rule } from '../core'
import type { Segmenter } from '../core/text/segmentation'

export interface Timer {
  cancel(): void
}

export interface Clock {
  now(): Instant
  /** Calls once after that many milliseconds. */
  setTimer(run: () => void, milliseconds: number): Timer
}

export interface Files {
  /** The text at a URI, or undefined when there is none or it cannot be read. */
  read(uri: string): Promise<string | undefined>
  /** What is known of a picture's file; undefined when nothing can be said. */
  picture(uri: string): Promise<ImageFile | undefined>
  /** Files below a folder whose name ends in one of the endings, at most `limit`; hidden and dependency folders are left out. */
  list(folder: string, endings: readonly string[], limit: number): Promise<readonly string[]>
}

export interface Runtime {
  readonly clock: Clock
  readonly files: Files
  /** Resolves after the messages that wait already were handled, so that a cancellation is seen. */
  breathe(): Promise<void>
  /** Where log lines go; the connection's console when left out. */
  readonly log?: (line: string) => void
  /** Of the program, as the client shows it. */
  readonly version?: string
  /** URI of the folder with the rules' pages. */
  readonly ruleDocs?: string
  /** Loaded behind the first diagnostics. */
  readonly segmenter?: { load(): Promise<Segmenter>; current(): Segmenter | undefined }
  /** The clause model, loaded behind the first diagnostics. */
  readonly clauses?: { load(): Promise<ClauseModel | undefined>; current(): ClauseModel | undefined }
  /** The rules to run; all when left out. */
  readonly rules?: readonly Rule[]
}
