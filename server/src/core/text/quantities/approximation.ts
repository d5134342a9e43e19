// 约、近、不足 in front of a figure and 以上、左右 behind it.

import type { Approximation } from './quantity'

/** What the words directly before `start` say about exactness. */
export function approxBefore(text: string, start: number): Approximation {
  if (start === 0) return 'exact'
  const last = text[start - 1]!
  const previous = start > 1 ? text[start - 2]! : ''
  switch (last) {
    case '约': // 节约、签约、合约 end in the same character
      return '节签预合公履违契续特邀条制要失爽集'.includes(previous || '，') ? 'exact' : 'about'
    case '近':
      return '附最靠邻临新远亲'.includes(previous || '，') ? 'exact' : 'about'
    case '概':
      return previous === '大' ? 'about' : 'exact'
    case '计':
      return previous === '估' ? 'about' : 'exact'
    case '于': {
      if ('高多大'.includes(previous || '，')) return text[start - 3] === '不' ? 'under' : 'over'
      if ('低少小'.includes(previous || '，')) return text[start - 3] === '不' ? 'over' : 'under'
      return 'exact'
    }
    case '超':
      return '反赶'.includes(previous || '，') ? 'exact' : 'over'
    case '逾':
      return 'over'
    case '过':
      if (previous !== '超') return 'exact'
      return text[start - 3] === '不' || text[start - 3] === '未' ? 'under' : 'over'
    case '破':
      return previous === '突' ? 'over' : 'exact'
    case '足':
    case '到':
      return previous === '不' ? 'under' : 'exact'
    case '满':
      return previous === '不' || previous === '未' ? 'under' : 'exact'
    case '少':
      return previous === '至' || previous === '最' ? 'over' : 'exact'
    case '多':
      return previous === '至' || previous === '最' ? 'under' : 'exact'
    case '几':
      return previous === '好' ? 'about' : 'exact'
    default:
      return 'exact'
  }
}

/** What the words directly behind `end` say about exactness. */
export function approxAfter(text: string, end: number): Approximation {
  const first = text[end]
  const second = text[end + 1]
  switch (first) {
    case '左':
      return second === '右' ? 'about' : 'exact'
    case '上':
      return second === '下' ? 'about' : 'exact'
    case '以':
    case '之':
      if (second === '上') return 'over'
      return second === '下' || second === '内' ? 'under' : 'exact'
    case '及':
    case '或':
      if (text.startsWith('以上', end + 1)) return 'over'
      return text.startsWith('以下', end + 1) ? 'under' : 'exact'
    case '多':
    case '余':
      return 'over'
    default:
      return 'exact'
  }
}
