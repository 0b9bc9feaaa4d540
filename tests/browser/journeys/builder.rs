//! The embed builder, and what is copied from it.

use super::{
    Journey, Reader,
    access::audit,
    embeds::reserved,
    journeys,
    keyboard::{focus_is_seen, tabs_to},
    looks::{framed, inside},
};
use crate::{answer::Answer, engine::Kind, page::COMPARISON_TITLE};
use serde_json::json;

pub const ALL: &[Journey] = journeys![
    recipes_follow_what_is_chosen,
    a_fragment_that_names_nothing_leaves_the_builder_as_it_is,
    what_is_pasted_works_on_a_bare_page,
    recipes_can_be_read_without_the_builders_script,
    a_preview_that_scrolls_shows_that_it_has_focus,
    every_choice_fits_into_its_select,
    previews_are_as_wide_as_is_chosen,
];
/// Not in WebKit, whose driver never answers here.
pub const COPYING: &[Journey] = journeys![in &[Kind::Chromium, Kind::Firefox]; copying_is_told];
pub const CHROMIUM: &[Journey] = journeys![in &[Kind::Chromium]; axe_finds_nothing_in_the_builder];

const BUILDER: &str = "/embed/#smolvlm2-turbo-vs-mistral-medium-3";

fn recipe(reader: &Reader, form: &str) -> String {
    let text = reader.js("return document.getElementById(arguments[0]).textContent", &[form.into()]);
    text.as_str().unwrap().to_owned()
}

/// Opens the builder and waits until it follows.
fn opens(reader: &Reader, path: &str) {
    reader.goes_to(path);
    reader.sees("choices", || reader.names("group").contains(&"Your embed".to_owned()), true);
    reader.sees("the preview", || reader.number("document.querySelectorAll('shipside-comparison').length"), 2.0);
}

fn chooses(reader: &Reader, what: &str, value: &str) {
    reader.js(
        "const it = document.getElementById(arguments[0]);
         it.value = arguments[1];
         it.dispatchEvent(new Event('change', { bubbles: true }))",
        &[what.into(), value.into()],
    );
}

fn a_preview_that_scrolls_shows_that_it_has_focus(reader: &Reader) {
    opens(reader, "/embed/");
    for name in ["div A light blog", "div A dark blog"] {
        tabs_to(reader, name);
        assert_eq!(focus_is_seen(reader), "seen", "{name}");
    }
}

fn every_choice_fits_into_its_select(reader: &Reader) {
    for width in [768, 1024, 1440] {
        framed(reader, "/embed/", width, 900);
        let shown = "return page?.querySelector('.wishes')?.hidden";
        reader.sees("choices", || inside(reader, shown), json!(false));
        let wide = "
            const selects = [...page.querySelectorAll('.wishes select')], given = selects.map(it => it.offsetWidth);
            for (const it of selects) it.style.cssText = 'inline-size: max-content; max-inline-size: none';
            return selects.map((it, i) => it.offsetWidth > given[i] ? it.id : 'fits')";
        assert_eq!(inside(reader, wide), json!(["fits", "fits", "fits"]), "at {width} px");
    }
}

fn previews_are_as_wide_as_is_chosen(reader: &Reader) {
    opens(reader, BUILDER);
    for width in ["380", "240", "640"] {
        chooses(reader, "width", width);
        let widths = || {
            reader.texts("[...document.querySelectorAll('shipside-comparison')].map(it => `${it.getBoundingClientRect().width}`)")
        };
        reader.sees("both previews", widths, [width, width]);
    }
}

fn recipes_follow_what_is_chosen(reader: &Reader) {
    // Whoever comes from a comparison means that one.
    reader.opens("/compare/ollama-vs-vllm/");
    reader.follows("Embed a comparison");
    reader.sees("the builder", || reader.heading(), "Embed a comparison");
    reader.sees("its comparison", || recipe(reader, "oembed").contains("/ollama-vs-vllm.json"), true);
    // What the build wrote and what the script makes are the same.
    reader.goes_to("/");
    opens(reader, "/embed/");
    let first = reader.text("document.getElementById('comparison').value");
    let page = reader.site.file("/embed/index.html");
    reader.goes_to("/");
    opens(reader, &format!("/embed/#{first}"));
    for form in ["script", "element", "frame", "markdown", "oembed"] {
        let shown = reader.text(&format!("document.getElementById('{form}').innerHTML"));
        let written = page.split_once(&format!("<code id=\"{form}\">")).unwrap().1.split_once("</code>").unwrap().0;
        let written = written.replace("&quot;", "\"").split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(shown, written, "{form}");
    }
    chooses(reader, "comparison", "smolvlm2-turbo-vs-mistral-medium-3");
    chooses(reader, "view", "vote");
    chooses(reader, "theme", "dark");
    chooses(reader, "lang", "pt-BR");
    let wanted = "<blockquote class=\"shipside\" data-theme=\"dark\" data-view=\"vote\" data-lang=\"pt-BR\">";
    reader.sees("what was chosen", || recipe(reader, "script").starts_with(wanted), true);
    assert!(recipe(reader, "frame").contains("/?theme=dark&amp;view=vote&amp;lang=pt-BR\" title=\"SmolVLM2"));
    let at = |width: &str| {
        chooses(reader, "width", width);
        let height =
            || recipe(reader, "frame").split("height=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let known = reserved(reader, "smolvlm2-turbo-vs-mistral-medium-3", "vote", width.parse().unwrap()).to_string();
        reader.sees("the height for that width", height, known);
    };
    at("320");
    at("640");
    chooses(reader, "comparison", "coding-assistants-five-ways");
    reader.sees("the number of tools", || recipe(reader, "script").contains(" data-tools=\"5\">"), true);
    chooses(reader, "view", "compact");
    reader.sees("what is usual is not written", || recipe(reader, "element").contains("view="), false);
    assert!(recipe(reader, "element").contains(" theme=\"dark\" lang=\"pt-BR\" tools=\"5\">"));
    chooses(reader, "lang", "no language");
    let said = || reader.text("document.querySelector('[data-site] > [data-said]').textContent");
    reader.sees("what is wrong", said, "What stands under “Language” is none, and is left out.");
    assert!(!recipe(reader, "script").contains("data-lang"));
    // Whoever comes back to a field hears there what is wrong.
    let beside = |id: &str| {
        reader.text(&format!(
            "document.getElementById(document.getElementById('{id}').getAttribute('aria-describedby')).textContent"
        ))
    };
    assert_eq!(beside("lang"), "What stands under “Language” is none, and is left out.");
    chooses(reader, "width", "50");
    reader.sees("what is taken", || beside("width"), "Columns are 200 to 1600 px wide: 200 is taken.");
    chooses(reader, "width", "320");
    chooses(reader, "lang", "en");
    reader.sees("nothing is wrong", said, "");
    assert_eq!([beside("width"), beside("lang")], ["", ""]);
}

fn a_fragment_that_names_nothing_leaves_the_builder_as_it_is(reader: &Reader) {
    for fragment in ["%", "%ff", "no-such-comparison", "<b>"] {
        // Another fragment alone would be the same document.
        reader.goes_to("/");
        opens(reader, &format!("/embed/#{fragment}"));
    }
}

fn what_is_pasted_works_on_a_bare_page(reader: &Reader) {
    opens(reader, BUILDER);
    chooses(reader, "view", "vote");
    reader.sees("the view", || recipe(reader, "frame").contains("view=vote"), true);
    let here = reader.site.url("/");
    let pasted = |form: &str| recipe(reader, form).replace("https://shipside.example/", &here);
    for (form, html) in ["script", "element", "frame"].map(|form| (form, pasted(form))) {
        reader.site.answers("/bare.html", Answer::html(&format!("<!doctype html><title>Bare</title>{html}")));
        reader.goes_to("/bare.html");
        let frame = "(document.querySelector('iframe') ?? document.querySelector('shipside-comparison')?.shadowRoot?.querySelector('iframe'))";
        let heading = || reader.text(&format!("{frame}?.contentDocument?.querySelector('h1')?.textContent"));
        reader.sees(form, heading, COMPARISON_TITLE);
        reader.sees(form, || reader.text(&format!("{frame}.title")), COMPARISON_TITLE);
        let view = || reader.text(&format!("{frame}.contentDocument.documentElement.dataset.view"));
        reader.sees(form, view, "vote");
        opens(reader, BUILDER);
        chooses(reader, "view", "vote");
        reader.sees("the view", || recipe(reader, "frame").contains("view=vote"), true);
    }
    let images = pasted("markdown");
    for image in images.split("](").filter_map(|part| part.split(')').next()).filter(|it| it.ends_with(".svg")) {
        let path = image.strip_prefix(here.trim_end_matches('/')).unwrap();
        assert!(reader.site.file(path).starts_with("<svg "), "{path}");
    }
    assert_eq!(images.matches(".svg").count(), 2);
}

fn copying_is_told(reader: &Reader) {
    opens(reader, BUILDER);
    // Drivers give no permission to copy: the page is told so here, or that it can.
    reader.js("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text } } })", &[]);
    reader.presses("Copy “Quotation and script”");
    let said = || reader.text("document.querySelector('[data-site] > [data-said]').textContent");
    reader.sees("what happened", said, "Copied: Quotation and script.");
    assert_eq!(reader.js("return window.copied", &[]), recipe(reader, "script").as_str());
    reader.js("navigator.clipboard.writeText = async () => { throw new Error('no') }", &[]);
    // A reader scrolls it out from under the sentence; the driver does not.
    reader.js("document.querySelector('[data-copy=oembed]').scrollIntoView({ block: 'center' })", &[]);
    reader.presses("Copy “oEmbed address”");
    reader.sees("what to do", || said().starts_with("This browser does not let the page copy."), true);
    assert_eq!(reader.text("getSelection().toString()"), recipe(reader, "oembed"));
}

fn recipes_can_be_read_without_the_builders_script(reader: &Reader) {
    reader.failures_expected.set(true);
    let page = reader.site.file("/embed/index.html");
    let start = page.find("/shipside-builder-").unwrap();
    let script = page[start..].split('"').next().unwrap();
    reader.site.answers(script, Answer::status(500));
    reader.goes_to("/embed/");
    assert_eq!(reader.heading(), "Embed a comparison");
    assert_eq!(reader.names("button"), ["Subscribe"], "nothing that would do nothing is shown");
    assert!(recipe(reader, "script").starts_with("<blockquote class=\"shipside\""));
}

fn axe_finds_nothing_in_the_builder(reader: &Reader) {
    super::access::serves_axe(reader);
    for theme in ["light", "dark"] {
        reader.goes_to("/");
        reader.js("localStorage.setItem('shipside:theme', arguments[0])", &[theme.into()]);
        opens(reader, BUILDER);
        assert_eq!(reader.text("document.documentElement.dataset.theme"), theme);
        let found = audit(reader);
        assert_eq!(found["violations"], json!([]), "in {theme}: {found:#}");
    }
    for width in [320, 768, 1440] {
        reader.site.answers(
            "/frame.html",
            Answer::html("<!doctype html><title>Frame</title><iframe style='border: 0; height: 900px'></iframe>"),
        );
        reader.goes_to("/frame.html");
        reader.js(
            "const it = document.querySelector('iframe'); it.style.width = arguments[0] + 'px'; it.src = '/embed/'",
            &[width.into()],
        );
        let inside = "document.querySelector('iframe').contentDocument";
        reader.sees(
            "the builder",
            || reader.text(&format!("{inside}?.querySelector('h1')?.textContent")),
            "Embed a comparison",
        );
        for direction in ["ltr", "rtl"] {
            reader.js(&format!("{inside}.documentElement.dir = '{direction}'"), &[]);
            let wide = reader.number(&format!("{inside}.documentElement.scrollWidth"));
            assert!(wide <= f64::from(width), "{direction} at {width} px is {wide} px wide");
        }
    }
}
