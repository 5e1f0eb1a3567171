import { icons, type IconNode } from "lucide";
import { ICONS } from "../src/design/icons.ts";

/** All icons in one picture, one symbol each: what the app shows of it costs no script. */
export function sprite(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${ICONS.map(symbol).join("\n")}\n</svg>\n`;
}

function symbol(name: string): string {
  const node: IconNode | undefined = (icons as Record<string, IconNode>)[pascal(name)];
  if (!node) throw new Error(`Lucide has no icon "${name}"`);
  return `<symbol id="${name}" viewBox="0 0 24 24">${node.map(element).join("")}</symbol>`;
}

function element([tag, attributes]: IconNode[number]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${tag}${written.join("")}/>`;
}

function pascal(name: string): string {
  return name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}
