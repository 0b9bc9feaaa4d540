import { escape, host, rich } from "./text.js";

export const chrome = ({ name }) =>
  `<a class="to-content" href="#main">Skip to content</a><div class="page"><header class="site"><a class="brand" href="/">${escape(name)}</a><nav aria-label="Site"><a href="/compare/">Comparisons</a><a href="/tools/">Tools</a><a href="/panel/">Panel</a></nav></header>`;

export const foot = ({ name, tagline, notice, newsletter }) =>
  `<footer class="foot">${letter(newsletter)}
<p class="notice" dir="auto">${rich(notice)}</p><p><a href="/embed/">Embed a comparison</a></p><p class="colophon"><strong>${escape(name)}</strong> <span dir="auto">${escape(tagline)}</span></p><label class="theme"><span>Theme</span><select name="theme"><option value="auto">Automatic</option><option value="light">Light</option><option value="dark">Dark</option></select></label></footer>
`;

const letter = ({ title, lede, action, field }) =>
  `<section class="newsletter" aria-labelledby="newsletter"><h2 id="newsletter">${escape(title)}</h2><p dir="auto">${rich(lede)}</p><form method="post" action="${escape(action)}"><label for="email">Email address</label><input id="email" type="email" name="${escape(field)}" autocomplete="email" required><button>Subscribe</button><small>Your address goes to ${escape(host(action))}, not to this site.</small></form></section>`;
