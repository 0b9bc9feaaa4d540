//! The loader for blogs: within its number of bytes, and under both of its names.

use super::{pages::between, size};
use shipside::site::{View, reserved_list};

/// Bytes of the loader with brotli at its best.
const LOADER: usize = 1_800;
/// Bytes, so measured, of the script with which the page inside an embed answers it; every such page holds it.
const HOST: usize = 1_000;

#[test]
fn the_loader_stays_within_its_number_of_bytes() {
    let script = super::site().read("embed.js").unwrap();
    let bytes = size::brotli(&script, 11).unwrap().len();
    println!("the loader: {bytes} bytes with brotli, {} without", script.len());
    assert!(bytes <= LOADER, "embed.js is {bytes} bytes with brotli, {} more than it may be", bytes - LOADER);
}

#[test]
fn the_loader_knows_what_to_reserve() {
    let script = super::site().text("embed.js").unwrap();
    for view in View::ALL {
        for tools in 2..=5 {
            let list = reserved_list(view, tools);
            assert!(script.contains(&list), "for {view:?} of {tools} it does not reserve {list}");
        }
    }
}

#[test]
fn the_loader_has_a_name_that_stays_and_one_of_its_contents() {
    let site = super::site();
    let names =
        std::fs::read_dir(&site.folder).unwrap().map(|it| it.unwrap().file_name().to_string_lossy().into_owned());
    let hashed: Vec<String> =
        names.filter(|name| name.starts_with("shipside-embed-") && name.ends_with(".js")).collect();
    assert_eq!(hashed.len(), 1, "{hashed:?}");
    let script = site.read("embed.js").unwrap();
    assert_eq!(site.read(&hashed[0]).unwrap(), script);
    let text = String::from_utf8(script.clone()).unwrap();
    for name in ["embed.js.br", "embed.js.gz"] {
        assert!(site.read(name).unwrap().len() < script.len(), "{name}");
    }
    assert!(
        ![" //", "/*", "\n//"].iter().any(|begins| text.contains(begins)),
        "comments are for readers of the source"
    );
}

#[test]
fn what_answers_the_loader_is_small() {
    let page = super::site().text("embed/smolvlm2-turbo-vs-mistral-medium-3/index.html").unwrap();
    let script = page.split("<script>").find(|script| script.contains("postMessage")).unwrap();
    let script = format!("{}</script>", script.split("</script>").next().unwrap());
    let bytes = size::brotli(script.as_bytes(), 11).unwrap().len();
    assert!(bytes <= HOST, "host.js is {bytes} bytes with brotli");
    assert!(between(&page, "http-equiv=\"content-security-policy\" content=\"", "\"").contains("script-src 'self'"));
}
