// What comes from files goes to the terminal as text: a control character in a name, a key or a draft must not steer it. C1 stands
// for an escape in many terminals, and the marks of writing direction let a line look like another.

const control = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** The same without the ends of lines, blanks of a table and our own colours. */
const steering =
  /\u001b(?!\[\d{1,2}m)|(?![\n\r\t\u001b])[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Words of one line. */
export const plain = (text: string): string => text.replace(control, '\ufffd')

/** All that a command writes, which `runCommandLine` passes through this. */
export const steady = (text: string): string => text.replace(steering, '\ufffd')

/** Without them where nothing is to stand in their place, as in a calendar. */
export const withoutControl = (text: string): string => text.replace(control, '')

/** JSON that says the same and holds none of them as it is. */
export const json = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
