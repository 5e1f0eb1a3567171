import { expect, test } from "vitest";
import { sources } from "./sources";

const catalogues = [...sources].filter(([path]) => path.endsWith("/texts.ts"));

test("every text is said somewhere", () => {
  const unsaid = catalogues.flatMap(([path, catalogue]) => {
    const code = codeAround(path);
    return keysOf(catalogue).filter((key) => !isSaid(key, code)).map((key) => `${path}: ${key}`);
  });
  expect(unsaid).toEqual([]);
});

/** The code of the part of the app that a catalogue belongs to. */
function codeAround(path: string): string {
  const part = path.split("/", path.startsWith("src/features/") ? 3 : 2).join("/");
  const isCode = (file: string) => file.startsWith(`${part}/`) && !/\/texts(\.de)?\.ts$|\.test\.ts$/.test(file);
  return [...sources]
    .filter(([file]) => isCode(file))
    .map(([, code]) => code)
    .join("\n");
}

function keysOf(catalogue: string): string[] {
  return [...catalogue.matchAll(/^ {2}(?:(\w+)|"([^"]+)"):/gm)].map(([, plain, quoted]) => plain ?? quoted ?? "");
}

/** By its name, or by a template that makes it: `make.${status}`. */
function isSaid(key: string, code: string): boolean {
  return code.includes(`"${key}"`) || templatesIn(code).some((template) => template.test(key));
}

function templatesIn(code: string): RegExp[] {
  return [...code.matchAll(/`((?:[\w.]|\$\{[^`{}]+\})+)`/g)]
    .map(([, template = ""]) => template.replaceAll(".", "\\.").replaceAll(/\$\{[^}]+\}/g, "[\\w-]+"))
    .filter((pattern) => !/^(\[\\w-\]\+)+$/.test(pattern))
    .map((pattern) => new RegExp(`^${pattern}$`));
}
