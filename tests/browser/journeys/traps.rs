//! An app that fails later: the page is never dead, ballots are kept, and nothing is loaded over and over.

use super::{Journey, Reader, journeys};
use crate::page::{APP, COMPARISON, COMPARISON_TITLE, MISTRAL, SMOL};

pub const ALL: &[Journey] = journeys![
    an_app_that_traps_is_started_again_with_every_ballot,
    an_app_that_traps_again_and_again_is_left_off,
    what_cannot_be_adopted_is_drawn,
    what_can_be_neither_adopted_nor_drawn_stays_as_it_came,
    a_node_that_the_browser_refuses_does_no_harm,
];

/// Makes the app trap at the next change of a text, as long as it is poisoned. Like a trap of its own, that passes through
/// frames of WebAssembly without unwinding them.
const POISON: &str = "
    const words = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent');
    const trap = () => { throw new WebAssembly.RuntimeError('unreachable') };
    Object.defineProperty(Node.prototype, 'textContent', {
        ...words, set(text) { window.poisoned && this.nodeType === 3 ? trap() : words.set.call(this, text) }
    });";

fn expects_traps(reader: &Reader) {
    reader.complaints_expected.borrow_mut().extend(["RuntimeError", "unreachable", "out of bounds"]);
}

fn pages(reader: &Reader) -> usize {
    reader.site.asked(COMPARISON)
}

/// The app is there, in a document that has not been seen before, and no script of it has failed.
fn is_live_again(reader: &Reader) {
    reader.sees("another document", || reader.is_the_marked_document(), false);
    reader.waits_for_a_page();
    assert_eq!(reader.heading(), COMPARISON_TITLE);
}

fn an_app_that_traps_is_started_again_with_every_ballot(reader: &Reader) {
    expects_traps(reader);
    // The app's own exports, called with nonsense: a real trap, in a listener.
    reader.site.runs_first(
        "for (const how of ['instantiate', 'instantiateStreaming']) {
            const was = WebAssembly[how];
            WebAssembly[how] = async (...all) => {
                const made = await was.apply(WebAssembly, all);
                window.inside = (made.instance ?? made).exports;
                return made;
            };
        }
        addEventListener('keydown', () => Object.values(inside).filter(it => it.call).forEach(it => it(-16, -16, -16, -16)));",
    );
    reader.site.runs_first(POISON);
    reader.opens(COMPARISON);
    reader.presses("Ship SmolVLM2 Turbo");
    reader.sees("the vote", || reader.pressed(), ["Ship SmolVLM2 Turbo"]);
    reader.marks_the_document();
    reader.types('x');
    is_live_again(reader);
    reader.sees("the vote", || reader.pressed(), ["Ship SmolVLM2 Turbo"]);
    assert_eq!(pages(reader), 2);
    // A minute later, it traps while it shows a vote, which is stored already.
    reader.js("sessionStorage['shipside:reloaded'] -= 6e4 + 1; window.poisoned = true", &[]);
    reader.marks_the_document();
    reader.presses("Ship Mistral Medium 3");
    is_live_again(reader);
    reader.sees("both votes", || reader.pressed(), ["Ship SmolVLM2 Turbo", "Ship Mistral Medium 3"]);
    assert_eq!(pages(reader), 3);
    assert_eq!(reader.alert(), "");
}

fn an_app_that_traps_again_and_again_is_left_off(reader: &Reader) {
    expects_traps(reader);
    reader.site.runs_first(POISON);
    reader.opens(COMPARISON);
    reader.js("window.poisoned = true", &[]);
    reader.marks_the_document();
    reader.presses("Ship SmolVLM2 Turbo");
    is_live_again(reader);
    reader.js("window.poisoned = true", &[]);
    reader.presses("Ship Mistral Medium 3");
    reader.sees("that voting is off", || reader.alert().starts_with("Voting is off: "), true);
    assert_eq!(reader.heading(), COMPARISON_TITLE);
    assert_eq!(reader.figure(MISTRAL, "Entry"), "Paid");
    assert_eq!(pages(reader), 2, "loaded again and again");
    for tool in ["smolvlm2-turbo", "mistral-medium-3"] {
        assert_eq!(reader.ballots()["ballots"][tool]["choice"], "ship", "{tool}");
    }
    reader.js("broken.length = 0", &[]);
    reader.presses("Try again");
    reader.waits_for_a_page();
    reader.sees("both votes", || reader.pressed(), ["Ship SmolVLM2 Turbo", "Ship Mistral Medium 3"]);
}

fn what_cannot_be_adopted_is_drawn(reader: &Reader) {
    expects_traps(reader);
    reader.site.runs_first(
        "const words = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent');
         Object.defineProperty(Node.prototype, 'textContent', { ...words, get() {
             if (this.nodeType === 3 && document.getElementById('shipside')) throw new WebAssembly.RuntimeError('unreachable');
             return words.get.call(this);
         } });",
    );
    reader.goes_to(COMPARISON);
    reader.sees("the app", || reader.text(APP), "on");
    assert_eq!(pages(reader), 2);
    assert_eq!(reader.heading(), COMPARISON_TITLE);
    reader.presses("Ship SmolVLM2 Turbo");
    reader.sees("the vote", || reader.status(SMOL), "You voted ship.");
    assert_eq!(reader.number("document.querySelectorAll('h1').length"), 1.0);
}

fn what_can_be_neither_adopted_nor_drawn_stays_as_it_came(reader: &Reader) {
    expects_traps(reader);
    // Nothing can be made, except by the page's own script once the app is off.
    reader.site.runs_first(
        "const trap = () => {
            if (document.documentElement.dataset.app !== 'off') throw new WebAssembly.RuntimeError('unreachable');
         };
         for (const name of ['createElement', 'createElementNS', 'createTextNode']) {
            const make = document[name];
            document[name] = (...all) => (trap(), make.apply(document, all));
         }
         const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data');
         Object.defineProperty(CharacterData.prototype, 'data', { ...data, get() { return trap(), data.get.call(this) } });",
    );
    reader.goes_to(COMPARISON);
    reader.sees("that voting is off", || reader.alert().starts_with("Voting is off: "), true);
    assert_eq!(pages(reader), 2);
    assert_eq!(reader.heading(), COMPARISON_TITLE);
    assert_eq!(reader.figures(SMOL), ["Panel ship: 100%", "Community: —", "Entry: Free"]);
    assert_eq!(reader.number("document.querySelectorAll('blockquote').length"), 8.0);
    reader.js("return new Promise(done => setTimeout(done, 500))", &[]);
    assert_eq!(pages(reader), 2, "loaded again and again");
    reader.js("broken.length = 0", &[]);
}

fn a_node_that_the_browser_refuses_does_no_harm(reader: &Reader) {
    reader.site.runs_first(
        "const insert = Node.prototype.insertBefore;
         window.refused = 1;
         Node.prototype.insertBefore = function (...all) {
             if (refused) return insert.apply(this, all);
             refused++;
             throw new DOMException('no', 'HierarchyRequestError');
         };",
    );
    reader.opens(COMPARISON);
    reader.js("window.refused = 0", &[]);
    // Without a reviewer, the marks of the panel are drawn anew.
    reader.clicks("checkbox", "The Founder");
    reader.sees("the figure without the Founder", || reader.figure(MISTRAL, "Panel ship"), "100%");
    assert_eq!(reader.number("refused"), 1.0, "nothing was refused, and this shows nothing");
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || reader.status(MISTRAL), "You voted ship.");
    reader.clicks("checkbox", "The Founder");
    reader.sees("the figure with the Founder", || reader.figure(MISTRAL, "Panel ship"), "75%");
    assert_eq!(pages(reader), 1);
}
