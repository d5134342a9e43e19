export function installIntake(): void
/** Resolves with the path of the script. */
export function buildIntake(): Promise<string>
