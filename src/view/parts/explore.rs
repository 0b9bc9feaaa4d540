//! Search, filters and sort order over a list, and what came of them.

use super::text::act_button;
use crate::{
    model::{Category, Entry, Explore, Of, Sort, Sought, Wish, counted, grouped},
    scripts::choices,
    view::{Act, Followed, Session, followed::Shared},
};
use elements::{
    AnyView, El, IntoView, ev,
    html::{div, fieldset, input, label, legend, option, p, search, select, span},
};

/// The controls over a list of `total` entries, and the status that says how many are shown.
pub fn explore_bar(
    of: Of,
    total: usize,
    categories: &[Category],
    sought: &Followed<Shared<Sought>>,
    session: &Session,
) -> AnyView {
    let inner = session.clone();
    let wish = move |wish: Wish| inner.did(&Act::Wish(wish));
    let (typed, wanted, emptied) = (wish.clone(), wish.clone(), wish.clone());
    let field = input()
        .attr("type", "search")
        .attr("name", choices::QUERY)
        .attr("autocomplete", "off")
        .attr("aria-keyshortcuts", session.desk(|desk| (!desk.no_slash).then_some("/")))
        .attr("placeholder", "Names, makers, what they do")
        .prop("value", session.explored(|explore| explore.query.clone()))
        .on(ev::focus, move |_| wanted(Wish::Soon))
        .on(ev::input, move |event| typed(Wish::Query(event.value())))
        .on(ev::keydown, move |event| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                emptied(Wish::Query(String::new()));
            }
        });
    let count = |category: &Category| match of {
        Of::Comparisons => category.comparisons,
        Of::Tools => category.tools,
    };
    let all = || vec![(String::new(), "All".into_any())];
    let (mut by_category, mut by_entry, mut sorts) = (all(), all(), Vec::new());
    for it in categories {
        if count(it) > 0 {
            by_category.push((it.name.clone(), format!("{} ({})", it.name, grouped(count(it))).into_any()));
        }
    }
    for entry in Entry::ASKED {
        by_entry.push((entry.key().to_owned(), entry.word().into_any()));
    }
    for sort in Sort::ALL {
        // What is searched for comes by how well it fits; what is not, by day, or by name where it has no day.
        let first = move |explore: &Explore| match of {
            _ if !explore.query.trim().is_empty() => "Best fit",
            Of::Comparisons => sort.word(),
            Of::Tools => "A to Z",
        };
        let words = match sort {
            Sort::Usual => session.explored(first).into_any(),
            _ => sort.word().into_any(),
        };
        sorts.push((sort.key().to_owned(), words));
    }
    let choice = |name: &'static str,
                  words: &'static str,
                  offered: Vec<(String, AnyView)>,
                  chosen: fn(&Explore) -> String,
                  to: fn(String) -> Wish| {
        let wish = wish.clone();
        let option = |(value, words): (String, AnyView)| {
            let is_chosen = session.explored({
                let value = value.clone();
                move |explore| chosen(explore).eq_ignore_ascii_case(&value)
            });
            option().attr("value", value).prop("selected", is_chosen).child(words)
        };
        let list = select().attr("name", name).on(ev::change, move |event| wish(to(event.value())));
        label().child(span().child(words)).child(list.children(offered.into_iter().map(option)))
    };
    let controls = fieldset()
        .class("explore")
        .child(legend().class("sr").child(format!("Find a {}", of.noun())))
        .child(label().class("query").child(span().child("Search")).child(field))
        .child(choice(
            choices::CATEGORY,
            "Category",
            by_category,
            |explore| explore.category.clone().unwrap_or_default(),
            Wish::Category,
        ))
        .child(choice(
            choices::ENTRY,
            "Entry",
            by_entry,
            |explore| explore.entry.map(Entry::key).unwrap_or_default().to_owned(),
            Wish::Entry,
        ))
        .child(choice(choices::SORT, "Sort by", sorts, |explore| explore.sort.key().to_owned(), Wish::Sort));
    let status = sought.map(move |sought| status(of, total, &sought));
    let inner = session.clone();
    let failure =
        sought.map(
            move |sought| {
                if let Sought::Failed(error) = &*sought { Some(failure(&error.to_string(), &inner)) } else { None }
            },
        );
    (search().child(controls), p().class("soft found").attr("role", "status").child(status), failure).into_any()
}

/// Whether the key `/` leads to the search: whoever speaks to their machine may press it without meaning to.
pub fn slash_choice(session: &Session) -> El {
    let inner = session.clone();
    let choice = input()
        .attr("type", "checkbox")
        .attr("name", choices::SLASH)
        .attr("checked", "")
        .prop("checked", session.desk(|desk| !desk.no_slash))
        .on(ev::change, move |event| inner.did(&Act::SetSlash(event.checked())));
    label().class("slash").child(choice).child(" The key / leads to the search")
}

/// Why nothing can be found, where the reader looks while they search, and a button that tries again.
pub fn failure(why: &str, session: &Session) -> El {
    let again = act_button(session, Act::Retry).child("Try again");
    div().class("stack").child(p().attr("role", "alert").child(why)).child(again)
}

/// How many there are, in words.
fn status(of: Of, total: usize, sought: &Sought) -> String {
    match sought {
        Sought::Everything => counted(total as u64, of.noun()),
        Sought::Coming => "Searching…".to_owned(),
        Sought::Failed(_) => String::new(),
        Sought::Found(found) => {
            format!("{} of {}", grouped(found.places.len() as u64), counted(total as u64, of.noun()))
        }
    }
}

/// What stands behind a list: what to do where there is nothing in it, or a way to more.
pub fn after_list(of: Of, sought: &Sought, session: &Session) -> Option<El> {
    let Sought::Found(found) = sought else { return None };
    let (said, words, wish) = if found.places.is_empty() {
        let (noun, wishes) = (of.noun(), found.wishes());
        let said = p().child(format!("No {noun} fits {wishes}. Leave something out, or write it in another way."));
        (Some(said), "Clear filters", Wish::Clear)
    } else if found.shown().len() < found.places.len() {
        (None, "Show more", Wish::More)
    } else {
        return None;
    };
    let button = act_button(session, Act::Wish(wish));
    Some(div().class("stack").child(said).child(button.child(words)))
}
