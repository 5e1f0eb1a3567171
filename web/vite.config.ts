import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const server = process.env["SELFOS_URL"] ?? "http://127.0.0.1:8420";

/** What the app begins with comes in one piece, what Today adds in another: many small files compress worse. */
const chunks = [
  { name: "core", test: /src\/(app\/main|features\/account\/session)\.tsx?$/, priority: 1 },
  { name: "today", test: /src\/(app\/shell\/Around|features\/today\/TodayScreen)\.tsx$/ },
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
  resolve: { alias: { dexie: "dexie/dist/modern/dexie.mjs" } }, // without what old browsers need
  build: {
    target: "es2022",
    sourcemap: false,
    modulePreload: false, // the service worker fetches every chunk ahead
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { proxy: { "/api": server } },
});
