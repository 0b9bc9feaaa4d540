//! The answer to “which one?”, in one or two sentences made from data alone: whom the panel prefers, by how much, at what price.

use super::{Price, ReviewerId, ReviewerKind, Site, Split, Tool, plain};
use std::sync::Arc;

/// A piece of a sentence. What authors wrote is apart, because it has a direction of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phrase {
    /// Words of ours.
    Words(String),
    /// A name or a price, as an author wrote it.
    Authored(String),
}

/// Whom the panel prefers without the muted reviewers, by how much, and that its reviewers are AI where they are; then what the
/// preferred tools cost, or both tools where there are two.
pub fn answer(tools: &[Arc<Tool>], site: &Site, muted: &[ReviewerId]) -> Vec<Phrase> {
    let mut said = Said(Vec::new());
    let (mut judged, mut unjudged) = (Vec::<Ranked>::new(), Vec::new());
    for tool in tools {
        let it = Ranked::of(tool, site, muted);
        if it.total == 0 {
            unjudged.push(it.name());
        } else {
            // The best first. Sorting by the standard library would be two kilobytes more for every reader.
            let at = judged.iter().position(|other| other.share() < it.share());
            judged.insert(at.unwrap_or(judged.len()), it);
        }
    }
    let leaders = judged.iter().take_while(|it| it.share() == judged[0].share()).count();
    if judged.is_empty() {
        let left_out = tools.iter().any(|tool| !tool.reviews.is_empty());
        said.words(match left_out {
            true => "Every reviewer of these tools is left out, so the panel prefers none.",
            false => "The panel has not reviewed these tools yet.",
        });
    } else {
        said.panel(tools, site, muted);
        said.preference(&judged, leaders);
        if judged.len() > 1 && !unjudged.is_empty() {
            said.words("; ");
            said.names(&unjudged, " and ");
            said.words(if unjudged.len() == 1 { " has" } else { " have" });
            said.words(if muted.is_empty() { " no review" } else { " no counted review" });
        }
        said.words(".");
    }
    if tools.len() > 2 {
        said.prices(judged[..leaders].iter().map(|it| it.tool));
    } else {
        said.prices(tools.iter().map(AsRef::as_ref));
    }
    said.0
}

/// A tool, and how many of those who count would ship it.
struct Ranked<'a> {
    tool: &'a Tool,
    ships: usize,
    total: usize,
}

impl<'a> Ranked<'a> {
    fn of(tool: &'a Tool, site: &Site, muted: &[ReviewerId]) -> Self {
        let split = Split::of(tool, site, muted);
        Self { tool, ships: split.ships(), total: split.total() }
    }

    fn name(&self) -> &'a str {
        &self.tool.name
    }

    /// The share that would ship it, in parts of a million: exact enough to tell any two panels of people apart.
    fn share(&self) -> u64 {
        // Not `usize`, which has 32 bits in browsers.
        self.ships as u64 * 1_000_000 / self.total.max(1) as u64
    }
}

/// What has been said so far.
struct Said(Vec<Phrase>);

impl Said {
    #[inline(never)]
    fn words(&mut self, words: &str) {
        match self.0.last_mut() {
            Some(Phrase::Words(before)) => before.push_str(words),
            _ => self.0.push(Phrase::Words(words.to_owned())),
        }
    }

    /// “3 of 4”.
    fn ratio(&mut self, it: &Ranked) {
        self.words(&it.ships.to_string());
        self.words(" of ");
        self.words(&it.total.to_string());
    }

    /// “A”, “A and B”, “A, B and C”; `last` stands before the last.
    #[inline(never)]
    fn names(&mut self, names: &[&str], last: &str) {
        for (i, name) in names.iter().enumerate() {
            match i {
                0 => {}
                _ if i + 1 == names.len() => self.words(last),
                _ => self.words(", "),
            }
            self.0.push(Phrase::Authored((*name).to_owned()));
        }
    }

    /// “The panel of AI reviewers, without The Founder, ”.
    fn panel(&mut self, tools: &[Arc<Tool>], site: &Site, muted: &[ReviewerId]) {
        let (mut ai, mut other) = (false, false);
        for tool in tools {
            for review in &tool.reviews {
                match site.reviewer(&review.reviewer).map(|it| it.kind) {
                    _ if muted.contains(&review.reviewer) => {}
                    Some(ReviewerKind::Ai) => ai = true,
                    // Of whom the panel does not know, nobody can say that they are AI.
                    Some(ReviewerKind::Human) | None => other = true,
                }
            }
        }
        self.words(match (ai, other) {
            (true, false) => "The panel of AI reviewers",
            (true, true) => "The panel of AI and other reviewers",
            _ => "The panel",
        });
        let reviewed = |id| tools.iter().any(|tool| tool.review_by(id).is_some());
        let mut left_out = Vec::new();
        for it in &site.panel {
            if muted.contains(&it.id) && reviewed(&it.id) {
                left_out.push(it.name.as_str());
            }
        }
        if !left_out.is_empty() {
            self.words(", without ");
            self.names(&left_out, " and ");
            self.words(",");
        }
        self.words(" ");
    }

    /// “prefers A: 4 of 4 would ship it, 3 of 4 would ship B”. The first `leaders` of `judged` share the first place.
    fn preference(&mut self, judged: &[Ranked], leaders: usize) {
        let names: Vec<&str> = judged.iter().map(Ranked::name).collect();
        let (best, tied) = (&judged[0], leaders == judged.len());
        let alike = judged[..leaders].iter().all(|it| it.total == best.total);
        if judged.len() == 1 {
            self.words("has reviewed only ");
            self.names(&names, "");
        } else if best.ships == 0 {
            self.words("is unanimous: nobody would ship ");
            return self.names(&names, " or ");
        } else if tied {
            self.words("has no favourite");
            if alike {
                self.words(if leaders == 2 { " between " } else { " among " });
                self.names(&names, " and ");
            }
        } else {
            self.words("prefers ");
            self.names(&names[..leaders], " and ");
            if best.ships * 2 < best.total {
                self.words(if leaders == 1 { ", though most would skip it" } else { ", though most would skip them" });
            }
        }
        // Those whom “it” or “each” means are said in one.
        let pronoun = if leaders == 1 { "it" } else { "each" };
        let (first, rest) = if alike { (Some(best), &judged[leaders..]) } else { (None, judged) };
        let pairs = usize::from(first.is_some()) + rest.len();
        for (i, it) in first.into_iter().chain(rest).enumerate() {
            self.words(if i == 0 { ": " } else { ", " });
            self.ratio(it);
            self.words(if i == 0 || pairs == 2 { " would ship " } else { " " });
            match i == 0 && alike {
                true => self.words(pronoun),
                false => self.names(&[it.name()], ""),
            }
        }
    }

    /// “ A and B are free; C costs from $20 per month.” What nobody knows is left out.
    fn prices<'a>(&mut self, tools: impl Iterator<Item = &'a Tool>) {
        // Those without a plan are said in one where they are alike.
        let alike = |a: &Price, b: &Price| a.entry == b.entry && a.lowest().is_none() && b.lowest().is_none();
        let mut groups: Vec<(Vec<&str>, &Tool)> = Vec::new();
        for tool in tools {
            match groups.iter_mut().find(|(_, it)| alike(&it.price, &tool.price)) {
                Some((names, _)) => names.push(&tool.name),
                None => groups.push((vec![&tool.name], tool)),
            }
        }
        let mut before = " ";
        for (names, tool) in groups {
            if let Some(costs) = tool.price.costs(names.len() > 1) {
                self.words(before);
                self.names(&names, " and ");
                self.words(&costs);
                self.0.extend(tool.price.lowest().map(|plan| Phrase::Authored(plain(&plan.price()))));
                before = "; ";
            }
        }
        if before == "; " {
            self.words(".");
        }
    }
}
