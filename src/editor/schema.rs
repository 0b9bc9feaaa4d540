//! JSON Schemas (2020-12) of the three kinds of file, made from the shapes that are written.

use super::wire::{ComparisonFile, SiteFile, ToolFile};
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, transform::RecursiveTransform};
use serde_json::{Map, Value};

/// A kind of file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum FileKind {
    /// `tools/<id>.json`
    Tool,
    /// `comparisons/<slug>.json`
    Comparison,
    /// `site.json`
    Site,
}

impl FileKind {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Tool, Self::Comparison, Self::Site];

    /// As the schema's file is called, without its ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tool => "tool",
            Self::Comparison => "comparison",
            Self::Site => "site",
        }
    }

    /// Where a file of this kind finds its schema, beside `data/`.
    pub(super) fn address(self) -> String {
        let up = if self == Self::Site { "../" } else { "../../" };
        format!("{up}schema/{}.json", self.name())
    }
}

/// The schema of a kind of file.
pub fn schema(kind: FileKind) -> Value {
    let title = format!("Shipside: {}", kind.name());
    match kind {
        FileKind::Tool => of::<ToolFile>(&title),
        FileKind::Comparison => of::<ComparisonFile>(&title),
        FileKind::Site => of::<SiteFile>(&title),
    }
}

fn of<T: JsonSchema>(title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(as_authored));
    let mut schema = SchemaGenerator::new(settings).into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    // Inside of a comparison a tool may go without; a file may not.
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.insert(0, "schema".into());
    }
    schema.to_value()
}

/// What Rust's types say and authors must not read: that null is allowed, and the widths of numbers.
fn as_authored(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    object.remove("format");
    object.remove("default");
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|it| it != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(list)) = object.get_mut("enum") {
        list.retain(|it| !it.is_null());
    }
    if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|it| it != "null"));
        if let [Value::Object(only)] = choices.as_slice() {
            let only: Map<String, Value> = only.clone();
            object.remove("anyOf");
            object.extend(only);
        }
    }
}
