//! The same comparison as a React page, where `cargo xtask bench` could build one.

use crate::{COMPARISON, figures::median};
use std::{
    env,
    path::{Path, PathBuf},
};

/// Where the React page is served; its files name this path.
const PATH: &str = "/peers/react/";

/// The React page, if it is there.
pub struct Peer(Option<PathBuf>);

impl Peer {
    /// The page in the folder that SHIPSIDE_REACT names.
    pub fn here() -> Self {
        Self(env::var_os("SHIPSIDE_REACT").filter(|folder| !folder.is_empty()).map(PathBuf::from))
    }

    /// What the host serves besides the site.
    pub fn folders(&self) -> Vec<(&'static str, &Path)> {
        self.0.iter().map(|folder| (PATH.trim_end_matches('/'), folder.as_path())).collect()
    }

    /// The names and paths of the pages to measure: Shipside's, and React's where it is.
    pub fn pages(&self) -> Vec<(&'static str, &'static str)> {
        let react = self.0.as_ref().map(|_| ("React 19", PATH));
        [("Shipside", COMPARISON)].into_iter().chain(react).collect()
    }
}

/// One line of a table: the median of each page’s rounds, and of the ratios within a round, which what else the machine does
/// at that time moves least.
pub fn line(title: &str, pages: &[Vec<f64>], digits: usize) -> String {
    let cells: String = pages.iter().map(|rounds| format!("{:>12.digits$}", median(rounds))).collect();
    let ratio = match pages {
        [ours, theirs] => {
            let ratios: Vec<f64> = ours.iter().zip(theirs).map(|(ours, theirs)| ours / theirs).collect();
            format!("{:>12.2}", median(&ratios))
        }
        _ => format!("{:>12}", "—"),
    };
    format!("{title:<30}{cells}{ratio}\n")
}

/// The line above those.
pub fn head(title: &str, pages: &[(&str, &str)]) -> String {
    let names: String = pages.iter().map(|(name, _)| format!("{name:>12}")).collect();
    format!("{title:<30}{names}{:>12}\n", "ratio")
}
