// Every sentence that the hand-in says to a writer, in one table: what happened, why, what to do.
// Data apart from code, so that wording is reviewed in one place and no channel invents its own tone.

/** One thing told to a writer. `code` is for programs; `zh` is shown first, `en` second. */
export interface Notice {
  code: NoticeCode
  zh: string
  en: string
}

/** An Error that carries a notice, for the few places where a function cannot go on. */
export interface NoticeError extends Error {
  notice: Notice
}

type Texts = readonly [zh: string, en: string]

const texts = {
  // before anything is written
  'classified-mark': [
    '稿件第 {line} 行有密级标志，已停止报送。涉密内容不得在非涉密设备上存储、处理和传递：请停止操作，断开网络，报本单位保密办处理。',
    'Line {line} carries a classification mark. The hand-in is stopped on every channel; contact your security office.',
  ],
  'classified-front-matter': [
    '报送要素中的“密级”填了涉密等级，已停止报送。涉密信息须走机要渠道；如果填错了，请改为“非涉密”后再报。',
    'The front matter names a classification level. Classified items must not go out this way.',
  ],
  'attachments-unread': [
    '这 {count} 个附件的文字程序读不出来，不能确认不含密级标志：{files}。请打开逐个看过，确认不涉密后再报。',
    'The words of {count} attachment(s) could not be read, so a classification mark cannot be ruled out: {files}. Open each and make sure first.',
  ],
  'classified-file': [
    '附件“{file}”带有密级标志，已停止报送。请停止操作，报本单位保密办处理。',
    'The attachment “{file}” carries a classification mark. The hand-in is stopped.',
  ],
  'untrusted-workspace': [
    '当前工作区未受信任，不能报送：报送地址可能被他人改动。请先在“管理工作区信任”中确认信任，再报送。',
    'This workspace is not trusted, so its endpoints are not used. Trust the workspace first.',
  ],
  'has-errors': [
    '稿件还有 {count} 处错误没有改，不能报送。请按提示改正后再报。',
    'The draft still has {count} error(s). Fix them before handing in.',
  ],
  'late-without-reason': [
    '已超过报送时限（{deadline}），还没有填写“迟报原因”。请在报送要素中补写“迟报原因”，再报送。',
    'The deadline ({deadline}) has passed. Fill in 迟报原因 (late_reason), then hand in.',
  ],
  'changed-since-check': [
    '稿件在检查之后又有改动，磁盘上的内容与检查过的不一致。请保存后重新报送。',
    'The file on disk differs from the version that was checked. Save and hand in again.',
  ],
  'file-changed': [
    '打包时文件“{file}”正在变化。请等它保存完毕后再报送。',
    'The file “{file}” changed while it was being packed. Try again.',
  ],
  'not-utf8': [
    '文件“{file}”不是 UTF-8 编码，对方可能看到乱码。请在右下角选择“通过编码保存 → UTF-8”后再报送。',
    'The file “{file}” is not UTF-8. Save it as UTF-8 first.',
  ],
  'report-missing': [
    '找不到稿件“{file}”。请先保存稿件。',
    'The draft “{file}” was not found. Save it first.',
  ],
  'report-unreadable': [
    '稿件“{file}”无法读取（{detail}）。请检查文件是否被占用或没有权限。',
    'The draft “{file}” cannot be read ({detail}).',
  ],
  'report-outside': [
    '稿件“{file}”不在工作区文件夹内，不能报送。请把它移到工作区里。',
    'The draft “{file}” lies outside the workspace folder.',
  ],
  'report-too-large': [
    '稿件“{file}”有 {size}，超过 {limit} 的上限。请把大段附表改为附件。',
    'The draft “{file}” is {size}, above the limit of {limit}.',
  ],
  'front-matter-broken': [
    '开头的报送要素（两行 --- 之间）格式有误，读不出来：{detail}。请检查冒号、引号和缩进。',
    'The front matter cannot be read: {detail}.',
  ],
  'image-outside': [
    '图片“{file}”指向工作区以外的文件，不会带出去，已停止报送。请把图片复制到工作区文件夹里再引用。',
    'The image “{file}” points outside the workspace. Copy it into the workspace folder.',
  ],
  'attachment-outside': [
    '附件“{file}”指向工作区以外的文件，不会带出去，已停止报送。请把附件复制到工作区文件夹里。',
    'The attachment “{file}” points outside the workspace. Copy it into the workspace folder.',
  ],
  'image-missing': [
    '找不到图片“{file}”，报出去的稿件里会缺这张图。请检查文件名和路径。',
    'The image “{file}” was not found; the report would go out without it.',
  ],
  'attachment-missing': [
    '找不到附件“{file}”，报出去时会缺这个附件。请检查文件名和路径。',
    'The attachment “{file}” was not found; the report would go out without it.',
  ],
  'image-remote': [
    '图片“{file}”是网上的地址，不会下载，只保留链接。要随稿报送，请先存到工作区里。',
    'The image “{file}” is a web address: it is not downloaded, only the link goes out.',
  ],
  'attachment-remote': [
    '附件“{file}”是网上的地址，不会下载，只保留文字。要随稿报送，请先存到工作区里。',
    'The attachment “{file}” is a web address and is not downloaded.',
  ],
  'image-not-an-image': [
    '“{file}”被当作图片引用，但内容不是图片，已停止报送。请换成 PNG、JPEG 等图片文件。',
    '“{file}” is used as an image but is not one. Use a PNG or JPEG file.',
  ],
  'file-too-large': [
    '文件“{file}”有 {size}，超过单个文件 {limit} 的上限。请压缩图片或另行报送。',
    'The file “{file}” is {size}, above the limit of {limit} per file.',
  ],
  'too-many-files': [
    '随稿文件有 {count} 个，超过 {limit} 个的上限。请精简图片和附件。',
    'There are {count} files, above the limit of {limit}.',
  ],
  'package-too-large': [
    '整个报送包有 {size}，超过 {limit} 的上限。请压缩图片或分开报送。',
    'The package is {size}, above the limit of {limit}.',
  ],
  'docx-failed': [
    '没能生成 Word 文档（{detail}）。Markdown 原稿不受影响，可以不带 Word 报送。',
    'The Word document could not be made ({detail}). The Markdown draft is not affected.',
  ],
  'docx-image-skipped': [
    '图片“{file}”没有放进 Word 文档（{detail}），文档里留了位置说明。',
    'The image “{file}” was not put into the Word document ({detail}).',
  ],
  'docx-nested-table': [
    '有 {count} 个表格套在别的表格的格子里，Word 文档里只保留了文字，没有画里层的表线。',
    '{count} table(s) stood in the cell of another one: their words are kept, their rules are not.',
  ],
  'docx-table-too-wide': [
    '有一个表格超过 63 列，Word 画不出来，文档里按行写成了文字。请把表格拆开。',
    'A table has more than 63 columns, which Word cannot draw: its rows stand there as lines of text.',
  ],
  'docx-head-lines': [
    '开头的报送要素（两行 --- 之间）里有 {count} 行不是要素，没有进入 Word 文档：“{first}”。如果是正文，请移到第二行 --- 下面。',
    '{count} line(s) between the two --- at the top are no field of the head and are not in the document: “{first}”.',
  ],
  // text that comes from other programs
  'paste-merged-cells': [
    '有 {count} 个表格里有合并的单元格，Markdown 表格没有合并，被并掉的格子留空了，请核对。',
    '{count} table(s) had merged cells, which Markdown has not: the places that they covered are empty.',
  ],
  'paste-nested-table': [
    '有 {count} 个表格套在别的表格里，只保留了文字。',
    '{count} table(s) stood in the cell of another one: only their words were kept.',
  ],
  'paste-picture': [
    '图片“{file}”没有带过来，请单独复制这张图再粘贴。',
    'The picture “{file}” did not come along: copy and paste it by itself.',
  ],
  'paste-unwrapped': ['去掉了聊天软件加的话：“{words}”。', 'Left out what a chat program added: “{words}”.'],
  'import-damaged': [
    '这个文件读不出来：不是 Word 文档，或者已经损坏。请用 Word 或 WPS 打开，另存为 .docx 再导入。',
    'The file cannot be read: it is no Word document, or damaged. Save it as .docx and import that.',
  ],
  'import-bomb': [
    '这个文件太大，或者解压后大得不正常，没有导入。请用 Word 打开确认内容，压缩图片后另存再导入。',
    'The file is too large, or swells beyond measure when unpacked; it was not imported.',
  ],
  'import-entities': [
    '这个文件里有普通 Word 文档没有的内容（XML 实体），可能是恶意文件，没有导入。',
    'The file holds XML entities, which no office program writes; it was not imported.',
  ],
  'import-classified': [
    '这份文档带有密级标志，没有导入。涉密内容不得在非涉密设备上存储、处理和传递：请停止操作，报本单位保密办处理。',
    'The document carries a classification mark and was not imported. Contact your security office.',
  ],
  'import-old-format': [
    '.doc、.wps 这类旧格式要靠 LibreOffice 转换，这台电脑上没有找到，或者转换失败。请用 Word 或 WPS 打开，另存为 .docx 再导入。',
    'Old formats (.doc, .wps) are converted by LibreOffice, which was not found or failed. Save the file as .docx.',
  ],
  'import-changes': [
    '文档里有 {count} 处修订，按“全部接受”导入，请核对。',
    'The document had {count} tracked change(s); they were taken as accepted.',
  ],
  'import-macros': ['文档里的宏没有导入。', 'The macros of the document were left out.'],
  'import-comments': [
    '文档里的批注没有导入，请对照原文件处理。',
    'The comments of the document were left out.',
  ],
  'import-margins': [
    '页眉页脚里的文字没有导入：“{words}”。',
    'The words of headers and footers were left out: “{words}”.',
  ],
  // settings of channels
  'channels-not-a-list': [
    'ligao.config.yaml 里的 channels 应当是一个列表，现已忽略。',
    '“channels” in ligao.config.yaml must be a list; it was ignored.',
  ],
  'channel-no-name': [
    '第 {index} 个报送渠道没有名称（name），已忽略。',
    'Channel {index} has no name; it was ignored.',
  ],
  'channel-bad-name': [
    '报送渠道名称“{name}”不合适：只能用汉字、字母、数字、“-”和“_”，最多 40 个字。',
    'The channel name “{name}” is not usable: letters, digits, “-” and “_” only, 40 at most.',
  ],
  'channel-duplicate': [
    '有两个报送渠道都叫“{name}”，只用第一个。请改名。',
    'Two channels are named “{name}”; only the first is used.',
  ],
  'channel-unknown-type': [
    '报送渠道“{name}”的类型“{type}”不认识。可用的类型：{known}。',
    'Channel “{name}” has the unknown type “{type}”. Known: {known}.',
  ],
  'channel-bad-value': [
    '报送渠道“{name}”的“{key}”填写有误：{detail}。',
    'Channel “{name}”: the value of “{key}” is not usable ({detail}).',
  ],
  'channel-missing-value': [
    '报送渠道“{name}”缺少“{key}”。请在 ligao.config.yaml 中补上。',
    'Channel “{name}” has no “{key}”.',
  ],
  'channel-unknown-key': [
    '报送渠道“{name}”里的“{key}”不认识，已忽略。',
    'Channel “{name}”: the key “{key}” is unknown and was ignored.',
  ],
  'channel-secret-in-settings': [
    '报送渠道“{name}”把口令写进了配置文件（{key}）。口令不能写在文件里：请删掉它，并用“设置报送口令”命令保存。',
    'Channel “{name}” has a secret in the settings file ({key}). Remove it and store it with the command.',
  ],
  'channel-not-https': [
    '报送渠道“{name}”的地址不是 https，内容会在网上明文传送，已拒绝。请改用 https；确属单位内网的，请在自己的用户设置中写明允许的主机。',
    'Channel “{name}” is not https and was refused. Use https, or allow the host in your own user settings.',
  ],
  'channel-not-found': [
    '没有叫“{name}”的报送渠道。现有渠道：{known}。',
    'There is no channel named “{name}”. Known: {known}.',
  ],
  // what became of a delivery
  delivered: ['已送达，回执号 {receipt}。', 'Delivered, receipt {receipt}.'],
  'already-delivered': [
    '这一稿已经报送过，没有再发。回执号 {receipt}（{at}）。',
    'This version was handed in before and was not sent again. Receipt {receipt} ({at}).',
  ],
  'already-queued': [
    '这一稿已在报送队列里，不会重复发送。',
    'This version is already waiting to be sent; it will not be sent twice.',
  ],
  queued: ['已存入待报队列，正在报送。', 'Stored, now being sent.'],
  cancelled: ['已取消报送，稿件包仍保留在报送记录里。', 'Cancelled. The package is kept in the record.'],
  'cancelled-uncertain': [
    '已取消报送，但此前已发出过一次，对方可能已经收到。请打电话向接收单位确认。',
    'Cancelled, but it may have arrived before. Please ask the receiver.',
  ],
  interrupted: [
    '上次发送中途中断（程序关闭或断电），稿件完好，将自动再发；对方会按编号识别，不会重复收稿。',
    'The last attempt was interrupted. The report is intact and will be sent again under the same key.',
  ],
  offline: [
    '现在连不上网络，稿件已存好，联网后自动报送，不用重复操作。',
    'You are offline. The report is stored and will go out once the network is back.',
  ],
  'host-not-found': [
    '找不到接收方的地址“{host}”：可能没有联网，也可能地址写错了。稿件已存好，稍后自动再试。',
    'The host “{host}” was not found. The report is stored and will be tried again.',
  ],
  'connection-refused': [
    '接收方“{host}”没有开通服务或正在维护，连接被拒绝。稿件已存好，稍后自动再试。',
    '“{host}” refused the connection. The report is stored and will be tried again.',
  ],
  'connection-lost': [
    '与“{host}”的连接中途断开。稿件已存好，稍后自动再试，不会重复收稿。',
    'The connection to “{host}” broke. The report is stored and will be tried again.',
  ],
  'connect-timeout': [
    '{seconds} 秒内没有连上“{host}”。稿件已存好，稍后自动再试。',
    'No connection to “{host}” within {seconds} s. It will be tried again.',
  ],
  'idle-timeout': [
    '“{host}”超过 {seconds} 秒没有响应。稿件已存好，稍后自动再试。',
    '“{host}” was silent for {seconds} s. It will be tried again.',
  ],
  'total-timeout': [
    '向“{host}”报送超过 {seconds} 秒还没有完成，网络太慢。稿件已存好，稍后自动再试。',
    'The hand-in to “{host}” took more than {seconds} s. It will be tried again.',
  ],
  'tls-untrusted': [
    '无法确认“{host}”的身份（证书问题：{detail}），为防止稿件被截走，没有发送。请核对地址，或向接收单位索取证书文件并在渠道的 ca 中填写。',
    'The identity of “{host}” could not be confirmed ({detail}); nothing was sent. Check the address or set “ca”.',
  ],
  'tls-required': [
    '邮件服务器“{host}”不支持加密连接，没有发送。请联系邮箱管理员，或改用支持加密的端口。',
    'The mail server “{host}” offers no encryption; nothing was sent.',
  ],
  'proxy-failed': [
    '代理服务器“{host}”不通（{detail}）。请检查网络代理设置。稿件已存好，稍后自动再试。',
    'The proxy “{host}” failed ({detail}). It will be tried again.',
  ],
  'ca-unreadable': [
    '证书文件“{file}”读不出来，没有发送。请检查渠道设置中的 ca。',
    'The CA file “{file}” cannot be read; nothing was sent. Check “ca” of the channel.',
  ],
  'secret-missing': [
    '渠道“{name}”需要口令，还没有设置。请用“设置报送口令”命令保存后重试。',
    'Channel “{name}” needs a secret. Store it with the command, then retry.',
  ],
  'secret-elsewhere': [
    '渠道“{name}”的口令没有发出：还没有确认它可以发给“{target}”。地址无误的，加 --bind-secret "{target}" 再报一次，以后不用再加。',
    'The secret of channel “{name}” was not sent: it is not confirmed for “{target}”. If that is right, add --bind-secret "{target}" once.',
  ],
  'secret-unusable': [
    '渠道“{name}”的口令里有换行等不能用的字符，没有发送。请重新设置口令。',
    'The secret of channel “{name}” has characters that cannot be sent. Set it again.',
  ],
  'redirected-away': [
    '接收方要求转到另一个地址“{host}”，为安全起见没有跟随（可能是上网登录页）。请先登录网络或核对地址；稍后自动再试。',
    'The receiver redirected to another host “{host}”; it was not followed. It will be tried again.',
  ],
  'unclear-receipt': [
    '对方已回应，但没有给出能识别的回执，不能确认是否收到。稿件已存好，稍后用同一编号再问，不会重复收稿。',
    'The receiver answered without a usable receipt. It will be asked again under the same key.',
  ],
  'response-too-large': [
    '“{host}”的回应过长，不像正常回执，不能确认是否收到。请核对地址；稍后自动再试。',
    'The answer of “{host}” was too large to be a receipt. It will be tried again.',
  ],
  'server-busy': [
    '接收方繁忙，请求稍后再报（{status}）。稿件已存好，{wait}后自动再试。',
    'The receiver is busy ({status}). It will be tried again in {wait}.',
  ],
  'server-error': [
    '接收方系统出错（{status}）。稿件已存好，稍后自动再试；长时间不好请电话联系接收单位。',
    'The receiver failed ({status}). It will be tried again.',
  ],
  'refused-unauthorized': [
    '接收方不认可口令（{status}），没有收稿。请核对账号口令，重新设置后点“重试”。{detail}',
    'The receiver did not accept the credentials ({status}). Set the secret again, then retry. {detail}',
  ],
  'refused-too-large': [
    '接收方嫌报送包太大（{status}），没有收稿。请压缩图片后重新报送。{detail}',
    'The receiver says that the package is too large ({status}). {detail}',
  ],
  'refused-not-found': [
    '接收地址不存在（{status}），没有收稿。请核对渠道的 url。{detail}',
    'The address of the intake does not exist ({status}). Check the url. {detail}',
  ],
  refused: [
    '接收方退回了稿件（{status}）。{detail}请按退回原因修改后重新报送。',
    'The receiver refused the report ({status}). {detail}',
  ],
  'mail-refused': [
    '邮件服务器拒收（{status}）。{detail}请核对收件地址和邮箱设置后重试。',
    'The mail server refused the message ({status}). {detail}',
  ],
  'mail-some-refused': [
    '邮件已发出，但这些收件人被服务器拒绝：{recipients}。请核对地址并另行通知。',
    'The mail went out, but these recipients were refused: {recipients}.',
  ],
  // the disk
  'disk-full': [
    '磁盘已满，写不下“{file}”。请清理磁盘空间后再试；稿件原文没有受影响。',
    'The disk is full: “{file}” could not be written. Free some space and try again.',
  ],
  'disk-read-only': [
    '“{file}”不能写入：没有权限或磁盘是只读的。请检查文件夹权限，或换一个位置。',
    '“{file}” cannot be written: no permission, or the disk is read-only.',
  ],
  'folder-gone': [
    '报送文件夹“{file}”不见了：共享盘可能断开，或文件夹被移走、换掉。稿件已存好，连上后自动再报；如果确实换了新文件夹，请在报送记录里选“使用新文件夹”。',
    'The folder “{file}” is not there: the share may be disconnected. The report is stored and will be tried again.',
  ],
  'disk-error': [
    '读写“{file}”出错（{detail}）。稿件已存好，稍后自动再试；反复出现请检查磁盘。',
    'Reading or writing “{file}” failed ({detail}). It will be tried again.',
  ],
  'name-too-long': [
    '文件名或路径太长，“{file}”写不进去。请缩短文件名或换到层级较浅的文件夹。',
    'The file name or path is too long: “{file}”.',
  ],
  'spool-unusable': [
    '报送队列文件夹“{file}”不能用（{detail}），没有报送。请检查磁盘和权限。',
    'The spool folder “{file}” cannot be used ({detail}); nothing was handed in.',
  ],
  'entry-damaged': [
    '报送记录“{file}”已损坏（{detail}），已原样移到“{place}”文件夹，没有删除。原稿还在的话，请重新报送。',
    'The record “{file}” is damaged ({detail}). It was moved to “{place}”, not deleted. Hand in the draft again.',
  ],
  'channel-gone': [
    '这份稿件要走的渠道“{name}”已不在配置里或地址已改。请恢复该渠道，或取消后重新报送。',
    'The channel “{name}” of this report is no longer configured. Restore it, or cancel and hand in again.',
  ],
  unexpected: [
    '报送时出现意外问题（{detail}）。稿件已存好，稍后自动再试。',
    'Something unexpected happened ({detail}). The report is stored and will be tried again.',
  ],
} as const satisfies Record<string, Texts>

export type NoticeCode = keyof typeof texts

/** All codes, so that a test can see each sentence and the client can translate none by hand. */
export const noticeCodes = Object.keys(texts) as NoticeCode[]

const fill = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (_, key: string) => clean(String(values[key] ?? '')))

// Values come from servers and file names: no control or direction characters reach the screen, and no essay.
const clean = (value: string): string =>
  value
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, 300)

export function notice(code: NoticeCode, values: Record<string, string | number> = {}): Notice {
  const [zh, en] = texts[code]
  return { code, zh: fill(zh, values).trim(), en: fill(en, values).trim() }
}

export const noticeError = (what: Notice): NoticeError => Object.assign(new Error(what.en), { notice: what })

export const noticeOf = (error: unknown): Notice | undefined =>
  error instanceof Error && 'notice' in error ? (error as NoticeError).notice : undefined

/** 1234567 → "1.2 MB", the way file managers say it. */
export function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
