export function obtainElectron(options: {
  node: string | undefined;
  base?: string;
  limitMs?: number;
  again?: boolean;
  say?: (line: string) => void;
}): Promise<string | undefined>;
