//! Any text as a table of tools.

#![no_main]

use libfuzzer_sys::fuzz_target;
use shipside::editor::{Table, import};
use std::path::Path;

fuzz_target!(|text: &str| {
    for table in [Table::Csv, Table::Md] {
        let _ = import(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/check/good")), text, table);
    }
});
