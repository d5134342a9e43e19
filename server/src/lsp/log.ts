// Log lines that never carry a writer's words: an error's message may quote the draft, so Chinese is taken out of it.

export function describe(error: unknown): string {
  if (!(error instanceof Error)) return masked(String(error))
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return [masked(`${error.name}: ${error.message}`), ...frames.slice(0, 6)].join('\n')
}

function masked(text: string): string {
  return text.slice(0, 300).replace(/[㐀-鿿豈-﫿\ud800-\udfff]+/g, '…')
}
