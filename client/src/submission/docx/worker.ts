// Runs the renderer beside the editor's thread: zipping pictures takes longer than a keystroke may wait. Built as its
// own file (dist/docx-worker.js) and started by docxInWorker.
import { parentPort, workerData } from 'node:worker_threads'
import { noticeOf } from '../messages'
import type { WorkerAnswer, WorkerTask } from './in-worker'
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

void run(workerData as WorkerTask).then(answer => parentPort?.postMessage(answer))
