import type { Page } from 'playwright-core'

/** The page reaches loopback and nothing else. */
export function openBrowser(
  executablePath: string,
  size?: { width?: number; height?: number },
): Promise<{ page: Page; close(): Promise<void> }>
