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

export const imports: readonly Import[] = [...sources].flatMap(([from, code]) =>
  [...code.matchAll(/(?:\bfrom |\bimport |\b(import)\(|\bnew (URL)\()"(\.[^"]*)"/g)].map(([, late, url, path = ""]) => ({
    from,
    to: join(dirname(from), path),
    isLate: Boolean(late ?? url),
  })),
);
