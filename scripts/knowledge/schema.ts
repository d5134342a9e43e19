// The schema of server/knowledge/*.yaml: the compiler refuses what it refuses, and VS Code marks it while it is typed.

const oneOrMore = (item: object) => ({ anyOf: [item, { type: 'array', minItems: 1, items: item }] })
const lines = { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } }

/** A piece that is longer is not understood at one glance: name its parts as entries of their own. */
export const longestPiece = 160

export const knowledgeSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'server/knowledge/*.yaml',
  type: 'object',
  additionalProperties: false,
  required: ['title', 'entries'],
  properties: {
    title: { type: 'string', minLength: 1, description: '这个文件收什么。\nWhat the file holds.' },
    shown: {
      const: true,
      description: '每一条的 why 会给写稿的人看。\nThe why of each entry is shown to the writer.',
    },
    entries: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'why', 'yes'],
        anyOf: [{ required: ['words'] }, { required: ['pattern'] }],
        properties: {
          id: {
            type: 'string',
            pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
            description: '英文名，小写，用短横相连；别处用 {名字} 引用。\nIts name, referred to as {name}.',
          },
          why: {
            type: 'string',
            minLength: 4,
            description: '为什么有这一条，它管什么。\nWhat it is for, and why.',
          },
          words: {
            ...oneOrMore({ type: 'string', minLength: 1, pattern: '^[^\\\\^$.*+?()\\[\\]{}|]+$' }),
            description: '词语，用空格隔开。\nWords with blanks between them.',
          },
          pattern: {
            ...oneOrMore({ type: 'string', minLength: 1, maxLength: longestPiece }),
            description:
              '句式；可写成几行，任一行对上即可。{名字} 引用别的条目，{文件.名字} 引用别的文件。\nA regular expression without * and +, or several of which one must match.',
          },
          find: {
            const: true,
            description:
              '程序要在全文里找它：开头两个字必须是列得出来的。\nLooked for in whole texts: what it begins with must be listable.',
          },
          with: {
            type: 'object',
            additionalProperties: { type: ['string', 'number', 'boolean'] },
            description: '给程序看的属性，如类别、级别。\nAttributes for the code, such as a class or level.',
          },
          yes: {
            ...lines,
            description:
              '应当对上的例句，可用 [[ ]] 标出对上的地方。\nLines in which it is found, at the marks.',
          },
          no: { ...lines, description: '不应对上的例句。\nLines in which it is not found.' },
        },
      },
    },
  },
}
