//! A folder of much content, as large as is asked for. The benchmark makes its content with it too.

use std::{fs, io, path::Path};

/// Words that texts are made of.
const WORDS: [&str; 12] =
    ["ships", "quietly", "costs", "less", "than", "its", "docs", "promise", "“at”", "`scale`", "for", "teams"];

/// As many words as asked for, others for each seed.
fn text(seed: usize, words: usize) -> String {
    let word = |i| WORDS[(seed * 7 + i * (seed % 5 + 1)) % WORDS.len()];
    (0..words).map(word).collect::<Vec<_>>().join(" ")
}

/// How many tools so many comparisons compare: each with some of the others.
fn tools(comparisons: usize) -> usize {
    (comparisons / 10).max(4)
}

/// Writes a site with so many comparisons into a folder that is not there yet, with the panel and the facts of the one that is published.
pub fn write(folder: &Path, comparisons: usize) -> io::Result<()> {
    write_of(folder, comparisons, tools(comparisons))
}

/// The same, of so many tools.
pub fn write_of(folder: &Path, comparisons: usize, tools: usize) -> io::Result<()> {
    fs::create_dir_all(folder.join("tools"))?;
    fs::create_dir_all(folder.join("comparisons"))?;
    fs::write(folder.join("site.json"), include_str!("../../public/data/site.json"))?;
    for i in 0..tools {
        let reviews: Vec<String> = ["builder", "skeptic", "founder", "futurist"]
            .iter()
            .enumerate()
            .map(|(j, reviewer)| {
                let verdict = if (i + j) % 3 == 0 { "skip" } else { "ship" };
                let quote = text(i + j, 50);
                format!(r#"{{"reviewer":"{reviewer}","verdict":"{verdict}","quote":"{quote}","date":"2026-11-01"}}"#)
            })
            .collect();
        let json = format!(
            r#"{{"schema":1,"id":"tool-{i}","name":"Tool {i}","maker":"Maker {}","category":"Category {}",
"tagline":"{}","description":"{}","url":"https://tool-{i}.example/",
"price":{{"entry":"paid","plans":[{{"name":"Pro","amount":"{}.50","currency":"USD","per":"month"}}],"source":"https://tool-{i}.example/price","checked":"2026-11-01"}},
"facts":[{{"key":"context-window","value":"{i}K","number":"{}000"}}],"reviews":[{}],
"community":{{"ship":{i},"skip":3,"as_of":"2026-11-01"}},"released":"2026-01-01"}}"#,
            i % 20,
            i % 6,
            text(i, 8),
            text(i, 60),
            i % 90,
            i + 1,
            reviews.join(",")
        );
        fs::write(folder.join(format!("tools/tool-{i}.json")), json)?;
    }
    for i in 0..comparisons {
        // A step of its own for each round through the tools: no two compare the same.
        let (a, b) = (i % tools, (i % tools + 1 + i / tools) % tools);
        let json = format!(
            r#"{{"schema":1,"slug":"comparison-{i}","tools":["tool-{a}","tool-{b}"],"lede":"{}","bottom_line":"{}","published":"2026-11-01"}}"#,
            text(i, 25),
            text(i + 1, 30)
        );
        fs::write(folder.join(format!("comparisons/comparison-{i}.json")), json)?;
    }
    Ok(())
}
