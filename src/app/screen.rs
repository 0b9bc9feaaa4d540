//! What the app shows.

use crate::model::{Loaded, Page, Site};
use std::sync::Arc;

/// A page that can be shown: it always has its site.
pub(super) struct Ready {
    pub site: Arc<Site>,
    pub page: Page,
}

/// What is shown within the chrome.
pub(super) struct Screen {
    /// What tells it from the screen before: two screens have nothing in common.
    pub number: u64,
    pub state: Loaded<Arc<Ready>>,
}

impl Screen {
    /// The page that is shown, if one is.
    pub fn ready(&self) -> Option<&Arc<Ready>> {
        if let Loaded::Ready(ready) = &self.state { Some(ready) } else { None }
    }
}
