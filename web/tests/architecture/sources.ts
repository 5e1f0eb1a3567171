import { dirname, join } from "node:path";

/** A file that another one asks for; a late one is fetched by `import()` when it is needed. */
export interface Import {
  from: string;
  to: string;
  isLate: boolean;
}

const files = import.meta.glob<string>("../../src/**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });

/** The code of the app, by its path below `web/`. */
export const sources: ReadonlyMap<string, string> = new Map(Object.entries(files).map(([path, code]) => [path.replace("../../", ""), code]));

/** The file meant by a path of an import, where it is one of the app. */
function named(path: string): string {
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((name) => sources.has(name)) ?? path;
}

export const imports: readonly Import[] = [...sources].flatMap(([from, code]) =>
  [...code.matchAll(/(?:\bfrom |\bimport |\b(import)\(|\bnew (URL)\()"(\.[^"]*)"/g)].map(([, late, url, path = ""]) => ({
    from,
    to: named(join(dirname(from), path)),
    isLate: Boolean(late ?? url),
  })),
);
