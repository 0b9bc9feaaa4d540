//! Posts that React draws and keeps: React 19 as npm has it, its development build, in strict mode.

use super::{Journey, Reader, journeys};
use crate::{
    answer::Answer,
    engine::Kind,
    page::COMPARISON,
    post::{FRAME, Post, allows},
};
use serde_json::json;
use std::{env, fs, path::Path};

pub const ALL: &[Journey] = journeys![in &[Kind::Chromium, Kind::Firefox];
    react_keeps_a_quotation_that_shows_its_comparison,
    react_takes_over_a_page_with_a_quotation,
    react_takes_an_element_as_it_is,
];

/// React for browsers, from its packages beside axe-core.
fn react() -> String {
    let axe = env::var("SHIPSIDE_AXE").expect("SHIPSIDE_AXE names the script of axe-core");
    let modules = Path::new(&axe).ancestors().nth(2).expect("it is in a package");
    let package = |(name, file): (&str, &str)| {
        let path = modules.join(file);
        let code = fs::read_to_string(&path).unwrap_or_else(|error| {
            panic!("{} cannot be read ({error}): `cargo xtask test` installs React", path.display())
        });
        format!("packages['{name}'] = (exports, module, require, process) => {{ {code}\n}};\n")
    };
    let packages: String = [
        ("react", "react/cjs/react.development.js"),
        ("scheduler", "scheduler/cjs/scheduler.development.js"),
        ("react-dom", "react-dom/cjs/react-dom.development.js"),
        ("react-dom/client", "react-dom/cjs/react-dom-client.development.js"),
    ]
    .map(package)
    .concat();
    format!(
        "{{ const packages = {{}}, made = {{}};
           const require = name => {{
             if (!made[name]) {{ made[name] = {{ exports: {{}} }}; packages[name](made[name].exports, made[name], require, {{ env: {{ NODE_ENV: 'development' }} }}) }}
             return made[name].exports;
           }};
           {packages}
           window.React = require('react');
           window.ReactDOM = require('react-dom/client'); }}"
    )
}

/// A paragraph, and the quotation when it is wanted, as its MDX would be compiled.
const POST: &str = "const h = React.createElement;
    const Post = () => {
      const [state, set] = React.useState({ shown: true, before: false, href: HREF, view: 'vote' });
      window.set = change => set(state => ({ ...state, ...change }));
      return h('article', null, h('p', null, 'Read this:'), state.before && h('p', { id: 'more' }, 'One more.'),
        state.shown && h('blockquote', { className: 'shipside', 'data-view': state.view }, h('a', { href: state.href }, 'A vs B'), ': 100%'));
    };
    const whole = h(React.StrictMode, null, h(Post));";

struct Owned {
    blog: crate::post::Blog,
    policy: String,
    /// The address of the comparison.
    page: String,
}

fn owned(reader: &Reader) -> Owned {
    let blog = reader.blog();
    blog.0.answers("/react.js", Answer::script(&react()));
    let policy = allows(&reader.site).replace("'nonce-journey'", &format!("'nonce-journey' http://{}", blog.0.host()));
    Owned { blog, policy, page: reader.site.url(COMPARISON) }
}

impl Owned {
    fn reads(&self, reader: &Reader, body: String) {
        reader.reads(&self.blog, &Post { policy: self.policy.clone(), ..reader.post(body) });
    }
}

fn post_of(reader: &Reader) -> String {
    POST.replace("HREF", &format!("'{}'", reader.site.url(COMPARISON)))
}

/// The quotation goes on being React's, whatever it does to it.
fn lives(reader: &Reader) {
    reader.sees_embed(0);
    assert_eq!(reader.embedded_look(0), "light vote");
    assert_eq!(reader.js("return heard.at(-1)[0]", &[]), json!("ready"));
    reader.js("set({ before: true })", &[]);
    reader.sees(
        "the paragraph before it",
        || reader.text("document.querySelector('#more').nextSibling.localName"),
        "blockquote",
    );
    reader.js("set({ view: 'compact' })", &[]);
    reader.sees("the other view", || reader.embedded_look(0), "light compact");
    reader.js("set({ href: arguments[0] })", &[reader.site.url("/compare/ollama-vs-vllm/").into()]);
    reader.sees("the other comparison", || reader.embed(0)["title"].clone(), json!("Ollama vs vLLM"));
    for _ in 0..2 {
        reader.js("set({ shown: false })", &[]);
        reader.sees(
            "no embed",
            || reader.number("embeds().length + document.querySelectorAll('blockquote').length"),
            0.0,
        );
        reader.js("set({ shown: true })", &[]);
        reader.sees_embed(0);
    }
    reader.js("root.unmount()", &[]);
    reader.sees(
        "nothing",
        || reader.number("document.querySelector('#root').childNodes.length + embeds().length"),
        0.0,
    );
    assert_eq!(reader.said(), [""; 0]);
    reader.saw_nothing_break();
}

fn react_keeps_a_quotation_that_shows_its_comparison(reader: &Reader) {
    let owned = owned(reader);
    let draws = format!(
        "<div id=\"root\"></div><script src=\"/react.js\"></script><script nonce=\"journey\">{} window.root = ReactDOM.createRoot(document.querySelector('#root')); root.render(whole)</script>",
        post_of(reader)
    );
    for body in [draws.clone() + &reader.loader(), reader.loader().replace("async ", "") + &draws] {
        owned.reads(reader, body);
        lives(reader);
    }
}

fn react_takes_over_a_page_with_a_quotation(reader: &Reader) {
    let owned = owned(reader);
    let html = format!(
        "<div id=\"root\"><article><p>Read this:</p><blockquote class=\"shipside\" data-view=\"vote\"><a href=\"{page}\">A vs B</a>: 100%</blockquote></article></div>",
        page = owned.page,
    );
    let app = "window.root = ReactDOM.hydrateRoot(document.querySelector('#root'), whole)";
    owned.blog.0.answers("/app.js", Answer::script(&format!("import '/react.js'; {} {app}", post_of(reader))));
    let hydrates = "<script type=\"module\" src=\"/app.js\"></script>".to_owned();
    // As tools put it: in the head, or at least before what it is about.
    let blocking = reader.loader().replace("async ", "");
    for body in [
        hydrates.clone() + &html + &blocking,
        hydrates.clone() + &blocking + &html,
        hydrates.clone() + &html + &reader.loader().replace("async", "defer"),
        html + &hydrates + &reader.loader(),
    ] {
        owned.reads(reader, body);
        lives(reader);
    }
}

fn react_takes_an_element_as_it_is(reader: &Reader) {
    let owned = owned(reader);
    let draws = format!(
        "<div id=\"root\"></div><script src=\"/react.js\"></script><script nonce=\"journey\">const h = React.createElement;
           const Post = () => {{
             const [state, set] = React.useState({{ shown: true, theme: 'light' }});
             window.set = change => set(state => ({{ ...state, ...change }}));
             return state.shown && h('shipside-comparison', {{ src: '{page}', view: 'vote', theme: state.theme }}, h('a', {{ href: '{page}' }}, 'A vs B'));
           }};
           window.root = ReactDOM.createRoot(document.querySelector('#root')); root.render(h(React.StrictMode, null, h(Post)))</script>",
        page = owned.page,
    );
    for body in [draws.clone() + &reader.loader(), reader.loader().replace("async ", "") + &draws] {
        owned.reads(reader, body);
        reader.sees_embed(0);
        let asked = reader.site.asked(FRAME);
        reader.js("set({ theme: 'dark' })", &[]);
        reader.sees("the theme", || reader.embedded_look(0), "dark vote");
        assert_eq!(reader.site.asked(FRAME), asked);
        reader.js("set({ shown: false })", &[]);
        reader.sees("no embed", || reader.number("embeds().length"), 0.0);
        reader.js("root.unmount()", &[]);
        assert_eq!(reader.said(), [""; 0]);
        reader.saw_nothing_break();
    }
}
