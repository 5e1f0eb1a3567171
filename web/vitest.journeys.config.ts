import { defineConfig } from "vitest/config";

/** One browser and one house at a time: the machine is small, and journeys are about people, not about speed. */
export default defineConfig({
  test: {
    include: ["tests/journeys/**/*.test.ts"],
    fileParallelism: false,
    retry: 1, // a busy machine may stall a browser once; what fails twice is broken
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
