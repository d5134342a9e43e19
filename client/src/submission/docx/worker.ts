// Runs the renderer beside the editor's thread: zipping pictures takes longer than a keystroke may wait. Built as its
// own file (dist/docx-worker.js) and started by docxInWorker.
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { noticeOf } from '../messages'
import { isTask, transferable, type WorkerAnswer, type WorkerTask } from './inWorker'
import { renderDocx } from './render'

async function run(task: WorkerTask): Promise<WorkerAnswer> {
  const images = new Map(task.images)
  try {
    const result = await renderDocx({
      text: task.text,
      timeZone: task.timeZone,
      image: async reference => images.get(reference),
    })
    return { result }
  } catch (error) {
    return { problem: noticeOf(error), message: error instanceof Error ? error.message : 'error' }
  }
}

/** For a caller without a worker: the same file, so that the editor does not load it twice. */
export { renderDocx }

if (!isMainThread && isTask(workerData))
  void run(workerData).then(answer =>
    parentPort?.postMessage(answer, answer.result ? [...transferable([answer.result.bytes])] : []),
  )
