//! Adopting: HTML that was written elsewhere is made live as it stands, or refused where it is not what would be drawn.

use crate::stage::{Stage, settled};
use leptos::prelude::{Get, RwSignal, Set, Update};
use shipside::html::{Node, el, live, many, write};
use wasm_bindgen_test::wasm_bindgen_test;

fn written(nodes: &[Node]) -> String {
    let mut html = String::new();
    write(nodes, &mut html);
    html
}

/// Something of everything that follows a signal.
fn page(count: RwSignal<usize>) -> Vec<Node> {
    let part = || live(move || many((0..count.get()).map(|n| el("i").child(n.to_string())).collect::<Vec<_>>()));
    let button = el("button").live_attr("class", move || (count.get() > 1).then(|| "many".to_owned()));
    let button = button.on("click", move |_| count.update(|count| *count += 1)).child("a & b");
    let empty = el("p").live_text(move || "x".repeat(count.get().saturating_sub(2)));
    let input = el("input").fixed("type", "checkbox").live_prop("checked", move || count.get() % 2 == 1);
    many((el("div").child(part()).child(button).child(part()), (empty, (input, part()))))
}

#[wasm_bindgen_test]
async fn adopted_html_is_the_same_elements_and_live() {
    let stage = Stage::new();
    let count = RwSignal::new(1);
    let html = written(&page(count));
    stage.show(&html);
    let (button, part) = (stage.find("button"), stage.find("i"));
    assert!(stage.adopt(page(count)));
    assert_eq!(stage.html(), html, "nothing is seen of it");
    assert!(stage.find("i").is_same_node(Some(&part)) && part.is_connected());
    for n in [2, 3, 4] {
        button.click();
        settled().await;
        assert_eq!(stage.html(), written(&page(count)));
        assert_eq!(count.get(), n);
    }
    count.set(0);
    settled().await;
    assert_eq!(stage.html(), written(&page(count)));
    assert!(stage.find("button").is_same_node(Some(&button)), "only parts are drawn anew");
}

#[wasm_bindgen_test]
async fn what_is_adopted_leaves_nothing_behind_when_it_is_drawn_anew() {
    let stage = Stage::new();
    let count = RwSignal::new(1);
    stage.show(&written(&page(count)));
    assert!(stage.adopt(page(count)));
    let nodes = stage.nodes();
    for n in 0..20 {
        count.set(n % 5);
        settled().await;
    }
    count.set(1);
    settled().await;
    // The paragraph's text is empty again; there was none at first.
    assert_eq!(stage.nodes(), nodes);
}

#[wasm_bindgen_test]
fn what_comes_after_the_page_is_not_the_pages() {
    let stage = Stage::new();
    let count = RwSignal::new(2);
    let html = format!("{}<script type=\"text/plain\">…</script>", written(&page(count)));
    stage.show(&html);
    assert!(stage.adopt(page(count)));
    assert_eq!(stage.html(), html);
}

#[wasm_bindgen_test]
fn html_that_is_not_what_would_be_drawn_is_refused() {
    let stage = Stage::new();
    let count = RwSignal::new(2);
    let html = written(&page(count));
    for (from, to) in [
        ("a &amp; b", "a &amp; c"),
        ("a &amp; b", ""),
        ("a &amp; b", "<font>a &amp; b</font>"),
        ("<i>1</i>", ""),
        ("<i>1</i>", "<i>1</i><i>2</i>"),
        ("<i>1</i>", "<b>1</b>"),
        ("<button", "<ins></ins><button"),
        ("<button", "<!-- --><button"),
        ("</button>", "<b></b></button>"),
        ("</div>", "</div>\n"),
        ("<p>", "<p></p><p>"),
    ] {
        assert!(html.contains(from), "{html}");
        stage.show(&html.replacen(from, to, 1));
        assert!(!stage.adopt(page(count)), "{from} → {to}");
    }
}
