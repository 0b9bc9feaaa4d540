import { escape } from "../parts/text.js";

export const data = { permalink: "/index.html" };

export function render({ catalogue }) {
  const { site, comparisons, tools } = catalogue;
  const title = ({ tools: ids }) => ids.map((id) => tools.get(id).value.name).join(" vs ");
  const item = ({ value }) => `\n<li><a href="/compare/${value.slug}/">${escape(title(value))}</a></li>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escape(site.value.name)}</title>
<link rel="canonical" href="${site.value.base_url}">
</head>
<body><main><h1>${escape(site.value.tagline)}</h1>
<ul>${comparisons.map(item).join("")}
</ul></main></body>
</html>
`;
}
