//! The scripts as they are written. `public/embed.js` is not among them: Trunk copies it.

/// In the head of every page, before first paint.
pub const BOOT: &str = include_str!("boot.js");
/// At the end of every page that the app takes over.
pub const LOAD: &str = include_str!("load.js");
/// Behind `LOAD`, in pages inside embeds.
pub const EMBEDDED: &str = include_str!("embedded.js");
/// In the head of pages inside embeds.
pub const HOST: &str = include_str!("host.js");
/// First in the app's own script: says so where the browser lacks what the app needs.
pub const NEEDS: &str = include_str!("needs.js");
/// In the app's own script: starts the app.
pub const START: &str = include_str!("start.js");
/// In the app's own script, before the app starts.
pub const RECOVER: &str = include_str!("recover.js");
/// In the app's own script.
pub const PREFETCH: &str = include_str!("prefetch.js");
/// In the app's own script.
pub const WHERE: &str = include_str!("where.js");
/// The embed builder's.
pub const BUILDER: &str = include_str!("builder.js");
