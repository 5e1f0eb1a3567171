import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["src/**/*.test.ts", "tests/architecture/**/*.test.ts"] } },
      {
        test: {
          name: "properties",
          include: ["tests/properties/**/*.test.ts"],
          globalSetup: ["tests/properties/server.ts"],
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
