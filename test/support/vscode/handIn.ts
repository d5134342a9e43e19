// A draft on its way through the hand-in, as a suite sees it: what stands in the front matter, what lies in the folder.
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { commands, type TextDocument, workspace } from 'vscode'
import { workspaceRoot } from './drafts'
import { canDrive, click, waitForVisible } from './person'
import { waitFor } from './wait'

/** A report that nothing is wrong with. */
export const goodDraft = (title: string, more = ''): string => `---
标题: ${title}
类型: 经验
单位: 云岭县青石镇人民政府
拟稿人: [周敏, 陈立]
审核人: 何建国
签发人: 罗志平
联系电话: 0839-5550112
报送对象: 云岭县人民政府办公室
成稿日期: 2026-11-16
状态: 草稿
---

# ${title}

青石镇5个村共用柳河东干渠，灌溉季渠首供水每秒1.2方，高峰期需水每秒2.1方。2025年6月，下坪村尾水断流9天，3个村因争水报警7次。2026年4月起，镇农业农村办公室在5个村试行错峰灌溉，至10月底用水纠纷报警降为0次。

## 一、做法

镇水管站把4680亩水田分成12个轮灌组，每组灌溉36小时，排班表4月10日在5个村张贴。改班须提前24小时向水管员报备，4—10月共改班31次，均有登记。

## 二、成效

灌溉季总用水由上年的168.5万方降至149.8万方，减少18.7万方、下降11.1%。下坪村断流由9天降为0天。以上数据由县水利局东干渠管理所计量。${more}

## 三、不足和下一步

量水设施故障偏多。46处中有8处因泥沙堵塞停用累计23天，2户农户提出异议。由镇水管站（陈立）12月20日前加装沉沙滤网，明年3月底前组织复测。
`

export const receiptIn = (document: TextDocument): string | undefined =>
  /^回执号: *(.+)$/m.exec(document.getText())?.[1]?.trim()

/** Waits until the receipt stands in the draft, in the editor and on the disk. */
export function waitForReceipt(document: TextDocument): Promise<string> {
  const stored = () => readFileSync(document.uri.fsPath, 'utf8')
  return waitFor(
    [workspace.onDidChangeTextDocument, workspace.onDidSaveTextDocument],
    () => (document.isDirty || stored() !== document.getText() ? undefined : receiptIn(document)),
    () => `the receipt in ${document.uri.path}:\n${document.getText().slice(0, 400)}`,
  )
}

/** Opens the pre-flight page of a draft. */
export async function openPreflight(document: TextDocument): Promise<void> {
  await commands.executeCommand('ligao.submitReport', document.uri)
  if (canDrive) await waitForVisible('h1:has-text("报送前核对")')
}

/** Confirms as a person does, by the button of the page. */
export async function confirmHandIn(): Promise<void> {
  if (canDrive) await click('a.button:has-text("确认报送")')
  else await commands.executeCommand('ligao.confirmHandIn')
}

/** The folders that arrived in the default channel's folder. */
export async function arrivals(folder = '报送箱'): Promise<string[]> {
  const found = await readdir(path.join(workspaceRoot().fsPath, folder), { withFileTypes: true }).catch(
    () => [],
  )
  return found.filter(each => each.isDirectory()).map(each => path.join(folder, each.name))
}

export async function readArrival(folder: string, file: string): Promise<string> {
  return readFile(path.join(workspaceRoot().fsPath, folder, file), 'utf8')
}

/** Waits for something on the disk: looked at whenever VS Code reports any change of a file. */
export async function waitForFile<T>(
  look: () => Promise<T>,
  accept: (found: T) => boolean,
  limitMs = 120_000,
): Promise<T> {
  const watcher = workspace.createFileSystemWatcher('**/*')
  try {
    let latest = await look()
    return await new Promise<T>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`Not within ${limitMs / 1000} s.`)), limitMs)
      const again = async () => {
        latest = await look()
        if (!accept(latest)) return
        clearTimeout(timer)
        done(latest)
      }
      watcher.onDidCreate(again)
      watcher.onDidChange(again)
      void again()
    })
  } finally {
    watcher.dispose()
  }
}
