// GENERATED from server/knowledge/words.yaml. Do not edit: change the YAML and run `npm run generate`.
// 错别字、误用词和说不通的话（wrong 是写错的，right 是应写的；跨了两个词的由程序排除）

import type { Cue } from './cue'

/** 钱财货物的记载用“账”；“帐”只用于帐篷、蚊帐 */
export const account: Cue = {"id":"words.account","source":"收支帐|明细帐|流水帐|台帐|记帐|对帐|查帐|转帐|进帐|入帐|出帐|算帐|结帐|欠帐|还帐|建帐|做帐|专帐|旧帐|呆帐|坏帐|烂帐|帐本|帐目|帐户|帐号|帐簿|帐务|帐单|帐款|帐面|挂帐","plain":true,"with":{"wrong":"帐","right":"账"},"why":"钱财货物的记载用“账”；“帐”只用于帐篷、蚊帐"}

/** 安排布置的意思写“部署”，部队的部 */
export const deploy: Cue = {"id":"words.deploy","source":"布署","plain":true,"with":{"wrong":"布署","right":"部署"},"why":"安排布置的意思写“部署”，部队的部"}

/** 到某个时间为止，后面跟着时间的写“截至”；“截止”后面不跟时间 */
export const upTo: Cue = {"id":"words.up-to","source":"截止(?=到?(?:目前|今年|今日|今天|上月|本月|上周|昨[日天]|发稿|去年|\\d{1,4}[年月日时]))","with":{"wrong":"截止","right":"截至"},"why":"到某个时间为止，后面跟着时间的写“截至”；“截止”后面不跟时间"}

/** 安装的安 */
export const install: Cue = {"id":"words.install","source":"按装","plain":true,"with":{"wrong":"按装","right":"安装"},"why":"安装的安"}

/** 贯彻的彻，彻底的彻 */
export const implement: Cue = {"id":"words.implement","source":"贯撤|贯澈|澈底|撤底","plain":true,"with":{"wrong":"撤 澈","right":"彻"},"why":"贯彻的彻，彻底的彻"}

/** 已经的已、自己的己、戊己的己，三个字形近 */
export const tense: Cue = {"id":"words.tense","source":"己完成|己办结|己整改|己落实|己经|己于|己有|己在|自已","plain":true,"with":{"wrong":"己经 己于 己有 己在 己完成 己办结 己整改 己落实 自已","right":"已经 已于 已有 已在 已完成 已办结 已整改 已落实 自己"},"why":"已经的已、自己的己、戊己的己，三个字形近"}

/** 相似、形象的意思写“像” */
export const resemble: Cue = {"id":"words.resemble","source":"好象|图象|录象|影象|不象|就象","plain":true,"with":{"wrong":"好象 图象 录象 影象 不象 就象","right":"好像 图像 录像 影像 不像 就像"},"why":"相似、形象的意思写“像”"}

/** 防汛、汛期的汛是三点水；通讯的讯是言字旁；迅速的迅是走之 */
export const flood: Cue = {"id":"words.flood","source":"防讯|防迅|讯期|迅期|讯情|迅情|备讯|通迅|讯速|汛速","plain":true,"with":{"wrong":"防讯 防迅 讯期 迅期 讯情 迅情 备讯 通迅 讯速 汛速","right":"防汛 防汛 汛期 汛期 汛情 汛情 备汛 通讯 迅速 迅速"},"why":"防汛、汛期的汛是三点水；通讯的讯是言字旁；迅速的迅是走之"}

/** 时间、假期、汛期用“度”；过河、关口用“渡” */
export const spend: Cue = {"id":"words.spend","source":"共渡佳节|欢渡佳节|渡假|欢渡|虚渡|渡汛","plain":true,"with":{"wrong":"渡","right":"度"},"why":"时间、假期、汛期用“度”；过河、关口用“渡”"}

/** 突然猛烈地发作（山洪、疫病）用“暴”；爆炸、火山用“爆” */
export const outbreak: Cue = {"id":"words.outbreak","source":"山洪爆发|洪水爆发|疫情爆发|爆力执法|爆雨|爆晒|爆涨","plain":true,"with":{"wrong":"爆","right":"暴"},"why":"突然猛烈地发作（山洪、疫病）用“暴”；爆炸、火山用“爆”"}

/** 庄稼收成不好写“歉收” */
export const drought: Cue = {"id":"words.drought","source":"粮食欠收|严重欠收|欠收年","plain":true,"with":{"wrong":"欠收","right":"歉收"},"why":"庄稼收成不好写“歉收”"}

/** 既然、即使、即将，“既”是已经，“即”是就、便 */
export const although: Cue = {"id":"words.although","source":"即然|既使|既便|既将|以既|立既|随既","plain":true,"with":{"wrong":"即然 既使 既便 既将 以既 立既 随既","right":"既然 即使 即便 即将 以及 立即 随即"},"why":"既然、即使、即将，“既”是已经，“即”是就、便"}

/** 成分、水分、部分、本分的分；一份材料、年份、身份的份 */
export const portion: Cue = {"id":"words.portion","source":"身分证|部份|成份|水份|养份|充份|过份|盐份|名份","plain":true,"with":{"wrong":"部份 成份 水份 养份 充份 过份 盐份 名份 身分证","right":"部分 成分 水分 养分 充分 过分 盐分 名分 身份证"},"why":"成分、水分、部分、本分的分；一份材料、年份、身份的份"}

/** 等候、时候、气候的候中间有一竖；侯是姓 */
export const wait: Cue = {"id":"words.wait","source":"时侯|气侯|侯车|侯选|侯补|等侯|侯诊|问侯","plain":true,"with":{"wrong":"侯","right":"候"},"why":"等候、时候、气候的候中间有一竖；侯是姓"}

/** 拨款、拨付的拨右边是发；提拔、选拔、海拔的拔右边是犮 */
export const pullOut: Cue = {"id":"words.pull-out","source":"拔款|拔付|划拔|下拔|选拨|海拨","plain":true,"with":{"wrong":"拔款 拔付 划拔 下拔 选拨 海拨","right":"拨款 拨付 划拨 下拨 选拔 海拔"},"why":"拨款、拨付的拨右边是发；提拔、选拔、海拔的拔右边是犮"}

/** 竞争的竞是“两个人立”，竟然的竟中间是日 */
export const compete: Cue = {"id":"words.compete","source":"竟争|竟赛|竟聘|竟选|竟岗|竟价|竞然|究竞|毕竞","plain":true,"with":{"wrong":"竟争 竟赛 竟聘 竟选 竟岗 竟价 竞然 究竞 毕竞","right":"竞争 竞赛 竞聘 竞选 竞岗 竞价 竟然 究竟 毕竟"},"why":"竞争的竞是“两个人立”，竟然的竟中间是日"}

/** 坐着谈用“座”，位置坐落用“坐” */
export const seat: Cue = {"id":"words.seat","source":"坐谈会|座落|座标","plain":true,"with":{"wrong":"坐谈会 座落 座标","right":"座谈会 坐落 坐标"},"why":"坐着谈用“座”，位置坐落用“坐”"}

/** 除去、结束用“销”：取消的消例外 */
export const cancel: Cue = {"id":"words.cancel","source":"报消|推消|营消|核消|注消|销防|取销|消毁|消号","plain":true,"with":{"wrong":"报消 推消 营消 核消 注消 销防 取销 消毁 消号","right":"报销 推销 营销 核销 注销 消防 取消 销毁 销号"},"why":"除去、结束用“销”：取消的消例外"}

/** 拆除的拆比折多一点 */
export const dismantle: Cue = {"id":"words.dismantle","source":"折除|折迁|折违|强折","plain":true,"with":{"wrong":"折","right":"拆"},"why":"拆除的拆比折多一点"}

/** 鉴定、签订、抉择 */
export const appraise: Cue = {"id":"words.appraise","source":"监定|签定|决择|诀定|诀策","plain":true,"with":{"wrong":"监定 签定 决择 诀定 诀策","right":"鉴定 签订 抉择 决定 决策"},"why":"鉴定、签订、抉择"}

/** 联系写“洽谈、接洽” */
export const channel: Cue = {"id":"words.channel","source":"恰谈|接恰|融恰","plain":true,"with":{"wrong":"恰","right":"洽"},"why":"联系写“洽谈、接洽”"}

/** 挖掘、崛起 */
export const dig: Cue = {"id":"words.dig","source":"挖据|掘起","plain":true,"with":{"wrong":"挖据 掘起","right":"挖掘 崛起"},"why":"挖掘、崛起"}

/** 护栏、栏杆的栏是木字旁；拦截的拦是提手旁 */
export const guardRail: Cue = {"id":"words.guard-rail","source":"护拦|拦杆|栏截","plain":true,"with":{"wrong":"护拦 拦杆 栏截","right":"护栏 栏杆 拦截"},"why":"护栏、栏杆的栏是木字旁；拦截的拦是提手旁"}

/** 堤坝、决堤的堤是土字旁 */
export const dike: Cue = {"id":"words.dike","source":"大提上|提坝|溃提|决提|河提","plain":true,"with":{"wrong":"提","right":"堤"},"why":"堤坝、决堤的堤是土字旁"}

/** 信函、公函的函；涵洞的涵 */
export const letter: Cue = {"id":"words.letter","source":"信涵|公涵|函洞|函管","plain":true,"with":{"wrong":"信涵 公涵 函洞 函管","right":"信函 公函 涵洞 涵管"},"why":"信函、公函的函；涵洞的涵"}

/** 辨别的辨、辩论的辩 */
export const discriminate: Cue = {"id":"words.discriminate","source":"明辩是非|分辩是非|辨论|岐视|分岐","plain":true,"with":{"wrong":"辨论 明辩是非 分辩是非 岐视 分岐","right":"辩论 明辨是非 分辨是非 歧视 分歧"},"why":"辨别的辨、辩论的辩"}

/** 急躁、浮躁用足字旁；干燥、枯燥用火字旁；噪声用口字旁 */
export const eager: Cue = {"id":"words.eager","source":"急燥|浮燥|暴燥|烦燥|干躁|枯躁|躁音","plain":true,"with":{"wrong":"急燥 浮燥 暴燥 烦燥 干躁 枯躁 躁音","right":"急躁 浮躁 暴躁 烦躁 干燥 枯燥 噪音"},"why":"急躁、浮躁用足字旁；干燥、枯燥用火字旁；噪声用口字旁"}

/** 松弛、震撼、辐射、覆盖、幅度 */
export const relax: Cue = {"id":"words.relax","source":"复盖率|全复盖|松驰|震憾|幅射|辐度|副射","plain":true,"with":{"wrong":"松驰 震憾 幅射 复盖率 全复盖 辐度 副射","right":"松弛 震撼 辐射 覆盖率 全覆盖 幅度 辐射"},"why":"松弛、震撼、辐射、覆盖、幅度"}

/** 训练、锻炼、熟练 */
export const train: Cue = {"id":"words.train","source":"训炼|锻练|熟炼|简炼","plain":true,"with":{"wrong":"训炼 锻练 熟炼 简炼","right":"训练 锻炼 熟练 简练"},"why":"训练、锻炼、熟练"}

/** 一如既往、再接再厉、按部就班、迫不及待等成语的写法 */
export const smooth: Cue = {"id":"words.smooth","source":"一如继往|再接再励|按步就班|迫不急待|穿流不息|默守成规|一愁莫展|出奇不意|走头无路|谈笑风声|鼎立相助|鼎立支持|名列前矛|脚踏实的|万事具备|竭尽权力|因地置宜|关怀倍至|无微不致|不径而走|责无旁代|相辅相承|有持无恐|声名雀起|欢心鼓舞|层见迭出","plain":true,"with":{"wrong":"一如继往 再接再励 按步就班 迫不急待 穿流不息 默守成规 一愁莫展 出奇不意 走头无路 谈笑风声 鼎立相助 鼎立支持 名列前矛 脚踏实的 万事具备 竭尽权力 因地置宜 关怀倍至 无微不致 不径而走 责无旁代 相辅相承 有持无恐 声名雀起 欢心鼓舞 层见迭出","right":"一如既往 再接再厉 按部就班 迫不及待 川流不息 墨守成规 一筹莫展 出其不意 走投无路 谈笑风生 鼎力相助 鼎力支持 名列前茅 脚踏实地 万事俱备 竭尽全力 因地制宜 关怀备至 无微不至 不胫而走 责无旁贷 相辅相成 有恃无恐 声名鹊起 欢欣鼓舞 层见叠出"},"why":"一如既往、再接再厉、按部就班、迫不及待等成语的写法"}

/** 告诉公众的短文写“启事”；启示是启发 */
export const notice: Cue = {"id":"words.notice","source":"招聘启示|寻物启示|寻人启示|征文启示|招领启示|遗失启示|征集启示","plain":true,"with":{"wrong":"启示","right":"启事"},"why":"告诉公众的短文写“启事”；启示是启发"}

/** 向上级说情况写“反映”；反应是受刺激后的变化 */
export const tellAbove: Cue = {"id":"words.tell-above","source":"(?<!过敏|应激|不良|化学|连锁|应急|接种|术后)反应(?=(?:情况|问题|意见|诉求|困难|民意|民情))","with":{"wrong":"反应","right":"反映"},"why":"向上级说情况写“反映”；反应是受刺激后的变化"}

/** 救济灾民写“赈灾” */
export const relief: Cue = {"id":"words.relief","source":"震灾捐款|振灾","plain":true,"with":{"wrong":"振灾 震灾捐款","right":"赈灾 赈灾捐款"},"why":"救济灾民写“赈灾”"}

/** 凌晨、抢险、抢修 */
export const hurry: Cue = {"id":"words.hurry","source":"零晨|另晨|枪险|枪修|抢睑","plain":true,"with":{"wrong":"零晨 另晨 枪险 枪修 抢睑","right":"凌晨 凌晨 抢险 抢修 抢险"},"why":"凌晨、抢险、抢修"}

/** 组织、帮助、急需、积极、进一步、垃圾：输入时选错的字 */
export const help: Cue = {"id":"words.help","source":"勇跃参加|进一部|组识|帮组|急须|积及|垃级|遂患|隐犯|园满|偿试|尝还|涌跃|严历|历害|坚苦|兰图|脉博|气慨|膺品|精萃","plain":true,"with":{"wrong":"组识 帮组 急须 积及 进一部 垃级 遂患 隐犯 园满 偿试 尝还 涌跃 勇跃参加 严历 历害 坚苦 兰图 脉博 气慨 膺品 精萃","right":"组织 帮助 急需 积极 进一步 垃圾 隐患 隐患  圆满 尝试 偿还 踊跃 踊跃参加 严厉 厉害 艰苦 蓝图 脉搏 气概 赝品 精粹"},"why":"组织、帮助、急需、积极、进一步、垃圾：输入时选错的字"}

/** “目的是”就是“为了”，叠在一起说了两遍 */
export const purposeTwice: Cue = {"id":"words.purpose-twice","source":"目的(?:就|正|主要)?是为了?(?!民|人|国|[了此])","with":{"advice":"删去“为了”"},"why":"“目的是”就是“为了”，叠在一起说了两遍"}

/** “原因”和“由于、因为、造成”说了两遍 */
export const causeTwice: Cue = {"id":"words.cause-twice","source":"(?:主要)?原因(?:主要)?(?:就|还)?是(?:由于|因为)","with":{"advice":"删去“由于”“因为”"},"why":"“原因”和“由于、因为、造成”说了两遍"}

/** “防止、避免、杜绝”已经否定，再说“不”就成了相反的意思 */
export const denyTwice: Cue = {"id":"words.deny-twice","source":"(?:防止|避免|杜绝|严防)(?:类似|同类|今后)?(?:事故|事件|现象|问题|情况|案件|灾害)?(?:不再|不要再?|不能再?)(?:发生|出现|重演|反弹)|(?:切忌|严禁|禁止)(?:不要|不得|不能|不准)","with":{"advice":"删去后面的“不再”“不得”"},"why":"“防止、避免、杜绝”已经否定，再说“不”就成了相反的意思"}

/** 减少、下降只能说几成、百分之几或几分之几，不能说几倍 */
export const fewerTimes: Cue = {"id":"words.fewer-times","source":"(?:减少|下降|降低|缩短|减轻|压缩|缩小)(?:了|到|近|约|将近)?\\d{1,4}(?:\\.\\d{1,3})?倍","with":{"advice":"换算成百分之几或几分之几"},"why":"减少、下降只能说几成、百分之几或几分之几，不能说几倍"}

/** 约、大约、近和左右、上下、多、余意思一样，说一个就够 */
export const aboutTwice: Cue = {"id":"words.about-twice","source":"(?:大约|大概|(?<![节合公契条制预特违履签简缩集])约(?![谈束定请见稿车]))(?=[^，。；约]{1,12}(?:左右|上下))[^，。；约]{1,12}(?:左右|上下)(?!游|级|班|两|对|各|侧|手)","with":{"advice":"“约”和“左右”只留一个"},"why":"约、大约、近和左右、上下、多、余意思一样，说一个就够"}

/** “超过”和“以上”说了两遍 */
export const exceedTwice: Cue = {"id":"words.exceed-twice","source":"超过\\d{1,6}(?:\\.\\d{1,3})?(?:万|亿|余)?[^\\d，。；、]{0,3}以上","with":{"advice":"“超过”和“以上”只留一个"},"why":"“超过”和“以上”说了两遍"}

/** 句首“通过、经过”加“使”，整句就没有了主语 */
export const throughMakes: Cue = {"id":"words.through-makes","source":"^(?:通过|经过)[^，。；]{2,30}，(?:进一步|切实|有效)?使(?!用|命|得上|馆|者)","with":{"advice":"删去“通过”或“使”"},"why":"句首“通过、经过”加“使”，整句就没有了主语"}

/** 同一个虚词打了两遍 */
export const particleTwice: Cue = {"id":"words.particle-twice","source":"(?<![目标有红])的的(?!确|士)|(?<![为除不明])了了(?![解结之])|(?<!但|于|就|可|只|还|凡)是是(?!非)|和和(?![睦平气美谐乐])|(?<![实自现存])在在(?![^，。；]{0,4}所)|(?<!由|归|属|基|对|关|至|等|终|过|善|位|源|限|用|急|富|便|利)于于","with":{"advice":"删去一个"},"why":"同一个虚词打了两遍"}

/** 当作某种身份、某件事写“作为” */
export const takeAs: Cue = {"id":"words.take-as","source":"做为(?=一[名个项件支]|重点|主要|重要|首要|[一-龥]{2}(?:依据|标准|参考|抓手))","with":{"wrong":"做为","right":"作为"},"why":"当作某种身份、某件事写“作为”"}

/** All of them, in the order of the file. */
export const cues: readonly Cue[] = [
  account,
  deploy,
  upTo,
  install,
  implement,
  tense,
  resemble,
  flood,
  spend,
  outbreak,
  drought,
  although,
  portion,
  wait,
  pullOut,
  compete,
  seat,
  cancel,
  dismantle,
  appraise,
  channel,
  dig,
  guardRail,
  dike,
  letter,
  discriminate,
  eager,
  relax,
  train,
  smooth,
  notice,
  tellAbove,
  relief,
  hurry,
  help,
  purposeTwice,
  causeTwice,
  denyTwice,
  fewerTimes,
  aboutTwice,
  exceedTwice,
  throughMakes,
  particleTwice,
  takeAs,
]
