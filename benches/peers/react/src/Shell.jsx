import { useState } from "react";
import { Tray } from "./Pick.jsx";
import { Rich } from "./Text.jsx";

function ThemePicker() {
  const [theme, setTheme] = useState("auto");
  const choose = (event) => {
    setTheme(event.target.value);
    document.documentElement.dataset.theme = event.target.value;
  };
  return (
    <label className="theme">
      <span>Theme</span>
      <select name="theme" value={theme} onChange={choose}>
        <option value="auto">Automatic</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}

function Newsletter({ newsletter }) {
  return (
    <section className="newsletter" aria-labelledby="newsletter">
      <h2 id="newsletter">{newsletter.title}</h2>
      <Rich as="p" text={newsletter.lede} />
      <form method="post" action={newsletter.action}>
        <label htmlFor="email">Email address</label>
        <input id="email" type="email" name={newsletter.field} autoComplete="email" required />
        <button>Subscribe</button>
        <small>{`Your address goes to ${new URL(newsletter.action).host}, not to this site.`}</small>
      </form>
    </section>
  );
}

export function Shell({ site, children }) {
  return (
    <>
      <a className="to-content" href="#main">
        Skip to content
      </a>
      <div className="page">
        <header className="site">
          <a className="brand" href="/">
            {site.name}
          </a>
          <nav aria-label="Site">
            <a href="/compare/">Comparisons</a>
            <a href="/tools/">Tools</a>
            <a href="/panel/">Panel</a>
          </nav>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer className="foot">
          <Newsletter newsletter={site.newsletter} />
          <Rich as="p" className="notice" text={site.notice} />
          <p>
            <a href="/embed/">Embed a comparison</a>
          </p>
          <p className="colophon">
            <strong>{site.name}</strong> <Rich as="span" text={site.tagline} />
          </p>
          <ThemePicker />
        </footer>
        <Tray />
      </div>
    </>
  );
}
