// Shipside's loader. It puts comparisons into any page:
//
//   <blockquote class="shipside"><a href="https://SITE/compare/SLUG/">A vs B</a></blockquote>
//   <script async src="https://SITE/embed.js"></script>
//
// Every such quotation, and every <shipside-comparison src="…">, shows SITE/embed/SLUG/ in a sandboxed frame, which is loaded
// when the reader comes near. Until that page says that it is ready, and for ever if it never does, the link inside stays.
// What authors can set and hear, and what their policy has to allow, is in docs/EMBEDDING.md.
//
// Objects in capitals that nothing here defines are names: the build puts them in (src/scripts/README.md).
//
// Readers pay for this file on every post: it may have 1800 bytes, minified and compressed. So it does each thing in the
// shortest way that is right, and leaves to the embedded page (src/scripts/host.js) what can be done there.
(() => {
  const NAME = WORDS.element;
  // Where the site says that it is (`base_url`); the build puts it in. Its old addresses may redirect there.
  const HOME = "";
  // The site's addresses: what others have is not shown, and what they say not heard. Scripts of the page tell where a loader came
  // from, and its author, by `data-site`, what it is called otherwise. A bundle came from anywhere; so did a copy by another name.
  const told = `${Array.from(document.scripts, it => `${it.src} ${it.dataset[HOOKS.site]}/embed.js `)}`;
  const sites = [HOME, ...(told.match(/http\S*?\/(?=\/?embed.js|shipside-embed)/g) ?? [])];
  // A page may load this twice, or another site's loader too. A name is defined once, so the first to come serves all.
  const first = customElements.get(NAME);
  if (first) return sites.forEach(first.serves);

  // What the attributes take. Nothing, and nonsense, is for the embedded page to replace by what it does by itself.
  const TAKES = {
    src: "",
    theme: WORDS.themes,
    view: WORDS.views,
    lang: WORDS.language,
    tools: "\\d",
    heights: "[\\d: ]+",
  };
  // The room that is kept free, by view and number of tools; the build puts it in, from src/site/reserve.rs.
  const RESERVED = {};
  // Its first column tells a width to parents that are as wide as what is in them, and lets others be narrower, as far as is legible.
  // The slot holds the link, and the height; the frame covers it, in a box that no rule of the post reaches.
  // Nobody sees the slot's outline: its colour tells whether the post is light or dark there, and its transition, when that
  // changes.
  const STYLE =
    ":host(:not([hidden])){display:grid;min-width:200px;grid:auto/minmax(0,40em)1fr}" +
    "*{border:0;grid-area:1/1/1/3;width:100%}" +
    "div{container:a/inline-size;display:grid}" +
    "slot{display:block;outline-color:light-dark(#000,#fff);transition:outline 1ms}" +
    "[hidden],:not([hidden])+iframe{visibility:hidden}";
  // Milliseconds after which it is said that a page has not come. It may still come.
  const PATIENCE = 9999;

  const said = [];
  const say = message => (said[message] ??= !console.warn(`Shipside: ${message}`), message);

  // Gives an element its frame. What comes back starts it anew, and is to be called when the element comes and goes.
  const mount = it => {
    let src, site, slug, timer, origin;
    const slot = document.createElement("slot");
    const frame = document.createElement("iframe");
    const style = new CSSStyleSheet();
    const shadow = it.attachShadow({ mode: "open" });
    // A strict policy forbids styles in elements, and none forbids this.
    shadow.adoptedStyleSheets = [style];
    shadow.appendChild(document.createElement("div")).append(slot);
    // Scripts: votes and messages. Same origin: earlier votes, and the content's files. Popups: links open beside the post;
    // and escape: what they lead to works like any page.
    frame.sandbox = WORDS.sandbox;

    for (const name in TAKES) {
      // Set before this script came.
      const value = it[name];
      Object.defineProperty(it, name, {
        get: () => it.getAttribute(name) ?? "",
        set: value => value == null ? it.removeAttribute(name) : it.setAttribute(name, value),
      });
      if (value) it[name] = value;
    }

    const value = name => {
      const text = it[name].trim();
      return RegExp(`^(${TAKES[name]}|)$`).test(text) ? text : (say(`${name} takes ${TAKES[name]}, not ${text}`), "");
    };

    const look = () => ({
      theme: value("theme").replace(/auto|^$/, /255/.test(getComputedStyle(slot).outlineColor) ? "dark" : "light"),
      view: value("view"),
      lang: value("lang"),
    });

    // The slot is hidden when, and only when, the page is ready.
    const configure = () => slot.hidden && frame.contentWindow.postMessage({ ...look(), shipside: 1, type: MESSAGES.configure }, origin);

    const tell = (type, detail) => it.dispatchEvent(new CustomEvent(MESSAGES.event + type, { detail, composed: true, bubbles: true }));

    // Room that is not needed is given back where nobody sees it go.
    const spare = () => it.getBoundingClientRect().top > innerHeight && (slot.style.minHeight = 0);

    const hear = event => {
      const { shipside, type, ...detail } = event.data ?? {};
      if (shipside === 1 && event.source == frame.contentWindow && sites.some(it => it.startsWith(event.origin + "/"))) {
        // Not that of `frame.src` where the site has moved.
        origin = event.origin;
        // The frame is as high as its page, also where more room was kept: what is left of that is the post's. `ready` and `resize` tell it.
        // Five tools in a column of 200 px, with letters twice as large, are some 130,000 px.
        if (/^re/.test(type) && detail.height >= 1 && detail.height < 9e5) slot.style.height = frame.style.height = `${detail.height}px`;
        if (type == MESSAGES.ready) {
          clearTimeout(timer);
          frame.title = detail.title;
          slot.hidden = true;
          spare();
          configure();
        }
        // Written out: as a literal it is shorter. tests/tidy/names.rs holds its words to those that are declared.
        if (/^(ready |error |vote [a-z\d-]+ (ship|skip|null)$)/.test(`${type} ${detail.tool} ${detail.choice}`)) tell(type, detail);
      }
    };

    const near = new IntersectionObserver(entries => {
      if (!entries.pop().isIntersecting) return;
      // What happened while it was not shown at all, no transition has told.
      if (frame.isConnected) return configure();
      if (sites.includes(site)) {
        frame.src = site + `embed/${slug}/?` + new URLSearchParams(look());
        slot.after(frame);
        addEventListener("message", hear);
      } else {
        // Until its loader comes: this is said once.
        addEventListener(NAME, start);
        near.disconnect();
      }
      timer = setTimeout(() => {
        spare();
        tell(MESSAGES.error, { message: say(`${src} did not come from ${sites}`) });
      }, PATIENCE);
    }, { rootMargin: "600px" });

    const start = () => {
      clearTimeout(timer);
      frame.remove();
      removeEventListener("message", hear);
      removeEventListener(NAME, start);
      near.disconnect();
      slot.hidden = slot.style = frame.style = "";
      // Frames, like links, know the whole address.
      frame.src = src = it.src;
      // It begins with an h, as http and https do: an address of script would run in the post.
      [, site, , slug] = /^(h[^?#]*\/)(compare|embed)\/([a-z\d-]+)/.exec(src && frame.src) ?? [];
      // Where no script tells, the first link of the page does: the author's stands before those of who comments.
      if (site) sites[1] ??= site;
      // Room for the page that is to come, if any: the height of the widest class that fits.
      const heights = !slug ? "0:0" : value("heights") || RESERVED[value("view") || "compact"]?.[value("tools") || 2] || "0:1000";
      style.replaceSync(STYLE + heights.replace(/(\d+):(\d+)/g, "@container(width>=$1px){slot{min-height:$2px}}"));
      if (it.isConnected) near.observe(it);
    };

    slot.ontransitionend = configure;
    new MutationObserver(() => it.src == src ? slot.hidden && (slot.style.minHeight = 0, configure()) : start()).observe(it, { attributes: true });
    return start;
  };

  customElements.define(NAME, class extends HTMLElement {
    #start = mount(this);
    // Loaders of other versions call it, too.
    static serves(site) {
      sites.push(site);
      dispatchEvent(new CustomEvent(NAME));
    }
    connectedCallback() {
      this.#start();
    }
    disconnectedCallback() {
      this.#start();
    }
  });

  // Whether React keeps a node, or will: it marks its own and its roots. What it keeps must stay where it put it.
  const isReacts = node => node && (/_react/.test(Object.keys(node)) || isReacts(node.parentNode));

  // Puts an element in the place of every quotation that has a link, and the quotation into it; or the element into what React keeps.
  const upgrade = () => {
    // Scripts that run once the page is parsed may bring it to life, as React does, and would not know what they did not write.
    if (document.readyState == "complete" || !document.querySelector("[defer],[type=module]")) for (const link of document.querySelectorAll("blockquote.shipside a")) {
      const quote = link.closest("blockquote.shipside");
      if (quote.shadowRoot || quote.closest(NAME)) continue;
      const it = document.createElement(NAME);
      const follow = () => {
        for (const name in TAKES) it[name] = quote.dataset[name];
        it.src = quote.querySelector("a")?.href;
      };
      follow();
      // A host that takes its quotation away means all of this.
      it.shadowRoot.firstChild.onslotchange = () => it.firstChild || it.remove();
      if (isReacts(quote)) {
        it.append(document.createElement("slot"));
        quote.attachShadow({ mode: "open" }).append(it);
      } else {
        quote.before(it);
        it.append(quote);
      }
      new MutationObserver(follow).observe(quote, { attributes: true, subtree: true, childList: true });
    }
  };
  new MutationObserver(upgrade).observe(document, { subtree: true, childList: true });
  addEventListener("load", upgrade);
  upgrade();
})();
