//! Finding comparisons and tools by what a reader types and chooses.

use super::{
    Brief, Catalogue, Explore, Fold, Percent, ReviewerId, Sort,
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
        let (mut tools, mut comparisons) = (Vec::new(), Vec::new());
        for tool in &catalogue.tools {
            tools.push(texts(tool).map(letters));
        }
        for comparison in &catalogue.comparisons {
            let mut places = Vec::new();
            for id in &comparison.tools {
                places.extend(catalogue.place(id));
            }
            comparisons.push((letters(&comparison.title), places));
        }
        Self { tools, comparisons, fold, catalogue }
    }

    /// The comparisons that are looked for, as places in the catalogue, in the order that is asked for. Figures leave out the muted.
    pub fn comparisons(&self, explore: &Explore, muted: &[ReviewerId]) -> Vec<usize> {
        let words = self.words(&explore.query);
        let mut of_tools = Vec::new();
        for tool in &self.tools {
            let mut of_words = Vec::new();
            for word in &words {
                of_words.push(score(tool, word));
            }
            of_tools.push(of_words);
        }
        let mut found = Vec::new();
        'comparisons: for (at, (title, tools)) in self.comparisons.iter().enumerate() {
            let briefs = || tools.iter().filter_map(|tool| self.catalogue.tools.get(*tool));
            // Two different tools may answer category and entry; that is what a comparison is for.
            if !(explore.category.is_none() && explore.entry.is_none() || briefs().any(|tool| tool.fits(explore))) {
                continue;
            }
            let mut sum = 0;
            for (i, word) in words.iter().enumerate() {
                let mut best = title.find(word).map(|found| found.score * WEIGHTS[0]);
                for tool in tools {
                    best = best.max(of_tools.get(*tool).and_then(|of_words| *of_words.get(i)?));
                }
                let Some(best) = best else { continue 'comparisons };
                sum += best;
            }
            let mut rank = 0;
            match explore.sort {
                // Of two that fit alike, the one of fewer tools is meant.
                Sort::Usual if !words.is_empty() => rank = sum * 8 + 8_u32.saturating_sub(tools.len() as u32),
                sort => briefs().for_each(|tool| rank = rank.max(tool.figure(sort, muted))),
            }
            found.push((rank, title, at));
        }
        sorted(found, explore.sort)
    }

    /// The tools that are looked for, likewise.
    pub fn tools(&self, explore: &Explore, muted: &[ReviewerId]) -> Vec<usize> {
        let words = self.words(&explore.query);
        let mut found = Vec::new();
        for (at, (letters, tool)) in self.tools.iter().zip(&self.catalogue.tools).enumerate() {
            let sum = words.iter().map(|word| score(letters, word)).sum::<Option<u32>>();
            if let Some(sum) = sum.filter(|_| tool.fits(explore)) {
                let rank = if explore.sort == Sort::Usual { sum } else { tool.figure(explore.sort, muted) };
                found.push((rank, &letters[0], at));
            }
        }
        let by_name = if explore.sort == Sort::Usual { Sort::Name } else { explore.sort };
        sorted(found, by_name)
    }

    /// A text in pieces: those that a search for these words finds, and those between.
    pub fn pieces(&self, text: &str, words: &[Vec<char>]) -> Vec<Piece> {
        let letters = Letters::of(text, self.fold);
        let mut places = Vec::new();
        for word in words {
            places.extend(letters.find(word).map(|found| letters.place(found)));
        }
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
    pub fn words(&self, query: &str) -> Vec<Vec<char>> {
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
    let mut best = None;
    for (text, weight) in tool.iter().zip(WEIGHTS) {
        best = best.max(text.find(word).map(|Match { score, .. }| score * weight));
    }
    best
}

/// Places by rank, the highest first; then by name where that is asked for; then as they came. A heap sorts in a fifth of the bytes that
/// the standard library's sorting takes.
fn sorted(found: Vec<(u32, &Letters, usize)>, sort: Sort) -> Vec<usize> {
    let mut heap = BinaryHeap::new();
    for (rank, letters, at) in found {
        let name: &[char] = if sort == Sort::Name { &letters.letters } else { &[] };
        heap.push((Reverse(rank), name, at));
    }
    heap.into_sorted_vec().into_iter().map(|(_, _, at)| at).collect()
}

impl Brief {
    /// Whether it belongs to the category, and one gets in as is asked for.
    fn fits(&self, explore: &Explore) -> bool {
        explore.category.as_ref().is_none_or(|category| category.eq_ignore_ascii_case(&self.category))
            && explore.entry.is_none_or(|entry| entry == self.entry)
    }

    /// The figure that a sort goes by, as a rank: what is not known comes last.
    fn figure(&self, sort: Sort, muted: &[ReviewerId]) -> u32 {
        let share = match sort {
            Sort::Usual | Sort::Name => None,
            Sort::Panel => self.share(muted),
            Sort::Community => self.community.and_then(|snapshot| snapshot.tally.share()),
        };
        share.map_or(0, |Percent(share)| u32::from(share) + 1)
    }
}
