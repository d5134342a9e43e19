// Word segmentation as the language server and the terminal use it: loaded on request, once, native where it can be and
// wasm otherwise. Loading never fails: without any backend the rules go on without words.
//
// The hidden Markov model is off on both sides: what it joins has no part of speech, is often no word in reports (三是,
// 便会), and the two implementations agree on 99 % of it only, against all of the rest.
//
// Measured (2 cores, Node 20, 75,269 words): native 0.1 s and +46 MB, wasm 0.27 s and +70 MB; cutting 85,000 characters of
// real reports by paragraphs 22 ms and 45 ms; both give the same 46,466 words with the same tags. Loading runs on the
// calling thread and holds it once, for 0.1 s (wasm: 0.23 s). A worker would spare that, at the price of an isolate's
// memory and of an asynchronous port in every rule; a caller that loads when nobody waits for an answer has the same.

import { noSegmenter, type Segmenter, segmenterOf } from '../core/text/segmentation'
import { findAssets } from './assets'
import { loadNative } from './native'
import { loadWasm } from './wasm'

export type Backend = 'native' | 'wasm'

export interface SegmenterOptions {
  /** Takes the one line that says that another backend took over, or that there is none. */
  log(message: string): void
  /** Folder with `dict/`, `native/` and `wasm/`; beside the bundle when left out. */
  assetsDir?: string
  /** `wasm` leaves the native addon alone; also through the environment, `LIGAO_SEGMENTER=wasm`. */
  prefer?: Backend
}

export interface LazySegmenter {
  /**
   * Starts loading at the first call and never rejects; later calls give the same segmenter. Holds the thread for some
   * 0.1 s: to be called behind the first diagnostics and in a pause of typing.
   */
  load(): Promise<Segmenter>
  /** The segmenter once it is loaded. */
  current(): Segmenter | undefined
  /** Which backend is in use; undefined before it is loaded and where neither loads. */
  backend(): Backend | undefined
}

export function createSegmenter({ log, assetsDir, prefer = preferred() }: SegmenterOptions): LazySegmenter {
  let loading: Promise<Segmenter> | undefined
  let segmenter: Segmenter | undefined
  let backend: Backend | undefined

  const loadFirst = async (): Promise<Segmenter> => {
    const failures: string[] = []
    for (const candidate of prefer === 'wasm' ? (['wasm'] as const) : (['native', 'wasm'] as const)) {
      try {
        const cutHan = await LOADERS[candidate](assetsDir ?? findAssets())
        segmenter = segmenterOf(cutHan)
        backend = candidate
        break
      } catch (error) {
        failures.push(`${candidate}: ${reason(error)}`)
      }
    }
    if (failures.length > 0) log(backend ? tookOver(failures) : noneLeft(failures))
    segmenter ??= noSegmenter
    return segmenter
  }

  return {
    load: () => {
      loading ??= loadFirst()
      return loading
    },
    current: () => segmenter,
    backend: () => backend,
  }
}

const LOADERS = { native: loadNative, wasm: loadWasm }

function preferred(): Backend {
  return process.env.LIGAO_SEGMENTER === 'wasm' ? 'wasm' : 'native'
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n', 1)[0] ?? ''
}

function tookOver(failures: string[]): string {
  return (
    '分词的本机组件（nodejieba）没能加载，已改用通用组件（jieba-wasm），检查结果不受影响，只是稍慢。' +
    ` / nodejieba could not be loaded; jieba-wasm took over, findings stay the same. (${failures.join('; ')})`
  )
}

function noneLeft(failures: string[]): string {
  return (
    '分词组件没能加载，靠分词的少数规则暂不检查，其他规则照常；重装扩展一般即可恢复。' +
    ` / No segmentation: the few rules that need words are skipped, all others go on; reinstalling usually helps. (${failures.join('; ')})`
  )
}
