/** A rule that threw, for the log. */
export interface Failure {
  readonly rule: string
  readonly error: unknown
}
