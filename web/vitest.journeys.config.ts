import { defineConfig } from "vitest/config";

/** One browser and one house at a time: the machine is small, and journeys are about people, not about speed. */
export default defineConfig({
  test: {
    include: ["tests/journeys/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
