/** What keys are made for, from the least right to the most. */
export const PRESETS = [
  { name: "capture", scopes: ["thoughts:write"] },
  { name: "tasks", scopes: ["tasks:read", "tasks:write"] },
  { name: "read", scopes: ["*:read"] },
  { name: "all", scopes: ["*:read", "*:write"] },
] as const satisfies readonly { name: string; scopes: readonly string[] }[];

export type PresetName = (typeof PRESETS)[number]["name"];

export function presetOf(scopes: readonly string[]): PresetName | undefined {
  const given = scopes.toSorted().join();
  return PRESETS.find((preset) => preset.scopes.toSorted().join() === given)?.name;
}

export function scopesOf(name: PresetName): string[] {
  return [...(PRESETS.find((preset) => preset.name === name)?.scopes ?? [])];
}
