// The hands and eyes of a person at the window: keys, clicks, what stands on the screen. They reach the page through the
// control server of scripts/provision/browser-vscode.mjs; desktop VS Code has none.
import { join } from 'node:path'
import { commands, type Position, Selection, type TextEditor, workspace } from 'vscode'

const control = process.env.LIGAO_CONTROL

/** Whether this VS Code can be driven from outside; where not, a suite tries the same through commands. */
export const canDrive = control !== undefined

async function ask(action: string, body: object): Promise<unknown> {
  if (!control) throw new Error(`This VS Code cannot be driven from outside (${action}).`)
  const response = await fetch(`${control}/${action}`, { method: 'POST', body: JSON.stringify(body) })
  const answer = (await response.json()) as { value?: unknown; error?: string }
  if (answer.error !== undefined) throw new Error(`${action}: ${answer.error}`)
  return answer.value
}

/** Puts the keyboard focus into the active editor, as a click into the text does. */
export async function focusEditor(): Promise<void> {
  await commands.executeCommand('workbench.action.focusActiveEditorGroup')
  if (canDrive) await ask('wait', { selector: '.editor-instance .monaco-editor.focused' })
}

/** Puts the cursor somewhere and the focus with it: what is typed next goes there. */
export async function placeCursor(editor: TextEditor, position: Position): Promise<void> {
  // Assigning is not waited for, but what is asked of the window afterwards comes after it.
  editor.selection = new Selection(position, position)
  await focusEditor()
}

/** Types text into whatever has the focus, key by key. */
export async function typeText(text: string): Promise<void> {
  await ask('type', { text })
}

/** Presses a key such as `Enter`, `Control+.` or `F8`. */
export async function press(key: string): Promise<void> {
  await ask('press', { key })
}

/** Clicks the first visible match of a CSS or text selector (`text=报送`), in the workbench or in a webview. */
export async function click(selector: string, button: 'left' | 'right' = 'left'): Promise<void> {
  await ask('click', { selector, button })
}

/** Moves the mouse over the first visible match. */
export async function hover(selector: string): Promise<void> {
  await ask('hover', { selector })
}

/** Makes the window as large as that. */
export async function resizeWindow(width: number, height: number): Promise<void> {
  await ask('resize', { width, height })
}

/** Waits until something that matches is on the screen. */
export async function waitForVisible(selector: string): Promise<void> {
  await ask('wait', { selector })
}

/** The text that a person reads in the first visible match. */
export async function visibleText(selector: string): Promise<string> {
  return String(await ask('text', { selector }))
}

/** What is pasted or dropped: files with their content, and texts by type. */
export interface Transfer {
  readonly files?: readonly { readonly name: string; readonly type: string; readonly content: Uint8Array }[]
  readonly texts?: Readonly<Record<string, string>>
}

/** Puts a screenshot (PNG) on the clipboard, for `press('Control+v')`. */
export async function copyPicture(content: Uint8Array): Promise<void> {
  await ask('copyPicture', { base64: Buffer.from(content).toString('base64') })
}

/** Pastes into the element that has the keyboard, or whichever matches. */
export async function pasteInto(selector: string, given: Transfer): Promise<void> {
  await ask('paste', { selector, ...coded(given) })
}

/** Drops on the first visible match, with Shift held. */
export async function dropOn(selector: string, given: Transfer): Promise<void> {
  await ask('drop', { selector, ...coded(given) })
}

const coded = ({ files = [], texts = {} }: Transfer) => ({
  texts,
  files: files.map(({ name, type, content }) => ({
    name,
    type,
    base64: Buffer.from(content).toString('base64'),
  })),
})

const THEMES = {
  light: { theme: 'Default Light Modern', shown: '.monaco-workbench.vs' },
  dark: { theme: 'Default Dark Modern', shown: '.monaco-workbench.vs-dark' },
  contrast: { theme: 'Default High Contrast', shown: '.monaco-workbench.hc-black' },
}

/** Changes the colours of the window and waits until they are there. */
export async function useTheme(name: keyof typeof THEMES): Promise<void> {
  const { theme, shown } = THEMES[name]
  await workspace.getConfiguration('workbench').update('colorTheme', theme, true)
  if (canDrive) await ask('wait', { selector: shown })
}

/** A part of the window, in pixels. */
export interface Part {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Takes a picture of the window into out/screenshots/<group>/<name>.png, where that is possible; resolves with its path. */
export async function screenshot(name: string, clip?: Part): Promise<string | undefined> {
  if (!canDrive) return undefined
  const path = join(process.env.LIGAO_SCREENSHOTS ?? '', `${name}.png`)
  await ask('screenshot', { path, clip })
  return path
}
