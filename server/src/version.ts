declare const LIGAO_VERSION: string | undefined

/** Put in by the bundler; the sources run without it. */
export function version(): string {
  return typeof LIGAO_VERSION === 'string' ? LIGAO_VERSION : '0.0.0-dev'
}
