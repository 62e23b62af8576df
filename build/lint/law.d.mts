export function importsOf(source: string): string[];
export function judge(path: string, source: string): string[];
