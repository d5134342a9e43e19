// What comes from files goes to the terminal as text: a control character in a name or a draft must not steer it.

const control = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

export const plain = (text: string): string => text.replace(control, '\ufffd')
