export function isInstalled(base?: string): boolean;
export function ensureInstalled(options?: {
  base?: string;
  environment?: NodeJS.ProcessEnv;
  say?: (line: string) => void;
}): Promise<void>;
