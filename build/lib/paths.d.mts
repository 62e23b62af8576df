export const root: string;
export const outDir: string;
export const cacheDir: string;
export function nodeBinary(base?: string): string | undefined;
export function electronBinary(base?: string, environment?: NodeJS.ProcessEnv): string | undefined;
export function defaultDataDir(environment?: NodeJS.ProcessEnv): string;
