// Builds the page: `node build.js SITE DATA OUT`, with the folder of the built Shipside site, the folder of the content and
// the folder to write to.
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const SLUG = "smolvlm2-turbo-vs-mistral-medium-3";
const BASE = "/peers/react/";

const [site, data, out] = process.argv.slice(2);
if (!out) {
  console.error("Usage: node build.js SITE DATA OUT");
  process.exit(2);
}
const json = (path) => JSON.parse(readFileSync(join(data, path), "utf8"));
const comparison = json(`comparisons/${SLUG}.json`);
const content = {
  site: json("site.json"),
  comparison,
  tools: comparison.tools.map((id) => json(`tools/${id}.json`)),
};

const shared = { configFile: false, logLevel: "warn", base: BASE, oxc: { jsx: { runtime: "automatic" } } };
const client = await build({
  ...shared,
  build: { outDir: out, emptyOutDir: true, modulePreload: false, rolldownOptions: { input: "src/main.jsx" } },
});
await build({ ...shared, build: { ssr: "src/server.jsx", outDir: "server", emptyOutDir: true } });
const server = await import(pathToFileURL(join(process.cwd(), "server/server.js")));

const script = client.output.find((file) => file.isEntry).fileName;
const page = readFileSync(join(site, `compare/${SLUG}/index.html`), "utf8");
const styles = page.match(/<style[^>]*>[\s\S]*?<\/style>|<link[^>]*rel="?stylesheet[^>]*>/g) ?? [];
const early = readFileSync("src/early.js", "utf8").replace(/^\/\/.*\n/gm, "").replace(/\n\s*/g, " ").trim();
// What a comparison's page gets once its script runs.
content.style = `/${readdirSync(site).find((name) => /^shipside-style-\w+\.css$/.test(name))}`;
const inline = JSON.stringify(content).replaceAll("<", "\\u003c");
const html = `<!doctype html>
<html lang="en" data-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${content.tools.map((tool) => tool.name).join(" vs ")}</title>
<script>${early}</script>
<link rel="modulepreload" href="${BASE}${script}">
${styles.join("\n")}
</head>
<body>
<div id="root">${server.render(content)}</div>
<script type="application/json" id="content">${inline}</script>
<script type="module" src="${BASE}${script}"></script>
</body>
</html>
`;
mkdirSync(out, { recursive: true });
writeFileSync(join(out, "index.html"), html);
