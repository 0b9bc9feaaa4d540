//! Pages that others alter (translators, extensions, the reader's tools) go on: what follows signals is shown, listeners work.

use crate::stage::{Chance, Stage, document, focused, property, script, settled};
use elements::{
    For, IntoView, UnmountHandle, ev,
    html::{b, button, div, input, li, output, p, ul},
    keyed, mount_to,
};
use js_sys::Function;
use reactive_graph::{prelude::*, signal::RwSignal};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

#[derive(Clone, Copy)]
struct State {
    n: RwSignal<u32>,
    keys: RwSignal<Vec<u32>>,
}

fn page(State { n, keys }: State) -> impl IntoView {
    let press = move |_| n.update(|n| *n += 1);
    let row =
        move |key: u32| li().attr("data-key", key.to_string()).child(("row of ", move || n.get().to_string(), "."));
    let part = move || match n.get() % 3 {
        0 => p().attr("data-part", "0").child(("zero ", n.get().to_string())).into_any(),
        1 => (b().attr("data-part", "1").child("one"), "and text").into_any(),
        _ => ().into_any(),
    };
    (
        "first ",
        div().class(("odd", move || n.get() % 2 == 1)).child((
            "n is ",
            output().attr("data-n", "").child(move || n.get().to_string()),
            "! ",
            button().on(ev::click, press).child(("more: ", move || (n.get() + 1).to_string())),
        )),
        part,
        ul().child((For(move || keys.get(), |key| *key, row), part)),
        p().attr("data-title", "").attr("title", move || n.get().to_string()).child("static"),
        "last",
    )
}

/// What is done to a page: `it` is its element, `pick` a number by chance, `away` an element elsewhere in the document.
const ALTERATIONS: [(&str, &str); 13] = [
    (
        "translated",
        "texts.forEach(text => { const font = wrap('font'); font.firstChild.textContent = text.data; text.replaceWith(font) })",
    ),
    (
        "translated in place",
        "texts.forEach(text => { const font = wrap('font'); text.replaceWith(font); font.firstChild.append(text) })",
    ),
    ("normalized", "it.normalize()"),
    ("split", "texts.forEach(text => text.splitText(text.length >> 1))"),
    (
        "marked",
        "nodes.filter(node => node.nodeType === 1 || pick % 2).forEach(node => { \
        const mark = document.createElement('mark'); node.replaceWith(mark); mark.append(node) })",
    ),
    (
        "sprinkled",
        "nodes.forEach((node, at) => node.before((at + pick) % 2 ? document.createElement('ins') : document.createComment('ours')))",
    ),
    ("emptied", "it.innerHTML = ''"),
    // From here on, what is not drawn again may lack something.
    ("rewritten", "texts.forEach((text, at) => { if ((at + pick) % 2) text.data = '…' })"),
    ("one removed", "nodes[pick % nodes.length]?.remove()"),
    ("one moved away", "if (nodes.length) away.append(nodes[pick % nodes.length])"),
    ("one moved to the end", "const node = nodes[pick % nodes.length]; node?.parentNode.append(node)"),
    ("one emptied", "nodes[pick % nodes.length]?.replaceChildren?.()"),
    ("one copied", "const node = nodes[pick % nodes.length]; node?.replaceWith(node.cloneNode(true))"),
];

/// How many of them leave nothing out.
const WHOLE: usize = 7;

fn alteration(body: &str) -> Function {
    let body = format!(
        "const nodes = [], texts = [], walk = document.createTreeWalker(it);\
         while (walk.nextNode()) {{ nodes.push(walk.currentNode); if (walk.currentNode.nodeType === 3) texts.push(walk.currentNode) }}\
         const wrap = tag => {{ const outer = document.createElement(tag); outer.append(document.createElement(tag)); return outer }};\
         {body}"
    );
    Function::new_with_args("it, pick, away", &body)
}

/// A page in a stage, and a place elsewhere.
struct Altered {
    stage: Stage,
    away: web_sys::Element,
    state: State,
    page: Option<UnmountHandle>,
}

impl Altered {
    fn new(adopted: bool) -> Self {
        let stage = Stage::new();
        let state = State { n: RwSignal::new(0), keys: RwSignal::new(vec![1, 2, 3]) };
        let page = if adopted {
            stage.show(&page(state).to_html());
            stage.adopt(move || page(state)).unwrap()
        } else {
            stage.draw(move || page(state))
        };
        let away = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&away).unwrap();
        Self { stage, away, state, page: Some(page) }
    }

    fn alter(&self, (name, body): (&str, &str), pick: usize) {
        let done = alteration(body).call3(&JsValue::UNDEFINED, &self.stage.host, &(pick as u32).into(), &self.away);
        assert!(done.is_ok(), "{name}: {done:?}");
    }

    /// What everything that follows a signal shows, wherever it is now.
    fn shown(&self) -> String {
        let read = Function::new_with_args(
            "it, away",
            "const all = selector => [...it.querySelectorAll(selector), ...away.querySelectorAll(selector)];\
             const button = all('button').map(it => it.textContent.replace(/\\D/g, ''));\
             const keys = it => it.getAttribute('data-key') + ':' + it.textContent.replace(/\\D/g, '');\
             return [all('[data-n]').map(it => it.textContent), all('[data-title]').map(it => it.title),\
             all('li').map(keys), all('[data-part]').map(it => it.dataset.part)].map(it => it.join()).join(' | ')",
        );
        let shown = read.call2(&JsValue::UNDEFINED, &self.stage.host, &self.away).unwrap();
        shown.as_string().unwrap()
    }

    fn expected(&self) -> String {
        let (n, keys) = (self.state.n.get_untracked(), self.state.keys.get_untracked());
        let rows: Vec<String> = keys.iter().map(|key| format!("{key}:{n}")).collect();
        let part = match n % 3 {
            2 => String::new(),
            part => format!("{part},{part}"),
        };
        format!("{n} | {n} | {} | {part}", rows.join(","))
    }

    /// The whole text as it would be drawn.
    fn text(&self) -> String {
        let html = page(self.state).to_html();
        let element = document().create_element("div").unwrap();
        element.set_inner_html(&html);
        element.text_content().unwrap()
    }

    /// Changes everything that follows a signal.
    async fn change(&self, chance: &mut Chance) {
        let n = self.state.n.get_untracked();
        self.stage.script("it.querySelector('button')?.click()");
        if self.state.n.get_untracked() == n {
            self.state.n.set(n + 1);
        }
        self.state.keys.update(|keys| {
            let key = keys.iter().max().unwrap_or(&0) + 1;
            keys.insert(chance.below(keys.len() + 1), key);
            let moved = keys.remove(chance.below(keys.len()));
            keys.insert(chance.below(keys.len() + 1), moved);
            if keys.len() > 5 {
                keys.remove(chance.below(keys.len()));
            }
        });
        settled().await;
    }
}

impl Drop for Altered {
    fn drop(&mut self) {
        self.away.remove();
    }
}

#[wasm_bindgen_test]
async fn each_alteration_is_survived() {
    for (at, alteration) in ALTERATIONS.into_iter().enumerate() {
        for adopted in [false, true] {
            for pick in 0..if at < WHOLE { 4 } else { 40 } {
                let mut chance = Chance::new(pick as u64);
                let altered = Altered::new(adopted);
                altered.alter(alteration, pick);
                altered.change(&mut chance).await;
                let why = format!("{}, {pick}: {}", alteration.0, altered.stage.html());
                assert_eq!(altered.shown(), altered.expected(), "{why}");
                if at < WHOLE {
                    assert_eq!(altered.stage.text(), altered.text(), "{why}");
                }
                let n = altered.state.n.get_untracked();
                let button = altered
                    .stage
                    .host
                    .query_selector("button")
                    .unwrap()
                    .or_else(|| altered.away.query_selector("button").unwrap());
                if let Some(button) = button {
                    button.unchecked_ref::<web_sys::HtmlElement>().click();
                    settled().await;
                    assert_eq!(altered.state.n.get_untracked(), n + 1, "{why}");
                    assert_eq!(altered.shown(), altered.expected(), "{why}");
                }
            }
        }
    }
}

#[wasm_bindgen_test]
async fn three_hundred_random_alterations_are_survived() {
    for seed in 0..320 {
        let mut chance = Chance::new(seed);
        let mut altered = Altered::new(seed % 2 == 1);
        let mut done = Vec::new();
        for _ in 0..3 {
            for _ in 0..=chance.below(3) {
                let alteration = ALTERATIONS[chance.below(ALTERATIONS.len())];
                let pick = chance.below(1000);
                altered.alter(alteration, pick);
                done.push((alteration.0, pick));
            }
            altered.change(&mut chance).await;
            assert_eq!(altered.shown(), altered.expected(), "seed {seed}, {done:?}: {}", altered.stage.html());
        }
        drop(altered.page.take());
        let left = script(&altered.stage.host, "return it.querySelectorAll('[data-n], ul, li, button').length");
        assert_eq!(left, 0, "seed {seed}, {done:?}: {}", altered.stage.html());
    }
}

#[wasm_bindgen_test]
async fn an_attribute_of_an_element_that_was_taken_out_brings_it_back() {
    let stage = Stage::new();
    let title = RwSignal::new("a");
    let _page = stage.draw(move || div().child(p().attr("title", move || title.get())));
    stage.find("div").remove();
    title.set("b");
    settled().await;
    assert_eq!(stage.html(), "<div><p title=\"b\"></p></div>");
}

#[wasm_bindgen_test]
async fn a_part_within_elements_that_were_taken_out_comes_back_whole() {
    let stage = Stage::new();
    let n = RwSignal::new(0);
    let _page = stage.draw(move || {
        move || {
            let n = n.get().to_string();
            (div().child((p().child(("n is ", n)), "end")), "after")
        }
    });
    stage.host.set_inner_html("");
    n.set(1);
    settled().await;
    assert_eq!(stage.html(), "<div><p>n is 1</p>end</div>after");
    stage.find("p").remove();
    n.set(2);
    settled().await;
    assert_eq!(stage.html(), "<div><p>n is 2</p>end</div>after");
}

#[wasm_bindgen_test]
async fn a_translator_that_goes_on_translating_is_shown_what_is_new() {
    let altered = Altered::new(true);
    let translate = "const translate = () => { const texts = [], walk = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);\
         while (walk.nextNode()) if (!walk.currentNode.parentNode.closest('font')) texts.push(walk.currentNode);\
         for (const text of texts) { const font = document.createElement('font'); font.textContent = text.data; text.replaceWith(font) } };\
         translate(); const watch = new MutationObserver(translate);\
         watch.observe(it, { subtree: true, childList: true, characterData: true }); return () => watch.disconnect()";
    let stop: Function = altered.stage.script(translate).into();
    let mut chance = Chance::new(7);
    for _ in 0..20 {
        altered.change(&mut chance).await;
        settled().await;
        assert_eq!(
            (altered.shown(), altered.stage.text()),
            (altered.expected(), altered.text()),
            "{}",
            altered.stage.html()
        );
    }
    stop.call0(&JsValue::UNDEFINED).unwrap();
}

#[wasm_bindgen_test]
async fn focus_and_caret_stay_when_what_is_around_them_is_restored() {
    let stage = Stage::new();
    let n = RwSignal::new(0);
    let _page = stage.draw(move || div().child(("n is ", move || n.get().to_string(), input(), "end")));
    let field = stage.find("input");
    for body in [
        "it.firstChild.childNodes[1].remove()",
        "it.firstChild.childNodes[1].replaceWith('copy')",
        "it.firstChild.normalize()",
    ] {
        stage.script(body);
        // In the midst of what others put around it, the field is moved when that goes.
        script(&field, "const mark = document.createElement('mark'); it.replaceWith(mark); mark.append(it)");
        script(&field, "it.value = 'abcdef'; it.focus(); it.setSelectionRange(2, 4)");
        n.update(|n| *n += 1);
        settled().await;
        assert_eq!(stage.html(), format!("<div>n is {}<input>end</div>", n.get_untracked()), "{body}");
        assert!(focused().unwrap().is_same_node(Some(&field)), "{body}");
        assert_eq!(
            [property(&field, "selectionStart"), property(&field, "selectionEnd")],
            [JsValue::from(2), 4.into()]
        );
    }
}

#[wasm_bindgen_test]
async fn what_is_drawn_outside_of_the_document_follows_too() {
    let stage = Stage::new();
    let altered = State { n: RwSignal::new(0), keys: RwSignal::new(vec![1, 2]) };
    stage.host.remove();
    let _page = stage.draw(move || page(altered));
    altered.n.set(3);
    altered.keys.set(vec![2, 4, 1]);
    settled().await;
    assert_eq!(stage.html(), crate::stage::parsed(&page(altered).to_html()));
}

#[wasm_bindgen_test]
async fn what_nobody_changes_stays_as_others_made_it() {
    let stage = Stage::new();
    let n = RwSignal::new(0);
    let _page = stage.draw(move || (p().child("static"), div().child(move || n.get().to_string())));
    stage.find("p").set_inner_html("<font>statisch</font>");
    stage.host.append_child(&document().create_element("aside").unwrap()).unwrap();
    n.set(1);
    settled().await;
    assert_eq!(stage.html(), "<p><font>statisch</font></p><div>1</div><aside></aside>");
}

#[wasm_bindgen_test]
async fn a_list_that_was_taken_out_comes_back_when_its_rows_change() {
    let stage = Stage::new();
    let keys = RwSignal::new(vec![1_u32, 2]);
    let _page = stage.draw(move || {
        let row = |key: u32| li().child(key.to_string());
        (div().child(ul().child(For(move || keys.get(), |key| *key, row))), "end")
    });
    for body in ["it.innerHTML = ''", "it.querySelector('ul').remove()", "it.querySelector('ul').innerHTML = ''"] {
        stage.script(body);
        keys.update(|keys| {
            let next = keys[0] + 2;
            keys.insert(0, next);
        });
        settled().await;
        let rows: String = keys.get_untracked().iter().map(|key| format!("<li>{key}</li>")).collect();
        assert_eq!(stage.html(), format!("<div><ul>{rows}</ul></div>end"), "{body}");
    }
}

#[wasm_bindgen_test]
async fn what_others_moved_elsewhere_goes_with_what_it_belonged_to() {
    let stage = Stage::new();
    let n = RwSignal::new(0_u64);
    let page = stage.draw(move || {
        let screen = move || keyed(n.get(), div().child(p().child(("screen ", n.get_untracked().to_string()))));
        (screen, "end")
    });
    for left in ["screen 0", "screen 1"] {
        stage.script("it.append(it.querySelector('p'))");
        n.update(|n| *n += 1);
        settled().await;
        assert!(!stage.html().contains(left), "{}", stage.html());
    }
    stage.script("it.append(it.querySelector('p'))");
    drop(page);
    assert_eq!(stage.html(), "");
}

#[wasm_bindgen_test]
async fn what_others_have_in_the_container_stays_also_outside_the_page() {
    let _stage = Stage::new();
    let container = document().create_element("section").unwrap();
    container.set_inner_html("<aside>theirs</aside>");
    let n = RwSignal::new(0);
    let _page = mount_to(container.clone(), move || move || div().child(p().child(n.get().to_string())));
    n.set(1);
    settled().await;
    assert_eq!(container.inner_html(), "<aside>theirs</aside><div><p>1</p></div>");
}

#[wasm_bindgen_test]
async fn an_element_that_others_moved_within_the_page_comes_back_when_its_text_changes() {
    let stage = Stage::new();
    let n = RwSignal::new(0);
    let _page = stage.draw(move || {
        move || {
            let n = n.get().to_string();
            div().child(p().child(n))
        }
    });
    stage.script("it.append(it.querySelector('p'))");
    assert_eq!(stage.html(), "<div></div><p>0</p>");
    n.set(1);
    settled().await;
    assert_eq!(stage.html(), "<div><p>1</p></div>");
}
