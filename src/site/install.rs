//! What a home screen shows: icons as pictures, and the web app manifest that names them.

use super::{Cards, colours::PAPER, files::Files, hash::hash};
use crate::model::{Site, plain};
use serde_json::json;
use std::io;

/// Names of files. Those of icons change with their contents.
pub(super) struct Installed {
    /// The manifest.
    pub manifest: String,
    /// The icon for devices that read no manifest.
    pub touch: String,
}

/// Writes the icons and the manifest of a site at `base`. `icon` is the SVG.
pub(super) fn write_manifest(icon: &str, base: &str, site: &Site, cards: &Cards, out: &Files) -> io::Result<Installed> {
    let draw = |pixels, bleed| {
        let png = cards.icon(icon, pixels, bleed).map_err(io::Error::other)?;
        let name = format!("icon-{pixels}{}-{}.png", if bleed { "-mask" } else { "" }, hash(&[&png]));
        out.write(&name, &png)?;
        Ok::<_, io::Error>(name)
    };
    let named = |name: &str, pixels: u32, purpose| json!({ "src": format!("{base}{name}"), "sizes": format!("{pixels}x{pixels}"), "type": "image/png", "purpose": purpose });
    let icons = [
        named(&draw(192, false)?, 192, "any"),
        named(&draw(512, false)?, 512, "any"),
        named(&draw(512, true)?, 512, "maskable"),
    ];
    let mut manifest = json!({
        "name": site.name,
        "short_name": site.name,
        "lang": site.language,
        "start_url": base,
        "scope": base,
        "display": "browser",
        "background_color": PAPER.light,
        "theme_color": PAPER.light,
        "icons": icons,
    });
    if !site.tagline.is_empty() {
        manifest["description"] = plain(&site.tagline).into();
    }
    // Like a page, asked for anew each time: under its usual name.
    let name = "manifest.webmanifest".to_owned();
    out.write(&name, manifest.to_string().as_bytes())?;
    // Without transparency: such devices cut the corners themselves.
    Ok(Installed { manifest: name, touch: draw(180, true)? })
}
