// All that a suite in a real VS Code needs; how to add one stands in test/vscode/index.ts.
export * from './drafts'
export * from './findings'
export * from './firstReport'
export * from './handIn'
export * from './person'
export * from './providers'
export * from './spool'
export * from './wait'
