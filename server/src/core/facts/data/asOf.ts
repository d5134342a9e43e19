// The time at which the figures of an emergency were counted: 截至8时, 至8时累计, 到4日8时. 6时至8时 is a span of time.

export const asOf =
  /截至|截止|统计至|时止|(?<![时分点\d])(?:至|到)(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:凌晨|上午|下午|晚)?(?:\d{1,2}[时点]|\d{1,2}[:：]\d{2})/
