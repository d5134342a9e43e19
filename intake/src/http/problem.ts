// Why a request is not done, as RFC 9457 puts it. `message` says the same as `detail`: docs/intake-openapi.yaml promised it to
// editors before there was a receiver of ours.

export class Problem extends Error {
  constructor(
    readonly status: number,
    /** For whoever reads it: what is wrong and what to do. */
    readonly words: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(words)
  }
}

export const problemBody = ({ status, words }: Problem): string =>
  JSON.stringify({
    type: 'about:blank',
    title: titles[status] ?? '没有办成',
    status,
    detail: words,
    message: words,
  })

const titles: Readonly<Record<number, string>> = {
  400: '请求不合规范',
  401: '报送口令不对',
  403: '不允许',
  404: '没有',
  405: '不支持这种操作',
  409: '正在处理同一份',
  413: '太大',
  415: '格式不对',
  422: '不能接收',
  429: '太频繁',
  500: '接收端出错',
  503: '暂时不能接收',
}
