//! A blog on another origin, with comparisons of the site in its posts.

use super::{
    answer::Answer,
    page::{COMPARISON, COMPARISON_TITLE},
    reader::Reader,
    server::Server,
};
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

/// The page inside the embed of that comparison.
pub const FRAME: &str = "/embed/smolvlm2-turbo-vs-mistral-medium-3/";
/// Names the element in an answer of a driver.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The blog's host.
pub struct Blog(pub Server);

/// A post that is being written.
pub struct Post {
    pub html: &'static str,
    pub head: String,
    pub body: String,
    /// What its policy allows beside its own scripts.
    pub policy: String,
}

impl Reader {
    /// Another origin, where posts are.
    pub fn blog(&self) -> Blog {
        Blog(self.site.another())
    }

    /// What a blogger pastes, with attributes of the quotation.
    pub fn quotation(&self, attributes: &str) -> String {
        let page = self.site.url(COMPARISON);
        format!(
            "<blockquote class=\"shipside\" {attributes}><a href=\"{page}\">{COMPARISON_TITLE}</a>: panel ship 100% vs 75%</blockquote>"
        )
    }

    /// The script that comes with it.
    pub fn loader(&self) -> String {
        loader_of(&self.site)
    }

    /// A post with that body, whose policy allows the site's script and frames, and else nothing.
    pub fn post(&self, body: String) -> Post {
        Post { html: "<html lang=\"en\">", head: String::new(), body, policy: allows(&self.site) }
    }

    /// Opens a post.
    #[track_caller]
    pub fn reads(&self, blog: &Blog, post: &Post) {
        self.saw_nothing_break();
        blog.0.answers("/post.html", Answer::html(&post.page()));
        self.asks("open a post", self.client.goto(&blog.0.url("/post.html")));
    }

    /// What there is to see of an embed, by its place among all of the page.
    #[track_caller]
    pub fn embed(&self, at: usize) -> Value {
        self.js("return look(embeds()[arguments[0]])", &[at.into()])
    }

    /// Waits until an embed shows its page, and nothing else.
    #[track_caller]
    pub fn sees_embed(&self, at: usize) {
        let shown = || {
            let look = self.embed(at);
            (look["ready"].clone(), look["link"].clone())
        };
        self.sees(&format!("embed {at} in the place of its link"), shown, (json!(true), json!(false)));
    }

    /// What the embedded page has been told to look like: theme, view and language.
    #[track_caller]
    pub fn embedded_look(&self, at: usize) -> String {
        self.inside(at, || {
            self.text("(({ theme, view, lang }) => [theme, view, lang].join(' '))(document.documentElement.dataset)")
        })
    }

    /// Does something inside an embed's frame.
    #[track_caller]
    pub fn inside<T>(&self, at: usize, act: impl FnOnce() -> T) -> T {
        let id = self.js("return frameOf(embeds()[arguments[0]])", &[at.into()]);
        let id = id[ELEMENT].as_str().expect("the embed has a frame").to_owned();
        let frame = Element::from_element_id(self.client.clone(), ElementRef::from(id));
        self.asks("look into the frame", frame.enter_frame());
        let result = act();
        self.asks("look at the post again", self.client.enter_parent_frame());
        result
    }

    /// The types of what embeds have told so far.
    #[track_caller]
    pub fn heard(&self) -> Vec<String> {
        self.texts("heard.map(([type]) => type)")
    }

    /// What this post has said on the console.
    #[track_caller]
    pub fn said(&self) -> Vec<String> {
        self.texts("said")
    }
}

impl Post {
    fn page(&self) -> String {
        let Self { html, head, body, policy } = self;
        format!(
            "<!doctype html>{html}<head><meta charset=\"utf-8\"><title>A post</title>
             <meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; img-src data:; style-src 'nonce-journey'; {policy}\">
             <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\">
             <script nonce=\"journey\">{}</script>{head}</head><body><h1>A post</h1><p>Before</p>{body}<p id=\"after\">After</p></body></html>",
            include_str!("post.js"),
        )
    }
}

/// The policy that lets that site's embeds work.
pub fn allows(site: &Server) -> String {
    let origin = format!("http://{}", site.host());
    format!("script-src {origin} 'nonce-journey'; frame-src {origin}")
}

pub fn loader_of(site: &Server) -> String {
    format!("<script async src=\"{}\"></script>", site.url("/embed.js"))
}

/// So much empty page that what follows is far below what is seen.
pub const FAR: &str = "<div id=\"far\"></div><style nonce=\"journey\">#far { height: 5000px }</style>";
