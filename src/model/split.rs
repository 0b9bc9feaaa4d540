//! How the panel divided over one tool.

use super::{Percent, Review, ReviewerId, Site, Tool, Verdict, joined};
use std::cmp::Ordering;

/// One reviewer's verdict on a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Who decided. Two of a panel may have one name.
    pub reviewer: ReviewerId,
    /// The reviewer's name.
    pub name: String,
    /// What they decided.
    pub verdict: Verdict,
    /// Whether the reader counts them.
    pub counts: bool,
}

/// The reviews of one tool, in the panel's order, and what follows from those that count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// One mark a reviewer, in the panel's order; strangers to the panel last.
    pub marks: Vec<Mark>,
}

impl Split {
    /// The reviews of `tool`; those of reviewers who are muted do not count.
    pub fn of(tool: &Tool, site: &Site, muted: &[ReviewerId]) -> Self {
        let mark = |review: &Review| Mark {
            reviewer: review.reviewer.clone(),
            name: site.reviewer_name(&review.reviewer),
            verdict: review.verdict,
            counts: !muted.contains(&review.reviewer),
        };
        let mut marks = Vec::new();
        for member in &site.panel {
            marks.extend(tool.review_by(&member.id).map(mark));
        }
        for review in &tool.reviews {
            if site.reviewer(&review.reviewer).is_none() {
                marks.push(mark(review));
            }
        }
        Self { marks }
    }

    fn counted(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(|mark| mark.counts)
    }

    fn count(&self, verdict: Verdict) -> usize {
        self.counted().filter(|mark| mark.verdict == verdict).count()
    }

    /// Reviews that say ship.
    pub fn ships(&self) -> usize {
        self.count(Verdict::Ship)
    }

    /// Reviews that say skip.
    pub fn skips(&self) -> usize {
        self.count(Verdict::Skip)
    }

    /// Reviews that count.
    pub fn total(&self) -> usize {
        self.counted().count()
    }

    /// The panel's ship %; nothing when no review counts.
    pub fn share(&self) -> Option<Percent> {
        Percent::of(self.ships() as u64, self.total() as u64)
    }

    /// What the minority says, where there is a majority.
    fn minority(&self) -> Option<Verdict> {
        match self.ships().cmp(&self.skips()) {
            Ordering::Greater => Some(Verdict::Skip),
            Ordering::Less => Some(Verdict::Ship),
            Ordering::Equal => None,
        }
    }

    /// “75%”, or “—” when no review counts.
    pub fn figure(&self) -> String {
        self.share().map_or_else(|| "—".to_owned(), |share| share.to_string())
    }

    /// Those who disagree with a majority, in the panel's order; nobody when there is none.
    pub fn dissenters(&self) -> Vec<&Mark> {
        let minority = self.minority();
        let mut dissenters = Vec::new();
        for mark in self.counted() {
            if Some(mark.verdict) == minority {
                dissenters.push(mark);
            }
        }
        dissenters
    }

    /// “3–1, The Founder dissents”: ships, skips and who stands apart; nothing when no review counts.
    pub fn sentence(&self) -> Option<String> {
        let (ships, skips) = (self.ships(), self.skips());
        if ships + skips == 0 {
            return None;
        }
        let who = match self.dissenters().as_slice() {
            [] if ships == skips => "split".to_owned(),
            [] => "unanimous".to_owned(),
            [one] => format!("{} dissents", one.name),
            [first @ .., last] => {
                format!("{} and {} dissent", joined(first.iter().map(|mark| mark.name.as_str()), ", "), last.name)
            }
        };
        Some(format!("{ships}–{skips}, {who}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Verdict::*, *};

    fn mark(name: &str, verdict: Verdict) -> Mark {
        Mark { reviewer: ReviewerId::parse("somebody").unwrap(), name: name.to_owned(), verdict, counts: true }
    }

    fn sentence(marks: &[(&str, Verdict)]) -> Option<String> {
        Split { marks: marks.iter().map(|(name, verdict)| mark(name, *verdict)).collect() }.sentence()
    }

    #[test]
    fn the_split_names_who_dissents() {
        assert_eq!(
            sentence(&[("A", Ship), ("B", Ship), ("C", Ship), ("The Founder", Skip)]).unwrap(),
            "3–1, The Founder dissents"
        );
        assert_eq!(sentence(&[("A", Ship), ("B", Ship), ("C", Ship), ("D", Ship)]).unwrap(), "4–0, unanimous");
        assert_eq!(sentence(&[("A", Skip), ("B", Skip)]).unwrap(), "0–2, unanimous");
        assert_eq!(sentence(&[("A", Ship), ("B", Skip), ("C", Ship), ("D", Skip)]).unwrap(), "2–2, split");
        assert_eq!(
            sentence(&[("A", Skip), ("B", Skip), ("C", Ship), ("D", Ship), ("E", Ship)]).unwrap(),
            "3–2, A and B dissent"
        );
        assert_eq!(
            sentence(&[("A", Skip), ("B", Skip), ("C", Skip), ("D", Ship), ("E", Ship), ("F", Ship), ("G", Ship)])
                .unwrap(),
            "4–3, A, B and C dissent"
        );
        assert_eq!(sentence(&[]), None);
    }

    #[test]
    fn nobody_counted_is_not_zero_percent() {
        assert_eq!(Split { marks: Vec::new() }.share(), None);
        let muted = Mark { counts: false, ..mark("A", Ship) };
        let split = Split { marks: vec![muted] };
        assert_eq!((split.share(), split.sentence(), split.total()), (None, None, 0));
    }
}
