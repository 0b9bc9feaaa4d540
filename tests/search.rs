//! What a reader finds by what they type: a table of queries with the first hit that is expected.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails may panic")]

#[path = "components/folded.rs"]
mod folded;

use proptest::prelude::*;
use serde_json::{Value, json};
use shipside::{
    content,
    model::{Catalogue, Entry, Explore, Finder, Sort},
    site::fold,
};
use std::sync::Arc;

#[test]
fn characters_are_folded_as_in_the_browser() {
    folded::check(fold);
}

/// id, name, maker, category, tagline, entry.
const TOOLS: [[&str; 6]; 20] = [
    ["aider", "Aider", "Paul Gauthier", "Coding Assistants", "Pair programming in the terminal", "free"],
    ["claude-code", "Claude Code", "Anthropic", "Coding Assistants", "An agent that lives in the terminal", "paid"],
    ["cursor", "Cursor", "Anysphere", "Coding Assistants", "An editor rebuilt around an agent", "freemium"],
    ["copilot", "GitHub Copilot", "GitHub", "Coding Assistants", "Completion and agents in many editors", "freemium"],
    ["smolvlm2-turbo", "SmolVLM2 Turbo", "Hugging Face", "Vision", "Small enough for a phone", "free"],
    ["mistral-medium-3", "Mistral Medium 3", "Mistral AI", "Models", "Long documents over an API", "paid"],
    ["llama-3-1", "Llama 3.1", "Meta", "Models", "Open weights", "free"],
    ["llama-3-3", "Llama 3.3", "Meta", "Models", "Open weights, newer", "free"],
    ["llama-cpp", "llama.cpp", "Georgi Gerganov", "Local Models", "Inference in plain C/C++", "free"],
    ["ollama", "Ollama", "Ollama", "Local Models", "One command to a model", "free"],
    ["whisper", "Whisper", "OpenAI", "Speech", "Speech to text", "free"],
    ["whisper-cpp", "whisper.cpp", "Georgi Gerganov", "Speech", "Whisper without Python", "free"],
    ["qdrant", "Qdrant", "Qdrant", "Vector Databases", "Vectors with filters, in Rust", "freemium"],
    ["pgvector", "pgvector", "Andrew Kane", "Vector Databases", "Vectors inside PostgreSQL", "free"],
    ["chroma", "Chroma", "Chroma", "Vector Databases", "Vectors in a few lines", "free"],
    ["cafe", "Café Modèle", "Société Générique", "Models", "Très rapide", "paid"],
    ["tongyi", "通义千问", "阿里云", "模型", "开源大语言模型 2.5", "free"],
    ["noor", "نُور", "معهد الابتكار", "Models", "نموذج لغوي عربي كبير", "free"],
    ["c-sharp", "C# Sage", "Grüße & Söhne", "Coding Assistants", "Knows .NET", "paid"],
    ["lodz", "Łódź Voice", "Øresund Labs", "Speech", "Straße", "paid"],
];

/// slug, title, tools; latest first.
const COMPARISONS: [(&str, &str, &[&str]); 18] = [
    ("five", "Coding assistants, five ways", &["aider", "claude-code", "cursor", "copilot", "c-sharp"]),
    ("cursor-copilot", "Cursor vs GitHub Copilot", &["cursor", "copilot"]),
    ("claude-cursor", "Claude Code vs Cursor", &["claude-code", "cursor"]),
    ("aider-claude", "Aider vs Claude Code", &["aider", "claude-code"]),
    ("smol-mistral", "On the phone, or in the cloud?", &["smolvlm2-turbo", "mistral-medium-3"]),
    ("llamas", "Llama 3.1 vs Llama 3.3", &["llama-3-1", "llama-3-3"]),
    ("llama-cpp-ollama", "llama.cpp vs Ollama", &["llama-cpp", "ollama"]),
    ("llama31-mistral", "Llama 3.1 vs Mistral Medium 3", &["llama-3-1", "mistral-medium-3"]),
    ("whispers", "Whisper vs whisper.cpp", &["whisper", "whisper-cpp"]),
    ("qdrant-pgvector", "Qdrant vs pgvector", &["qdrant", "pgvector"]),
    ("chroma-pgvector", "Chroma vs pgvector", &["chroma", "pgvector"]),
    ("chroma-qdrant", "Chroma vs Qdrant", &["chroma", "qdrant"]),
    ("cafe-mistral", "Café Modèle vs Mistral Medium 3", &["cafe", "mistral-medium-3"]),
    ("tongyi-llama", "通义千问 vs Llama 3.3", &["tongyi", "llama-3-3"]),
    ("noor-llama", "نُور vs Llama 3.1", &["noor", "llama-3-1"]),
    ("sage-aider", "C# Sage vs Aider", &["c-sharp", "aider"]),
    ("lodz-whisper", "Łódź Voice vs Whisper", &["lodz", "whisper"]),
    ("naive", "The naïve reader’s choice", &["ollama", "chroma"]),
];

/// What is typed, and what comes first: of comparisons, and of tools; “-” for nothing.
const QUERIES: [(&str, &str, &str); 74] = [
    ("cursor", "cursor-copilot", "cursor"),
    ("cursor vs copilot", "cursor-copilot", "-"),
    ("copilot vs cursor", "cursor-copilot", "-"),
    ("COPILOT CURSOR", "cursor-copilot", "-"),
    ("cursor or copilot", "cursor-copilot", "-"),
    ("claude", "claude-cursor", "claude-code"),
    ("claude code", "claude-cursor", "claude-code"),
    ("claudecode", "claude-cursor", "claude-code"),
    ("code claude", "claude-cursor", "claude-code"),
    ("cl", "claude-cursor", "claude-code"),
    // Within a word, but not from there into the next: there is no “dan” in “around an agent”.
    ("base", "qdrant-pgvector", "chroma"),
    ("dan", "-", "-"),
    // Spaces do not matter, and a letter may be wrong, but not both: there is no “rebultaround” in “rebuilt around”.
    ("rebuiltaround", "cursor-copilot", "cursor"),
    ("rebultaround", "-", "-"),
    ("openweigts", "-", "-"),
    ("openai", "whispers", "whisper"),
    ("opnai", "whispers", "whisper"),
    ("github", "cursor-copilot", "copilot"),
    ("git hub", "cursor-copilot", "copilot"),
    ("gihub", "cursor-copilot", "copilot"),
    ("githbu", "cursor-copilot", "copilot"),
    ("copilto", "cursor-copilot", "copilot"),
    ("copiilot", "cursor-copilot", "copilot"),
    ("xopilot", "cursor-copilot", "copilot"),
    ("curser", "cursor-copilot", "cursor"),
    ("cusor", "cursor-copilot", "cursor"),
    ("anysphere", "cursor-copilot", "cursor"),
    ("anthropic", "claude-cursor", "claude-code"),
    ("antropic", "claude-cursor", "claude-code"),
    ("five ways", "five", "-"),
    ("coding assistants", "five", "aider"),
    ("terminal", "claude-cursor", "aider"),
    ("smolvlm2", "smol-mistral", "smolvlm2-turbo"),
    ("smolvlm 2", "smol-mistral", "smolvlm2-turbo"),
    ("smolvlm2turbo", "smol-mistral", "smolvlm2-turbo"),
    ("phone", "smol-mistral", "smolvlm2-turbo"),
    ("hugging face", "smol-mistral", "smolvlm2-turbo"),
    ("mistral", "smol-mistral", "mistral-medium-3"),
    ("mistral 3", "smol-mistral", "mistral-medium-3"),
    ("medium 3 smol", "smol-mistral", "-"),
    ("llama 3.1", "llamas", "llama-3-1"),
    ("llama 3.3", "llamas", "llama-3-3"),
    ("3.3", "llamas", "llama-3-3"),
    ("3.1 mistral", "llama31-mistral", "-"),
    ("llama3.3", "llamas", "llama-3-3"),
    ("llama.cpp", "llama-cpp-ollama", "llama-cpp"),
    ("llama cpp", "llama-cpp-ollama", "llama-cpp"),
    ("llamacpp", "llama-cpp-ollama", "llama-cpp"),
    ("ollama", "llama-cpp-ollama", "ollama"),
    ("gerganov", "llama-cpp-ollama", "llama-cpp"),
    ("whispercpp", "whispers", "whisper-cpp"),
    ("wisper", "whispers", "whisper"),
    ("speech", "whispers", "lodz"),
    ("pgvector qdrant", "qdrant-pgvector", "-"),
    ("pg vector", "qdrant-pgvector", "pgvector"),
    ("postgresql", "qdrant-pgvector", "pgvector"),
    ("postgresq", "qdrant-pgvector", "pgvector"),
    ("rust vectors", "qdrant-pgvector", "qdrant"),
    ("qdrnat", "qdrant-pgvector", "qdrant"),
    ("cafe", "cafe-mistral", "cafe"),
    ("CAFÉ modele", "cafe-mistral", "cafe"),
    ("cafe\u{301}", "cafe-mistral", "cafe"),
    ("societe generique", "cafe-mistral", "cafe"),
    ("通义", "tongyi-llama", "tongyi"),
    ("千问", "tongyi-llama", "tongyi"),
    ("语言模型", "tongyi-llama", "tongyi"),
    ("模型2.5", "tongyi-llama", "tongyi"),
    ("نور", "noor-llama", "noor"),
    ("نموذج عربي", "noor-llama", "noor"),
    ("c#", "sage-aider", "c-sharp"),
    ("gruesse", "sage-aider", "c-sharp"),
    ("grusse", "sage-aider", "c-sharp"),
    ("lodz", "lodz-whisper", "lodz"),
    ("naive", "naive", "-"),
];

fn catalogue() -> Arc<Catalogue> {
    let tool = |[id, name, maker, category, tagline, entry]: [&str; 6]| json!({ "id": id, "name": name, "maker": maker, "category": category, "tagline": tagline, "entry": entry });
    let comparison =
        |(slug, title, tools): (&str, &str, &[&str])| json!({ "slug": slug, "title": title, "tools": tools });
    let (tools, comparisons): (Vec<Value>, Vec<Value>) = (TOOLS.map(tool).into(), COMPARISONS.map(comparison).into());
    let index = json!({ "schema": 1, "tools": tools, "comparisons": comparisons });
    content::catalogue(index.to_string().as_str()).unwrap().value
}

fn finder() -> Finder {
    Finder::new(catalogue(), fold)
}

fn typed(query: &str) -> Explore {
    Explore { query: query.to_owned(), ..Explore::default() }
}

#[test]
fn what_is_meant_comes_first() {
    let finder = finder();
    let first = |found: Vec<usize>, id: &dyn Fn(usize) -> String| found.first().map_or("-".to_owned(), |at| id(*at));
    let mut wrong = Vec::new();
    for (query, comparison, tool) in QUERIES {
        let explore = typed(query);
        let slug = |at: usize| finder.catalogue.comparisons[at].slug.to_string();
        let id = |at: usize| finder.catalogue.tools[at].id.to_string();
        let found = (first(finder.comparisons(&explore, &[]), &slug), first(finder.tools(&explore, &[]), &id));
        if found != (comparison.to_owned(), tool.to_owned()) {
            wrong.push(format!("{query}: {found:?}, not {:?}", (comparison, tool)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_of_every_script_are_found_as_they_are_typed() {
    for (name, found, not_found) in [
        ("लिपिकार", "लिपि", "लपक"),
        ("दिल्ली", "दिल्ली", "दल्ला"),
        ("กันต์", "กัน", "กิน"),
        ("مرتل ٢", "مرتل 2", "مرتل 3"),
        ("نموذج ۴", "4", "5"),
        ("كلام عربي", "کلام عربی", "کلب"),
        ("على", "علي", "عن"),
        ("نص", "نـــص", "نس"),
        ("スーパー", "すーぱー", "すーぷ"),
        ("かな漢字", "カナ", "カニ"),
    ] {
        let tool =
            json!({ "id": "it", "name": name, "maker": "", "category": "Tools", "tagline": "", "entry": "free" });
        let index = json!({ "schema": 1, "tools": [tool], "comparisons": [] }).to_string();
        let finder = Finder::new(content::catalogue(index.as_str()).unwrap().value, fold);
        let finds = |query: &str| !finder.tools(&typed(query), &[]).is_empty();
        assert!(finds(found), "“{found}” does not find “{name}”");
        assert!(!finds(not_found), "“{not_found}” finds “{name}”");
    }
}

#[test]
fn a_short_word_is_not_forgiven_and_what_nobody_wrote_is_not_found() {
    let finder = finder();
    for query in ["cafx", "xafe", "zzzzzz", "cursor zzzzzz", "!!!?", "\u{202e}"] {
        let found = finder.comparisons(&typed(query), &[]).len();
        // What holds no letter asks for nothing.
        let expected = if query.chars().any(char::is_alphanumeric) { 0 } else { COMPARISONS.len() };
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn filters_and_sorts_hold_together_with_a_search() {
    let finder = finder();
    let slugs = |explore: &Explore| -> Vec<String> {
        finder
            .comparisons(explore, &[])
            .into_iter()
            .map(|at| finder.catalogue.comparisons[at].slug.to_string())
            .collect()
    };
    let speech = Explore { category: Some("Speech".into()), ..Explore::default() };
    assert_eq!(slugs(&speech), ["whispers", "lodz-whisper"]);
    assert_eq!(slugs(&Explore { entry: Some(Entry::Paid), ..speech.clone() }), ["lodz-whisper"]);
    assert_eq!(slugs(&Explore { entry: Some(Entry::Freemium), ..speech.clone() }), [""; 0]);
    assert_eq!(
        slugs(&Explore { query: "whisper".into(), sort: Sort::Name, ..Explore::default() }),
        ["lodz-whisper", "whispers"]
    );
    let everything = Explore::default();
    assert_eq!(slugs(&everything), COMPARISONS.map(|(slug, ..)| slug));
}

#[test]
fn matches_are_marked_where_they_stand() {
    let marked = |text: &str, query: &str| -> String {
        let finder = finder();
        let pieces = finder.pieces(text, &finder.words(query));
        pieces.into_iter().map(|piece| if piece.is_match { format!("[{}]", piece.text) } else { piece.text }).collect()
    };
    assert_eq!(marked("Cursor vs GitHub Copilot", "copilot vs curs"), "[Curs]or vs GitHub [Copilot]");
    assert_eq!(marked("Café Modèle", "cafe"), "[Café] Modèle");
    assert_eq!(marked("Cafe\u{301} noir", "café n"), "[Cafe\u{301}] [n]oir");
    assert_eq!(marked("whisper.cpp", "whispercpp"), "[whisper.cpp]");
    assert_eq!(marked("GitHub Copilot", "copilto"), "GitHub [Copilot]");
    assert_eq!(marked("开源大语言模型", "语言"), "开源大[语言]模型");
    assert_eq!(marked("Straße", "strasse"), "[Straße]");
    assert_eq!(marked("Nothing here", "cursor"), "Nothing here");
    // A wrong letter is not forgiven across a space.
    assert_eq!(marked("An open image model", "openai"), "An open image model");
    assert_eq!(marked("For LLM applications", "llama"), "For LLM applications");
    assert_eq!(marked("An open AI model", "openai"), "An [open AI] model");
    assert_eq!(marked("", "cursor"), "");
}

proptest! {
    #[test]
    fn any_query_over_any_text_marks_it_and_loses_nothing(text in ".{0,40}", query in ".{0,12}") {
        let finder = finder();
        let pieces = finder.pieces(&text, &finder.words(&query));
        prop_assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
    }

    #[test]
    fn what_is_typed_whole_is_found(i in 0..TOOLS.len()) {
        let finder = finder();
        let found = finder.tools(&typed(TOOLS[i][1]), &[]);
        prop_assert!(found.iter().any(|at| finder.catalogue.tools[*at].id.as_str() == TOOLS[i][0]));
    }
}
