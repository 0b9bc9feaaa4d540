import { jsonLd } from "./json-ld.js";
import { escape, plain } from "./text.js";

export function head({ site, comparison, title: names, judged }) {
  const at = (path) => escape(new URL(path, site.base_url).href);
  const name = escape(site.name);
  const title = `${escape(names)} · ${name}`;
  const alt = escape(`Panel ship: ${judged.map(({ tool, percent }) => `${tool.name} ${percent}%`).join(", ")}`);
  const description = `${alt}. ${escape(plain(comparison.lede))}`;
  const own = at(`compare/${comparison.slug}/`);
  const image = at(`og/${comparison.slug}.png`);
  return `<title>${title}</title>
<meta name="description" content="${description}">
<link rel="canonical" href="${own}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${name}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${own}">
<meta property="og:image" content="${image}">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="${alt}">
<meta name="twitter:card" content="summary_large_image">
<meta name="twitter:title" content="${title}">
<meta name="twitter:description" content="${description}">
<meta name="twitter:image" content="${image}">
<link rel="alternate" type="application/atom+xml" title="${name}" href="${at("feed.xml")}">
<link rel="alternate" type="application/feed+json" title="${name}" href="${at("feed.json")}">
<link rel="alternate" type="application/json+oembed" title="${title}" href="${at(`oembed/${comparison.slug}.json`)}">
${jsonLd({ site, names, own, judged })}`;
}
