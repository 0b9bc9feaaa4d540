//! Whatever leaves the page is freed: nodes, effects, listeners and closures.

use crate::stage::{Stage, settled};
use elements::{
    For, IntoView, NodeRef, ev,
    html::{b, button, div, i, input, p, ul},
};
use reactive_graph::{owner::Owner, prelude::*, signal::RwSignal};
use std::{
    cell::Cell,
    rc::{Rc, Weak},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
};
use wasm_bindgen_test::wasm_bindgen_test;

/// A page with all that can hold something: each closure holds `held`.
fn page(held: &Rc<()>, n: RwSignal<usize>) -> impl IntoView + use<> {
    let (at, local) = (NodeRef::new(), RwSignal::new(0));
    let hold = || {
        let held = held.clone();
        move || drop(held.clone())
    };
    let (text, attr, prop, listen, rows, row, part) = (hold(), hold(), hold(), hold(), hold(), hold(), hold());
    let (class, inner) = (hold(), hold());
    div()
        .node_ref(&at)
        .class(("some", move || {
            class();
            at.get().is_some()
        }))
        .child((
            p().attr("title", move || {
                attr();
                n.get().to_string()
            })
            .child(("text", move || {
                text();
                local.get().to_string()
            })),
            input().prop("value", move || {
                prop();
                n.get().to_string()
            }),
            button().on(ev::click, move |_| {
                listen();
                local.update(|n| *n += 1);
            }),
            ul().child(For(
                move || {
                    rows();
                    let n = n.get();
                    (n..n + 3).collect()
                },
                |key| *key,
                move |key| {
                    let row = row.clone();
                    i().node_ref(&NodeRef::new()).child(move || {
                        row();
                        key.to_string()
                    })
                },
            )),
            move || {
                part();
                let inner = inner.clone();
                (n.get().is_multiple_of(2)).then(|| b().on(ev::click, move |_| inner()))
            },
        ))
}

#[wasm_bindgen_test]
async fn two_hundred_redraws_hold_what_one_holds() {
    let stage = Stage::new();
    let (n, held) = (RwSignal::new(0), Rc::new(()));
    let given = held.clone();
    let handle = stage.draw(move || {
        move || {
            n.track();
            page(&given, n)
        }
    });
    let mut seen = Vec::new();
    for round in 1..=200 {
        n.set(round);
        settled().await;
        if [2, 100, 200].contains(&round) {
            settled().await;
            seen.push((Rc::strong_count(&held), stage.nodes()));
        }
    }
    assert!(seen.iter().all(|it| *it == seen[0]), "{seen:?}");
    drop(handle);
    settled().await;
    assert_eq!((Rc::strong_count(&held), stage.nodes()), (1, 0));
}

#[wasm_bindgen_test]
async fn two_hundred_moves_between_pages_hold_nothing_of_those_that_were_left() {
    let stage = Stage::new();
    let (n, held) = (RwSignal::new(0), Rc::new(()));
    for round in 0..200 {
        let given = held.clone();
        let handle = stage.draw(move || page(&given, n));
        n.set(round);
        stage.find("button").click();
        settled().await;
        drop(handle);
        if round % 20 == 0 {
            settled().await;
            assert_eq!((Rc::strong_count(&held), stage.nodes()), (1, 0), "after {round}");
        }
    }
}

#[wasm_bindgen_test]
async fn rows_that_are_gone_hold_nothing_and_their_signals_end() {
    let stage = Stage::new();
    let (keys, ended, held) = (RwSignal::new(Vec::<usize>::new()), Arc::new(AtomicUsize::new(0)), Rc::new(()));
    let weak: Weak<()> = Rc::downgrade(&held);
    let (count, built) = (ended.clone(), Rc::new(Cell::new(0)));
    let counted = built.clone();
    let _page = stage.draw(move || {
        For(
            move || keys.get(),
            |key| *key,
            move |key| {
                let (held, count) = (held.clone(), count.clone());
                counted.set(counted.get() + 1);
                Owner::on_cleanup(move || {
                    count.fetch_add(1, Relaxed);
                });
                i().on(ev::click, move |_| drop(held.clone())).child(key.to_string())
            },
        )
    });
    for round in 0..100 {
        keys.set(vec![round, round + 1, 7]);
        settled().await;
    }
    settled().await;
    assert_eq!(weak.strong_count(), 1 + 3);
    keys.set(Vec::new());
    settled().await;
    assert_eq!((weak.strong_count(), stage.nodes()), (1, 0));
    assert!(built.get() > 100);
    assert_eq!(ended.load(Relaxed), built.get());
}

#[wasm_bindgen_test]
async fn effects_of_what_is_gone_stop_running() {
    let stage = Stage::new();
    let (redrawn, followed, runs) = (RwSignal::new(0), RwSignal::new(0), Rc::new(Cell::new(0)));
    let count = runs.clone();
    let _page = stage.draw(move || {
        move || {
            let count = count.clone();
            let counted = move || {
                count.set(count.get() + 1);
                followed.get().to_string()
            };
            (redrawn.get() < 9).then(|| p().child(counted))
        }
    });
    for n in 1..=5 {
        redrawn.set(n);
        settled().await;
    }
    assert_eq!(runs.get(), 6, "once when drawn, and once for each time it was drawn anew");
    followed.set(7);
    settled().await;
    assert_eq!((runs.get(), stage.html().as_str()), (7, "<p>7</p>"), "only what is on the page follows");
    redrawn.set(9);
    settled().await;
    followed.set(8);
    settled().await;
    assert_eq!((runs.get(), stage.html().as_str()), (7, ""));
}

#[wasm_bindgen_test]
fn a_handle_ends_the_owner_of_its_view_whoever_else_holds_it() {
    let stage = Stage::new();
    let ended = Arc::new(AtomicUsize::new(0));
    let (count, mut held) = (ended.clone(), None);
    let handle = stage.draw(|| {
        held = Owner::current();
        Owner::on_cleanup(move || {
            count.fetch_add(1, Relaxed);
        });
        p()
    });
    assert!(held.is_some() && ended.load(Relaxed) == 0);
    drop(handle);
    assert_eq!(ended.load(Relaxed), 1);
}
