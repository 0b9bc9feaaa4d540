//! Addresses as this deployment writes them.

use crate::model::Route;
use std::sync::Arc;

/// Turns routes into hrefs below the folder that the site is deployed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links(Arc<str>);

impl Links {
    /// `base` is the deployment's path: `/`, or `/folder/`.
    pub fn below(base: &str) -> Self {
        Self(base.trim_end_matches('/').into())
    }

    /// The href of a page.
    pub fn to(&self, route: &Route) -> String {
        self.below_base(&route.to_path())
    }

    /// The href of a path below the site's base, which begins with a slash.
    pub(super) fn below_base(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}
