// The embed builder: recipes and previews follow what is chosen. The recipes are those of src/site/embed.rs.
const d = document, $ = id => d.getElementById(id), root = d.querySelector(`[data-${HOOKS.site}]`);
const said = root.querySelector(`[data-${HOOKS.said}]`);
const site = new URL(root.dataset[HOOKS.site], location).href, base = new URL(root.dataset[HOOKS.base], location).href;
const escape = text => text.replace(/[&<>"]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const known = new Map();

// What the site knows of a comparison; asked for once.
const ask = async slug => {
  const answer = await fetch(`${base}oembed/${slug}.json`);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
};
const about = slug => {
  if (!known.has(slug)) known.set(slug, ask(slug).catch(error => { known.delete(slug); throw error }));
  return known.get(slug);
};

// The height for a width, of a list like “0:850 320:740”.
const heightAt = (heights, width) => {
  const pairs = heights.split(" ").map(pair => pair.split(":").map(Number));
  return (pairs.findLast(([from]) => from <= width) ?? pairs[0])[1];
};

const recipes = ({ title, shipside }, { slug, view, theme, lang, width }) => {
  const { tools } = shipside, { heights } = shipside.views[view], page = `${site}compare/${slug}/`;
  const attributes = (before, src) =>
    [src && ["src", page], [`${before}theme`, theme], view != WORDS.view && [`${before}view`, view], lang && [`${before}lang`, lang], tools != 2 && [`${before}tools`, `${tools}`]]
      .filter(Boolean).map(([name, value]) => ` ${name}="${escape(value)}"`).join("");
  const inside = `  <a href="${escape(page)}">${escape(title)}</a>: ${shipside.figures}`;
  const loader = `<script async src="${escape(site)}embed.js"></` + "script>";
  const query = new URLSearchParams([theme != WORDS.theme && ["theme", theme], view != WORDS.view && ["view", view], lang && ["lang", lang]].filter(Boolean));
  const frame = `${site}embed/${slug}/${query.size ? `?${query}` : ""}`;
  return {
    [RECIPES.script]: `<blockquote class="shipside"${attributes("data-")}>\n${inside}\n</blockquote>\n${loader}`,
    [RECIPES.element]: `<${WORDS.element}${attributes("", true)}>\n${inside}\n</${WORDS.element}>\n${loader}`,
    [RECIPES.frame]: `<iframe src="${escape(frame)}" title="${escape(title)}" width="100%" height="${heightAt(heights, width)}" loading="lazy" sandbox="${WORDS.sandbox}" style="border: 0"></iframe>`,
    [RECIPES.markdown]: shipside.markdown,
    [RECIPES.oembed]: `${site}oembed/${slug}.json`,
  };
};

// One embed on each blog, as the loader makes it; light and dark are what those blogs are.
const show = ({ title }, { slug, view, theme, lang, width }) => {
  for (const blog of root.querySelectorAll(`[data-${HOOKS.scheme}]`)) {
    const here = blog.querySelector(`[data-${HOOKS.preview}]`);
    let it = here.firstElementChild;
    if (here.dataset[HOOKS.preview] != slug) {
      here.dataset[HOOKS.preview] = slug;
      it = d.createElement(WORDS.element);
      const link = d.createElement("a");
      link.href = `${base}compare/${slug}/`;
      link.textContent = title;
      it.append(link);
      it.setAttribute("src", link.href);
      here.replaceChildren(it);
    }
    it.setAttribute("theme", theme);
    it.setAttribute("view", view);
    lang ? it.setAttribute("lang", lang) : it.removeAttribute("lang");
    blog.style.maxInlineSize = `${width + blog.offsetWidth - blog.clientWidth}px`;
  }
};

const isLanguage = tag => {
  try { return Boolean(Intl.getCanonicalLocales(tag)) } catch { return false }
};

// Says below a field what is wrong with it, if anything.
const judge = (id, sentence) => {
  const field = $(id);
  field.setAttribute("aria-invalid", Boolean(sentence));
  return $(field.getAttribute("aria-describedby")).textContent = sentence;
};

const wish = () => {
  const lang = $(WISHES.lang).value.trim(), fits = !lang || isLanguage(lang);
  const typed = $(WISHES.width).valueAsNumber, width = Math.round(Math.min(1600, Math.max(200, typed || 640)));
  const wrong = [
    judge(WISHES.lang, fits ? "" : "What stands under “Language” is none, and is left out."),
    judge(WISHES.width, Math.round(typed) == width ? "" : `Columns are 200 to 1600 px wide: ${width} is taken.`),
  ];
  return { slug: $(WISHES.comparison).value, view: $(WISHES.view).value, theme: $(WISHES.theme).value, lang: fits ? lang : "", width, wrong };
};

let latest, told = [];
const follow = async () => {
  const asked = latest = wish();
  try {
    const it = await about(asked.slug);
    if (asked != latest) return;
    for (const [id, text] of Object.entries(recipes(it, asked))) $(id).textContent = text;
    show(it, asked);
    // What was wrong before stands at its field.
    said.textContent = asked.wrong.filter(it => !told.includes(it)).join(" ").trim();
    told = asked.wrong;
  } catch {
    if (asked == latest) said.textContent = "What is known of this comparison could not be loaded. Check your connection, then choose again.";
  }
};

const copy = async button => {
  const id = button.dataset[HOOKS.copy], code = $(id), name = $(`recipe-${id}`).textContent;
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(code.textContent);
    said.textContent = `Copied: ${name}.`;
  } catch {
    // In this order: in some browsers, focus takes the selection along.
    code.parentNode.focus();
    getSelection().selectAllChildren(code);
    said.textContent = `This browser does not let the page copy. “${name}” is selected: copy it with Ctrl+C or ⌘C.`;
  }
};

// A site without comparisons has nothing to choose.
if (said) {
  // Whoever comes from a comparison, or names one behind a #, means that one.
  const from = location.hash.slice(1) || d.referrer.startsWith(base) && d.referrer.match(/\/(?:compare|embed)\/([a-z\d-]+)\/?(?:[?#]|$)/)?.[1];
  if ([...$(WISHES.comparison).options].some(option => option.value == from)) $(WISHES.comparison).value = from;
  for (const hidden of root.querySelectorAll("[hidden]")) hidden.hidden = false;
  root.addEventListener("change", follow);
  root.addEventListener("click", event => {
    const button = event.target.closest(`[data-${HOOKS.copy}]`);
    if (button) copy(button);
  });
  follow();
}
// Without the app, this page keeps the chosen theme itself.
d.querySelector(`select[name=${CHOICES.theme}]`).addEventListener("change", event => {
  try { localStorage.setItem(KEYS.theme, event.target.value) } catch {}
});
