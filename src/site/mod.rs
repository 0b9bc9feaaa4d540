//! Native only: from a folder of content, and what Trunk built, to the site.

mod addresses;
#[cfg(feature = "ssr")]
mod badge;
#[cfg(feature = "ssr")]
mod builder;
#[cfg(feature = "ssr")]
mod card;
#[cfg(feature = "ssr")]
mod carried;
#[cfg(feature = "ssr")]
mod colours;
#[cfg(feature = "ssr")]
mod embed;
#[cfg(feature = "ssr")]
mod embed_page;
#[cfg(feature = "ssr")]
mod feeds;
#[cfg(feature = "ssr")]
mod files;
#[cfg(feature = "ssr")]
mod finish;
mod fold;
mod folder;
mod frame;
#[cfg(feature = "draw")]
mod gathered;
#[cfg(feature = "ssr")]
mod hash;
#[cfg(feature = "ssr")]
mod head;
#[cfg(feature = "ssr")]
mod homes;
#[cfg(feature = "ssr")]
mod install;
#[cfg(feature = "ssr")]
mod json_ld;
#[cfg(feature = "ssr")]
mod kept;
mod language;
mod listing;
mod loader;
#[cfg(feature = "ssr")]
mod minify;
#[cfg(feature = "ssr")]
mod names;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod palette;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
mod portraits;
#[cfg(feature = "ssr")]
mod prerender;
mod printable;
#[cfg(feature = "ssr")]
mod progress;
mod recipe;
#[cfg(feature = "draw")]
mod relations;
#[cfg(feature = "ssr")]
mod reserve;
mod script_names;
#[cfg(feature = "ssr")]
mod scripts;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
mod sitemap;
#[cfg(feature = "draw")]
mod sketch;
#[cfg(feature = "ssr")]
mod squeezed;
mod text;
#[cfg(feature = "ssr")]
mod url;
mod words;
#[cfg(feature = "ssr")]
mod written;
#[cfg(feature = "ssr")]
mod xml;

pub use addresses::disagreement;
#[cfg(feature = "ssr")]
pub use badge::{badge, badge_words};
#[cfg(feature = "ssr")]
pub use card::{CardError, Cards};
#[cfg(feature = "ssr")]
pub use embed::Embed;
#[cfg(feature = "ssr")]
pub use files::Files;
#[cfg(feature = "ssr")]
pub use finish::{FinishError, Release, finish};
pub use fold::fold;
pub use folder::{CollectError, Folder, Lists, Read, by_name};
pub use frame::View;
#[cfg(feature = "draw")]
pub use gathered::{GatherError, write_gathered};
#[cfg(feature = "ssr")]
pub use kept::Kept;
pub use language::{is_right_to_left, judge_tag};
pub use listing::{Entry, Listing, NAME_IT, Role, Stray, copy_content, list};
pub use loader::{LoaderError, name_loader};
#[cfg(feature = "ssr")]
pub use loader::{ReleasedError, released_loader};
#[cfg(feature = "ssr")]
pub use minify::{MinifyError, minify};
#[cfg(feature = "ssr")]
pub use names::NameError;
#[cfg(feature = "ssr")]
pub use pages::write_pages;
#[cfg(feature = "ssr")]
pub use prerender::Prerenderer;
pub use printable::{escaped, printable};
pub use recipe::Recipe;
#[cfg(feature = "draw")]
pub use relations::Relations;
#[cfg(feature = "ssr")]
pub use reserve::{SCREEN, reserved, reserved_list};
#[cfg(feature = "ssr")]
pub use scripts::ScriptError;
#[cfg(feature = "ssr")]
pub use shell::{Assets, Kind, PageShell, Sheets};
#[cfg(feature = "ssr")]
pub use sketch::{plotted, sketch_panel, sketch_record, sketch_tool};
pub use text::{NotText, Unread, line_breaks, read_content, read_table, table_text};
pub use words::{letters, same_words};
#[cfg(feature = "ssr")]
pub use written::Written;
