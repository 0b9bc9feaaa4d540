//! Minifying scripts: the loader for blogs, whose readable source is `public/embed.js`, and those that stand in pages.

use oxc::{
    allocator::Allocator,
    codegen::{Codegen, CodegenOptions, CommentOptions},
    minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions},
    parser::Parser,
    span::SourceType,
};

/// Why a script could not be minified.
#[derive(Debug, thiserror::Error)]
#[error("is not JavaScript: {0}")]
pub struct MinifyError(String);

/// The same script in fewer bytes. It is a classic script, and nothing outside of it may use its names.
pub fn minify(script: &str) -> Result<String, MinifyError> {
    minified(script, SourceType::script())
}

/// The same module in fewer bytes.
pub(super) fn minify_module(script: &str) -> Result<String, MinifyError> {
    minified(script, SourceType::mjs())
}

fn minified(script: &str, kind: SourceType) -> Result<String, MinifyError> {
    let allocator = Allocator::default();
    let mut parsed = Parser::new(&allocator, script, kind).parse();
    if let Some(error) = parsed.diagnostics.first() {
        return Err(MinifyError(error.to_string()));
    }
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        compress: Some(CompressOptions::default()),
        ..MinifierOptions::default()
    };
    let minified = Minifier::new(options).minify(&allocator, &mut parsed.program);
    let style = CodegenOptions { minify: true, comments: CommentOptions::disabled(), ..CodegenOptions::default() };
    let written = Codegen::new()
        .with_options(style)
        .with_scoping(minified.scoping)
        .with_private_member_mappings(minified.class_private_mappings)
        .build(&parsed.program);
    Ok(written.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_space_and_long_names_go() {
        let script =
            "// why\n(() => {\n  const someWords = document.title;\n  alert(`${someWords} and ${someWords}`);\n})();\n";
        let minified = minify(script).unwrap();
        assert!(minified.len() < 60 && !minified.contains("why") && !minified.contains("someWords"), "{minified}");
        assert!(minified.contains("document.title") && minified.contains("alert("), "{minified}");
    }

    #[test]
    fn what_is_no_script_is_told() {
        let error = minify("const = 1").unwrap_err().to_string();
        assert!(error.starts_with("is not JavaScript: "), "{error}");
    }
}
