//! A site as large as one becomes: its own content, and made-up tools and comparisons besides.

use crate::built::Built;
use shipside::{
    content,
    model::{Brief, Catalogue, Front, Page, Route, Slug, Summary, ToolId},
    site::{Assets, Folder, PageShell, Prerenderer, Read, Sheets},
};
use std::{collections::BTreeMap, fmt::Display, sync::Arc};

/// Made-up names are of two of these, and no two are alike.
const SYLLABLES: [&str; 48] = [
    "al", "bar", "bel", "bri", "cal", "cor", "dan", "dor", "el", "fen", "fir", "gal", "gor", "hal", "hex", "im", "jar",
    "jun", "kal", "kin", "lar", "lum", "mar", "min", "nal", "nor", "oct", "or", "pel", "pra", "quil", "quo", "ral",
    "rev", "sal", "sor", "tal", "tri", "ul", "um", "val", "ver", "wal", "wex", "xan", "yor", "zal", "zen",
];

/// The two files that a large site has of its own.
pub struct Large {
    /// The home page.
    pub home: String,
    /// What is searched.
    pub index: String,
}

impl Large {
    /// The built site, grown to so many comparisons of so many tools.
    pub fn of(site: &Built, comparisons: usize, tools: usize) -> Result<Self, String> {
        let own = content::catalogue(site.text("data/index.json")?.as_str()).map_err(unread("index.json"))?.value;
        let catalogue = grown(&own, comparisons, tools)?;
        let index = content::write_catalogue(&catalogue);
        Ok(Self { home: home(site, &catalogue)?, index })
    }
}

fn unread<E: Display>(name: &str) -> impl FnOnce(E) -> String {
    move |error| format!("{name} cannot be read: {error}.")
}

fn grown(own: &Catalogue, comparisons: usize, tools: usize) -> Result<Catalogue, String> {
    let missing = || "index.json has no tools or comparisons.".to_owned();
    let mut all = own.clone();
    for n in 0..tools.saturating_sub(own.tools.len()) {
        let like = own.tools.get(n % own.tools.len().max(1)).ok_or_else(missing)?;
        // A step that shares no factor with the number of names leaves none out.
        let at = n * 1_009 % (SYLLABLES.len() * SYLLABLES.len());
        let id = format!("{}{}", SYLLABLES[at / SYLLABLES.len()], SYLLABLES[at % SYLLABLES.len()]);
        let name = id[..1].to_uppercase() + &id[1..];
        let id = ToolId::parse(&id).map_err(|error| error.to_string())?;
        all.tools.push(Brief { maker: format!("{name} Labs"), id, name, ..like.clone() });
    }
    for n in 0..comparisons.saturating_sub(own.comparisons.len()) {
        let like = own.comparisons.get(n % own.comparisons.len().max(1)).ok_or_else(missing)?;
        // Round after round, each tool meets another one.
        let (round, first) = (n / all.tools.len(), n % all.tools.len());
        let pair = [first, (first + 1 + 7 * round) % all.tools.len()].map(|at| &all.tools[at]);
        let slug = Slug::parse(&format!("{}-vs-{}-{n}", pair[0].id, pair[1].id)).map_err(|error| error.to_string())?;
        all.comparisons.push(Summary {
            slug,
            title: format!("{} vs {}", pair[0].name, pair[1].name),
            tools: pair.map(|tool| tool.id.clone()).to_vec(),
            ..like.clone()
        });
    }
    Ok(all.sorted())
}

/// The built home page, with what that catalogue makes of its `main` and of the data that it comes with.
fn home(site: &Built, catalogue: &Catalogue) -> Result<String, String> {
    let json = site.text("data/site.json")?;
    let value = content::site(json.as_str()).map_err(unread("site.json"))?.value;
    let own = content::front(site.text("data/home.json")?.as_str()).map_err(unread("home.json"))?.value;
    let front = Arc::new(Front::of(catalogue, own.changes.clone()));
    let folder = Folder { site: Read { value, json }, tools: BTreeMap::new(), comparisons: Vec::new() };
    // The head and the script at the end stay those of the build.
    let [glue, wasm, icon, touch, manifest, builder] =
        ["js", "wasm", "svg", "png", "webmanifest", "b.js"].map(|it| format!("a.{it}"));
    let assets = Assets { glue, wasm, icon, touch, manifest, builder };
    let shell =
        PageShell::new("/", &Sheets::default(), &assets, &folder.site.value).map_err(|error| error.to_string())?;
    let front_json = content::write_front(&front);
    let drawn = Prerenderer::new(&folder, &shell).listing(&Route::Home, &Page::Home(front), "home.json", &front_json);
    let mut page = site.text("index.html")?;
    for (begin, end) in [("<main", "</main>"), ("<script type=\"application/json\"", "</script>")] {
        let old = part(&page, begin, end)?.to_owned();
        page = page.replacen(&old, part(&drawn, begin, end)?, 1);
    }
    Ok(page)
}

fn part<'a>(page: &'a str, begin: &str, end: &str) -> Result<&'a str, String> {
    let from = page.find(begin).map(|from| &page[from..]);
    let part = from.and_then(|rest| rest.split_once(end)).map(|(part, _)| part);
    part.ok_or_else(|| format!("The home page has no “{begin}”."))
}
