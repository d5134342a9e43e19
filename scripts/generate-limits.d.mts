import type { Limit } from '../server/src/core/report/deadlines/types'

export const target: string
export function readLimits(): readonly Limit[]
export function renderLimits(limits: readonly Limit[]): string
