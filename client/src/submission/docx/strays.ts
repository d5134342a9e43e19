// Sentences between the two lines of `---`: they belong to no field of the head, so no reader of fields shows them.

/** Within the first characters of a line, before any mark of a sentence: `标题: …`, `"标题"：…`, `- 姓名: …`. */
const keyLine =
  /^[\s"'{?[-]*[^\s:：﹕︰，。；、！？“”"'{}[\],][^:：﹕︰，。；！？“”"'{}[\],]{0,23}["']?\s*[:：﹕︰]/
/** What YAML writes besides keys: comments, lists, flow, continuations, directives. */
const otherLine = /^(?:#|[ \t\u3000]|- |-$|[{}[\]?&!*|>%"'])/

export const strayLines = (head: string): string[] =>
  head.split(/\r\n?|\n/).filter(line => line.trim() !== '' && !keyLine.test(line) && !otherLine.test(line))
