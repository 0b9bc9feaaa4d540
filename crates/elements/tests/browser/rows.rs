//! Keyed lists against a plain rebuild.

use crate::stage::{Chance, Stage, document, focused, script, settled};
use elements::{
    For, IntoView, UnmountHandle,
    html::{i, input, li, p, ul},
    mount_to,
};
use reactive_graph::{
    owner::{LocalStorage, StoredValue},
    prelude::*,
    signal::RwSignal,
};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

fn elements_of(stage: &Stage) -> Vec<Element> {
    let list = stage.find("ul");
    std::iter::successors(list.first_element_child(), Element::next_element_sibling).collect()
}

/// The length of a longest increasing subsequence, the plain way.
fn longest_increasing(places: &[usize]) -> usize {
    let mut longest = vec![1; places.len()];
    for at in 0..places.len() {
        for before in 0..at {
            if places[before] < places[at] {
                longest[at] = longest[at].max(longest[before] + 1);
            }
        }
    }
    longest.into_iter().max().unwrap_or(0)
}

/// Inserts, moves and removes, several at once.
fn changed(mut keys: Vec<u32>, chance: &mut Chance, fresh: &mut u32) -> Vec<u32> {
    for _ in 0..=chance.below(4) {
        match chance.below(5) {
            0 | 1 => {
                *fresh += 1;
                keys.insert(chance.below(keys.len() + 1), *fresh);
            }
            2 | 3 if !keys.is_empty() => {
                let key = keys.remove(chance.below(keys.len()));
                keys.insert(chance.below(keys.len() + 1), key);
            }
            4 if !keys.is_empty() => drop(keys.remove(chance.below(keys.len()))),
            _ => {}
        }
    }
    keys
}

#[wasm_bindgen_test]
async fn rows_are_kept_and_moved_as_little_as_possible() {
    for seed in 0..60 {
        let mut chance = Chance::new(seed);
        let mut fresh = 5;
        let stage = Stage::new();
        let redrawn = RwSignal::new(0);
        let keys = RwSignal::new((0..5).collect::<Vec<u32>>());
        let built: Rc<RefCell<BTreeMap<u32, usize>>> = Rc::default();
        let count = built.clone();
        // Every other time what is around the list is redrawn, too.
        let around = seed % 2 == 1;
        let _page = stage.draw(move || {
            let list = move || {
                let count = count.clone();
                For(
                    move || keys.get(),
                    |key| *key,
                    move |key| {
                        *count.borrow_mut().entry(key).or_default() += 1;
                        li().child((input(), key.to_string()))
                    },
                )
            };
            move || {
                redrawn.get();
                ul().child(list())
            }
        });
        let moves = "const list = it.querySelector('ul'); const moved = new Set();\
             const told = records => records.forEach(record => record.addedNodes.forEach(node => moved.add(node)));\
             const watch = new MutationObserver(told); watch.observe(list, { childList: true });\
             return () => { told(watch.takeRecords()); const many = moved.size; moved.clear(); return many };";
        let moves: js_sys::Function = stage.script(moves).into();
        for step in 0..25 {
            let before = keys.get_untracked();
            let nodes: BTreeMap<u32, Element> = before.iter().copied().zip(elements_of(&stage)).collect();
            let next = changed(before.clone(), &mut chance, &mut fresh);
            let focus = (!before.is_empty()).then(|| before[chance.below(before.len())]);
            if let Some(focus) = focus {
                script(&nodes[&focus], "it.firstChild.focus()");
            }
            keys.set(next.clone());
            if around && step % 2 == 0 {
                redrawn.update(|n| *n += 1);
            }
            settled().await;
            let now = elements_of(&stage);
            let text: Vec<String> = now.iter().map(|it| it.text_content().unwrap()).collect();
            assert_eq!(text, next.iter().map(u32::to_string).collect::<Vec<_>>(), "seed {seed}, step {step}");
            for (key, node) in next.iter().zip(&now) {
                let same = nodes.get(key).is_none_or(|before| before.is_same_node(Some(node)));
                assert!(same, "seed {seed}, step {step}: {key} is another element");
            }
            if let Some(focus) = focus.filter(|focus| next.contains(focus)) {
                let row = focused().unwrap().parent_element();
                assert_eq!(row.as_ref(), Some(&nodes[&focus]), "seed {seed}, step {step}: {focus} lost focus");
            }
            let kept: Vec<usize> = next.iter().filter_map(|key| before.iter().position(|it| it == key)).collect();
            let least = next.len() - longest_increasing(&kept);
            let moved = moves.call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap();
            assert_eq!(moved, least, "seed {seed}, step {step}: {before:?} → {next:?}");
        }
        if !around {
            assert!(built.borrow().values().all(|times| *times == 1), "{:?}", built.borrow());
        }
    }
}

#[wasm_bindgen_test]
async fn rows_of_several_nodes_none_or_parts_keep_their_order_also_where_keys_are_double() {
    for seed in 0..40 {
        let mut chance = Chance::new(seed);
        let stage = Stage::new();
        let (keys, many) = (RwSignal::new(vec![3_u32, 1]), RwSignal::new(1));
        let _page = stage.draw(move || {
            ul().child((
                "(",
                For(
                    move || keys.get(),
                    |key| *key % 7,
                    move |key| {
                        let key = key % 7;
                        let part = move || (0..many.get()).map(|n| i().child(n.to_string())).collect::<Vec<_>>();
                        let inner = For(move || (0..many.get()).collect(), |n| *n, |n| (n.to_string(), "'"));
                        match key {
                            0 => ().into_any(),
                            1 => ("one", i().child("1"), "eins").into_any(),
                            2 => part.into_any(),
                            3 => ("three", part, inner).into_any(),
                            _ => key.to_string().into_any(),
                        }
                    },
                ),
                ")",
            ))
        });
        for step in 0..20 {
            if chance.below(3) == 0 {
                many.set(chance.below(4));
            }
            if chance.below(3) > 0 {
                keys.set((0..chance.below(8)).map(|_| chance.below(14) as u32).collect());
            }
            settled().await;
            let many = many.get_untracked();
            let part: String = (0..many).map(|n| format!("<i>{n}</i>")).collect();
            let inner: String = (0..many).map(|n| format!("{n}'")).collect();
            let row = |key: &u32| match key % 7 {
                0 => String::new(),
                1 => "one<i>1</i>eins".to_owned(),
                2 => part.clone(),
                3 => format!("three{part}{inner}"),
                key => key.to_string(),
            };
            let expected: String = keys.get_untracked().iter().map(row).collect();
            assert_eq!(stage.html(), format!("<ul>({expected})</ul>"), "seed {seed}, step {step}");
        }
    }
}

#[wasm_bindgen_test]
async fn what_a_row_mounted_elsewhere_goes_with_it_and_its_container_stays() {
    let stage = Stage::new();
    let elsewhere = document().create_element("section").unwrap();
    document().body().unwrap().append_child(&elsewhere).unwrap();
    let (keys, container) = (RwSignal::new(vec![1_u32, 2]), elsewhere.clone());
    let _page = stage.draw(move || {
        ul().child(For(
            move || keys.get(),
            |key| *key,
            move |key| {
                let dialog = mount_to(container.clone(), move || p().child(key.to_string()));
                StoredValue::<UnmountHandle, LocalStorage>::new_local(dialog);
                li().child(key.to_string())
            },
        ))
    });
    assert_eq!(elsewhere.inner_html(), "<p>1</p><p>2</p>");
    keys.set(vec![1]);
    settled().await;
    assert_eq!((elsewhere.inner_html().as_str(), elsewhere.is_connected()), ("<p>1</p>", true));
    elsewhere.remove();
}
