//! Finding comparisons and tools by what a reader types and chooses.

use super::{
    Brief, Catalogue, Explore, Fold, Percent, ReviewerId, Sort, Summary, ToolId,
    letters::{Letters, Match},
};
use std::{cmp::Reverse, collections::BinaryHeap, sync::Arc};

/// What a word may be found in, and how much it matters there.
const WEIGHTS: [u32; 4] = [3, 2, 2, 1];

/// A catalogue that can be searched.
pub struct Finder {
    /// What is searched.
    pub catalogue: Arc<Catalogue>,
    fold: Fold,
    /// Of each tool: name, maker, category, tagline.
    tools: Vec<[Letters; 4]>,
    /// Of each comparison: its title, and which its tools are.
    comparisons: Vec<(Letters, Vec<usize>)>,
}

/// A piece of a text, and whether it is what was searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it matches.
    pub is_match: bool,
}

impl Finder {
    /// Prepares a catalogue. Takes as long as its texts are long; a search then does not look at them again.
    pub fn new(catalogue: Arc<Catalogue>, fold: Fold) -> Self {
        let letters = |text: &str| Letters::of(text, fold);
        let tools = catalogue.tools.iter().map(|tool| texts(tool).map(letters)).collect();
        let place = |id: &ToolId| catalogue.place(id);
        let comparison = |it: &Summary| (letters(&it.title), it.tools.iter().filter_map(place).collect());
        let comparisons = catalogue.comparisons.iter().map(comparison).collect();
        Self { tools, comparisons, fold, catalogue }
    }

    /// The comparisons that are looked for, as places in the catalogue, in the order that is asked for. Figures leave out the muted.
    pub fn comparisons(&self, explore: &Explore, muted: &[ReviewerId]) -> Vec<usize> {
        let words = self.words(&explore.query);
        let of_tools: Vec<Vec<Option<u32>>> =
            self.tools.iter().map(|tool| words.iter().map(|word| score(tool, word)).collect()).collect();
        let found = self.comparisons.iter().enumerate().filter_map(|(at, (title, tools))| {
            let fits = |tool: &usize| self.catalogue.tools.get(*tool).is_some_and(|tool| tool.fits(explore));
            // Two different tools may answer category and entry; that is what a comparison is for.
            if !(explore.category.is_none() && explore.entry.is_none() || tools.iter().any(fits)) {
                return None;
            }
            let mut sum = 0;
            for (i, word) in words.iter().enumerate() {
                let own = title.find(word).map(|found| found.score * WEIGHTS[0]);
                let best = tools.iter().filter_map(|tool| *of_tools.get(*tool)?.get(i)?).chain(own).max()?;
                sum += best;
            }
            let figure = |of: fn(&Brief, &[ReviewerId]) -> Option<Percent>| {
                tools.iter().filter_map(|tool| of(self.catalogue.tools.get(*tool)?, muted)).max()
            };
            let rank = match explore.sort {
                // Of two that fit alike, the one of fewer tools is meant.
                Sort::Newest if !words.is_empty() => sum * 8 + 8_u32.saturating_sub(tools.len() as u32),
                Sort::Newest | Sort::Name => 0,
                Sort::Panel => weight(figure(|tool, muted| tool.share(muted))),
                Sort::Community => weight(figure(|tool, _| tool.voted())),
            };
            Some((rank, title, at))
        });
        sorted(found, explore.sort)
    }

    /// The tools that are looked for, likewise. “Newest” is by name where nothing is searched for: tools have no day of their own.
    pub fn tools(&self, explore: &Explore, muted: &[ReviewerId]) -> Vec<usize> {
        let words = self.words(&explore.query);
        let found = self.tools.iter().zip(&self.catalogue.tools).enumerate().filter_map(|(at, (letters, tool))| {
            if !tool.fits(explore) {
                return None;
            }
            let sum: u32 = words.iter().map(|word| score(letters, word)).sum::<Option<u32>>()?;
            let rank = match explore.sort {
                Sort::Newest => sum,
                Sort::Panel => weight(tool.share(muted)),
                Sort::Community => weight(tool.voted()),
                Sort::Name => 0,
            };
            Some((rank, &letters[0], at))
        });
        let by_name = if explore.sort == Sort::Newest { Sort::Name } else { explore.sort };
        sorted(found, by_name)
    }

    /// A text in pieces: those that a search for `query` finds, and those between.
    pub fn pieces(&self, text: &str, query: &str) -> Vec<Piece> {
        let letters = Letters::of(text, self.fold);
        let words = self.words(query);
        let mut places: Vec<_> =
            words.iter().filter_map(|word| letters.find(word)).map(|found| letters.place(found)).collect();
        let mut pieces = Vec::new();
        let mut done = 0;
        let mut add = |text: Option<&str>, is_match| {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                pieces.push(Piece { text: text.to_owned(), is_match });
            }
        };
        while let Some(next) = (0..places.len()).min_by_key(|i| places[*i].start) {
            let place = places.swap_remove(next);
            let from = place.start.max(done);
            if from < place.end {
                add(text.get(done..from), false);
                add(text.get(from..place.end), true);
                done = place.end;
            }
        }
        add(text.get(done..), false);
        pieces
    }

    /// The words that were typed. Those that only join others mean nothing beside them.
    fn words(&self, query: &str) -> Vec<Vec<char>> {
        let words = Letters::of(query, self.fold).words();
        let joins =
            |word: &Vec<char>| ["vs", "versus", "or", "and"].iter().any(|it| it.chars().eq(word.iter().copied()));
        if words.iter().all(joins) { words } else { words.into_iter().filter(|word| !joins(word)).collect() }
    }
}

fn texts(tool: &Brief) -> [&str; 4] {
    [&tool.name, &tool.maker, &tool.category, &tool.tagline]
}

/// How well a tool answers a word; nothing where it does not.
fn score(tool: &[Letters; 4], word: &[char]) -> Option<u32> {
    let found =
        tool.iter().zip(WEIGHTS).filter_map(|(text, weight)| text.find(word).map(|Match { score, .. }| score * weight));
    found.max()
}

/// A share as a rank: what is not known comes last.
fn weight(share: Option<Percent>) -> u32 {
    share.map_or(0, |Percent(share)| u32::from(share) + 1)
}

/// Places by rank, the highest first; then by name where that is asked for; then as they came. A heap sorts in a fifth of the bytes that
/// the standard library's sorting takes.
fn sorted<'a>(found: impl Iterator<Item = (u32, &'a Letters, usize)>, sort: Sort) -> Vec<usize> {
    let key = |(rank, letters, at): (u32, &'a Letters, usize)| {
        let name: &[char] = if sort == Sort::Name { &letters.letters } else { &[] };
        (Reverse(rank), name, at)
    };
    let heap: BinaryHeap<_> = found.map(key).collect();
    heap.into_sorted_vec().into_iter().map(|(_, _, at)| at).collect()
}

impl Brief {
    /// Whether it belongs to the category, and one gets in as is asked for.
    fn fits(&self, explore: &Explore) -> bool {
        explore.category.as_ref().is_none_or(|category| *category == self.category)
            && explore.entry.is_none_or(|entry| entry == self.entry)
    }

    /// The community's share as it was counted elsewhere.
    fn voted(&self) -> Option<Percent> {
        self.community.and_then(|snapshot| snapshot.tally.share())
    }
}
