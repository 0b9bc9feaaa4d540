use super::*;
use crate::{content, model::Tool};
use std::sync::Arc;

fn site() -> Site {
    content::site(include_str!("../../../public/data/site.json")).unwrap().value
}

fn tool(name: &str, verdicts: &[&str]) -> Arc<Tool> {
    let panel = ["builder", "skeptic", "founder", "futurist"];
    let review = |(i, verdict): (usize, &&str)| {
        let reviewer = panel.get(i).map_or_else(|| format!("guest-{i}"), |id| (*id).to_owned());
        format!(r#"{{"reviewer":"{reviewer}","verdict":"{verdict}","quote":"So."}}"#)
    };
    let reviews: Vec<String> = verdicts.iter().enumerate().map(review).collect();
    let json = format!(
        r#"{{"schema":1,"id":"x","name":"{name}","maker":"M","category":"C","tagline":"T","description":"D",
            "price":{{"entry":"free"}},"reviews":[{}]}}"#,
        reviews.join(",")
    );
    Arc::new(content::tool(json.as_str()).unwrap().value)
}

/// Width and height that a PNG says it has.
fn dimensions(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn cards_are_pictures_of_the_size_that_previews_want_and_the_same_twice() {
    let cards = Cards::new(None).unwrap();
    let all = ["ship", "ship", "skip", "ship"];
    for names in [
        vec!["SmolVLM2 Turbo", "Mistral Medium 3"],
        vec!["A", "A name of sixty characters that somebody really gave to a tool", "C"],
        vec!["A", "B", "C", "D", "اسم الأداة"],
    ] {
        let matchup = Matchup::of(names.iter().map(|name| tool(name, &all)).collect());
        let png = cards.comparison(&matchup, &site()).unwrap();
        assert_eq!(dimensions(&png), (WIDTH, HEIGHT));
        assert_eq!(png, cards.comparison(&matchup, &site()).unwrap());
        let other = Matchup::of(names.iter().map(|name| tool(name, &["skip"])).collect());
        assert_ne!(png, cards.comparison(&other, &site()).unwrap(), "the figures are on it");
    }
    let home = cards.home(&Catalogue::default(), &site()).unwrap();
    assert_eq!(dimensions(&home), (WIDTH, HEIGHT));
}

#[test]
fn what_no_reviewer_said_is_a_dash_and_texts_stay_within_the_card() {
    let lettering = Lettering::new().unwrap();
    let long = "A name of sixty characters that somebody really gave to a tool";
    let matchup = Matchup::of(vec![tool("A <b>&amp;", &[]), tool(long, &["skip"])]);
    let svg = picture::comparison(&matchup, &site(), &lettering);
    assert!(svg.contains(">—<") && svg.contains(">0%<") && svg.contains("A &lt;b&gt;&amp;amp;"), "{svg}");
    assert!(!svg.contains("NaN") && !svg.contains("inf"));
    let (size, lines) = lettering.fit(long, &[64.0, 40.0], 2, 500.0);
    assert!(lines.len() <= 2 && lines.iter().all(|line| lettering.width(line, size) <= 500.0), "{lines:?}");
    let (_, cut) = lettering.fit(&"endless".repeat(30), &[40.0], 1, 500.0);
    assert!(cut.len() == 1 && cut[0].ends_with('…') && lettering.width(&cut[0], 40.0) <= 500.0, "{cut:?}");
}

#[test]
fn a_card_is_drawn_once_and_then_kept() {
    let folder = std::env::temp_dir().join(format!("shipside-cards-{}", std::process::id()));
    let cards = Cards::new(Some(folder.clone())).unwrap();
    let matchup = Matchup::of(vec![tool("A", &["ship"]), tool("B", &["skip"])]);
    let drawn = cards.comparison(&matchup, &site()).unwrap();
    let kept: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(fs::read(&kept[0]).unwrap(), drawn);
    fs::write(&kept[0], "kept").unwrap();
    assert_eq!(cards.comparison(&matchup, &site()).unwrap(), b"kept");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn icons_are_squares_and_those_for_masks_have_no_edge() {
    let cards = Cards::new(None).unwrap();
    let svg = include_str!("../../../public/icon.svg");
    let corner = |png: &[u8]| Pixmap::decode_png(png).unwrap().pixel(0, 0).unwrap().alpha();
    let (plain, bleeding) = (cards.icon(svg, 192, false).unwrap(), cards.icon(svg, 192, true).unwrap());
    assert_eq!((dimensions(&plain), dimensions(&bleeding)), ((192, 192), (192, 192)));
    assert_eq!((corner(&plain), corner(&bleeding)), (0, 255));
}
