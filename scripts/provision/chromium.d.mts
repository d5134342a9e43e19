/** Path of a Chromium that works, installed where there is none. */
export function ensureChromium(say: (line: string) => void): Promise<string>
