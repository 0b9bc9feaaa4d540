//! Every kind of page, as it is written.

use crate::{
    markup::Element,
    visit::{Visit, alpha, bare, beta, but, compare, comparison, matchup, read_site, site},
};
use elements::html::h1;
use insta::assert_snapshot;
use leptos::prelude::{Set, Update};
use serde_json::{Value, json};
use shipside::{
    content,
    model::{Front, Index, LoadError, Route, Slug},
    view::{Act, Links, chrome, compare_page, failed_page, home_page, tools_page, waiting_page},
};

fn links() -> Links {
    Links::below("/folder/")
}

fn home(index: &Value) -> Visit {
    let catalogue = content::catalogue(index.to_string().as_str()).unwrap().value;
    let front = Front::of(&catalogue, Vec::new());
    Visit::to(|reader| home_page(&front, &read_site(&site()), &links(), reader))
}

#[test]
fn home_lists_comparisons() {
    let brief = |name: &str, entry: &str, ships, reviews| {
        let id = name.to_lowercase();
        let names = |count| ["a", "b", "c", "d"].into_iter().take(count).collect::<Vec<_>>();
        json!({ "id": id, "name": name, "category": "Any", "entry": entry, "ship": names(ships), "skip": names(reviews - ships) })
    };
    let visit = home(&json!({
        "schema": 1,
        "tools": [brief("Alpha", "paid", 2, 3), brief("Beta", "unknown", 0, 0), brief("Gamma", "free", 0, 1)],
        "comparisons": [
            { "slug": "alpha-or-beta", "title": "Alpha or Beta", "tools": ["alpha", "beta"], "published": "2026-11-01" },
            { "slug": "all-three", "title": "Alpha vs Beta vs Gamma", "tools": ["alpha", "beta", "gamma"] },
        ],
    }));
    assert_snapshot!(visit.page());
}

#[test]
fn home_without_comparisons_says_so() {
    assert_eq!(
        home(&json!({ "schema": 1 })).page().heard(),
        "Tools, side by side Newest comparisons There is no comparison here yet. All 0 comparisons All 0 tools"
    );
}

#[test]
fn lists_say_in_what_order_they_are() {
    let first = |page: Element| page.one("[name=sort]").all("option")[0].heard();
    let brief = json!({ "id": "alpha", "name": "Alpha", "category": "Any", "entry": "paid" });
    let comparison = json!({ "slug": "alpha-or-alpha", "title": "Alpha or Alpha", "tools": ["alpha"] });
    let index = json!({ "schema": 1, "tools": [brief], "comparisons": [comparison] });
    let catalogue = content::catalogue(index.to_string().as_str()).unwrap().value;
    let tools = Visit::to(|reader| tools_page(&catalogue, &read_site(&site()), &links(), reader));
    let home = home(&index);
    assert_eq!([first(home.page()), first(tools.page())], ["Newest", "A to Z"]);
    home.signals.explore.update(|explore| explore.query = "alpha".to_owned());
    assert_eq!(first(home.page()), "Best fit");
}

#[test]
fn a_search_that_fails_says_so_before_the_list() {
    let home = home(&json!({
        "schema": 1,
        "tools": [{ "id": "alpha", "name": "Alpha", "category": "Any", "entry": "paid" }],
        "comparisons": [{ "slug": "alpha-or-alpha", "title": "Alpha or Alpha", "tools": ["alpha"] }],
    }));
    home.signals.index.set(Index::Failed(Box::new(LoadError::Offline)));
    assert_eq!(home.page().all("[role=alert]").len(), 0, "nobody has searched yet");
    home.signals.explore.update(|explore| explore.query = "alpha".to_owned());
    let said = home.page().heard();
    let [alert, again, list] =
        ["The site could not be reached.", "Try again", "Alpha or Alpha"].map(|it| said.find(it).unwrap());
    assert!(alert < again && again < list, "{said}");
    assert_eq!(home.page().one("[role=alert]").heard(), LoadError::Offline.to_string());
    assert_eq!(home.press("Try again"), Act::Retry);
}

#[test]
fn comparison_of_two() {
    let matchup = matchup(comparison(), &[alpha(), beta()]);
    let visit = Visit::to(|reader| compare_page(&matchup, &read_site(&site()), &links(), reader));
    assert_snapshot!(visit.page());
}

#[test]
fn comparison_of_five_in_parts() {
    let tools = ["Gamma", "Delta", "Epsilon"].map(bare);
    let page = compare(&[&[alpha(), beta()], tools.as_slice()].concat()).page();
    let cards: Vec<_> = page.all("article").iter().map(|card| card.one("h2").seen()).collect();
    assert_eq!(cards, ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"]);
    assert!(page.one(".comparison").is("[data-tools=5]"));
    let by_tool = |what: &str| page.all(what).iter().map(|it| it.children().count()).collect::<Vec<_>>();
    assert_eq!((by_tool(".cards"), by_tool(".prices"), by_tool(".bar")), (vec![5], vec![5], vec![5]));
    assert_eq!(by_tool(".quotes"), [5; 4]);
    assert_eq!(
        page.one(".panel").all("tr").iter().map(|it| it.children().count()).collect::<Vec<_>>(),
        [6; 5],
        "a label, and a cell a tool"
    );
    assert_snapshot!(format!("{}\n{}\n{}", page.one(".title"), page.one(".bar"), page.one(".facts").one("thead")));
}

#[test]
fn facts_of_three() {
    let gamma = but(bare("Gamma"), json!({ "facts": [{ "key": "weights", "value": "Open " }] }));
    assert_snapshot!(compare(&[alpha(), beta(), gamma]).page().one(".facts").one("tbody"));
}

#[test]
fn pages_that_failed() {
    let failed = [
        LoadError::Offline,
        LoadError::Unreachable("tools.example".into()),
        LoadError::NotFound("there is no comparison called “a-vs-b” here".into()),
        LoadError::Server { file: "site.json".into(), status: 503 },
        LoadError::TimedOut("site.json".into()),
        LoadError::NotJson { file: "site.json".into(), why: "it is a web page".into() },
        LoadError::WrongShape { file: "tools/a.json".into(), problems: "name: is missing, and it is required".into() },
        LoadError::NewerSchema { file: "site.json".into(), schema: 2 },
        LoadError::TooLarge("site.json".into()),
        LoadError::BadRequest("Name 2 to 5 different tools to compare, like ?tools=one,another.".into()),
    ];
    let pages = failed.each_ref().map(|error| Visit::to(|reader| failed_page(error, &links(), reader)).page());
    let lines = pages.each_ref().map(|page| {
        format!(
            "# {}\n! {}\n> {}\n",
            page.one("h1").heard(),
            page.one("[role=alert]").heard(),
            page.one(".ways").heard()
        )
    });
    assert_snapshot!("page_that_failed", pages[0]);
    assert_snapshot!("what_failed_pages_say", lines.join("\n"));
}

#[test]
fn page_that_is_late() {
    assert_eq!(
        Visit::to(|_| waiting_page()).page().to_string().trim(),
        "<div class=\"waiting\" data-waiting role=\"status\">\n  <h1 tabindex=\"-1\">Loading…</h1>\n</div>"
    );
}

fn around(site: Option<&Value>) -> Visit {
    let site = site.map(read_site);
    Visit::to(|session| chrome(move || site.clone(), &links(), session, h1().child("Here")))
}

#[test]
fn chrome_around_a_page() {
    assert_snapshot!("chrome", around(Some(&site())).page());
    assert_snapshot!("chrome_before_the_site_is_known", around(None).page());
    let plain = but(site(), json!({ "newsletter": null, "notice": null }));
    assert_snapshot!("foot_without_newsletter_and_notice", around(Some(&plain)).page().one("footer"));
}

#[test]
fn addresses_are_below_the_folder_of_the_deployment() {
    for base in ["/folder/", "/folder"] {
        assert_eq!(Links::below(base).to(&Route::Home), "/folder/");
    }
    let slug = Slug::parse("a-vs-b").unwrap();
    assert_eq!(Links::below("/").to(&Route::comparison(&slug)), "/compare/a-vs-b/");
}
