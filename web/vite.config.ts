import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const server = process.env["SELFOS_URL"] ?? "http://127.0.0.1:8420";

/** What every screen stands on comes in one piece, what most of them use in another: many small files compress worse. */
const CORE = /node_modules\/(dexie|react|scheduler|use-sync|wouter)|src\/(api|browser|design|device\/(?!vault-)|i18n|life|sync)\//;
const PARTS = /src\/(design\/(Badge|Chip|Menu|Row|Segmented|Toggle)|i18n\/(dates|german|repeats|today|words))/;
const chunks = [
  { name: (id: string) => (CORE.test(id) && !PARTS.test(id) && !id.endsWith("texts.de.ts") ? "core" : null), priority: 1 },
  { name: (id: string) => (PARTS.test(id) && !/german|texts\.de/.test(id) ? "parts" : null) },
];

export default defineConfig({
  plugins: [
    react(),
    tailwind(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/app",
      filename: "sw.ts",
      registerType: "prompt",
      injectRegister: false,
      manifest: {
        id: "/",
        name: "SelfOS",
        short_name: "SelfOS",
        description: "A life operating system on a machine you own.",
        start_url: "/",
        scope: "/",
        display: "standalone",
        background_color: "#f6f7f7",
        theme_color: "#f6f7f7",
        icons: [
          { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        ],
        share_target: { action: "/capture", method: "GET", enctype: "application/x-www-form-urlencoded", params: { title: "title", text: "text", url: "url" } },
        categories: ["productivity", "lifestyle"],
        shortcuts: [
          { name: "Capture", url: "/capture" },
          { name: "Tasks", url: "/tasks" },
        ],
      },
      injectManifest: { globPatterns: ["**/*.{js,css,html,svg,png}"] },
    }),
  ],
  build: {
    target: "es2022",
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { proxy: { "/api": server } },
});
