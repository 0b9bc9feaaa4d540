//! How the panel divided over one tool.

use super::{Percent, Review, ReviewerId, Site, Tool, Verdict};

/// The counted reviews of one tool, in the panel's order, and what follows from them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// Reviewer's name and verdict, in the panel's order; strangers to the panel last.
    pub marks: Vec<(String, Verdict)>,
}

impl Split {
    /// Counts the reviews of `tool` by reviewers who are not muted.
    pub fn of(tool: &Tool, site: &Site, muted: &[ReviewerId]) -> Self {
        let counted = |review: &&Review| !muted.contains(&review.reviewer);
        let mark = |review: &Review| (site.reviewer_name(&review.reviewer), review.verdict);
        let seated = site.panel.iter().filter_map(|member| tool.review_by(&member.id));
        let strangers = tool.reviews.iter().filter(|review| site.reviewer(&review.reviewer).is_none());
        Self { marks: seated.chain(strangers).filter(counted).map(mark).collect() }
    }

    fn count(&self, verdict: Verdict) -> usize {
        self.marks.iter().filter(|(_, v)| *v == verdict).count()
    }

    /// Reviews that say ship.
    pub fn ships(&self) -> usize {
        self.count(Verdict::Ship)
    }

    /// Reviews that say skip.
    pub fn skips(&self) -> usize {
        self.count(Verdict::Skip)
    }

    /// The panel's ship %; nothing when no review counts.
    pub fn share(&self) -> Option<Percent> {
        Percent::of(self.ships() as u64, self.marks.len() as u64)
    }

    /// “75%”, or “—” when no review counts.
    pub fn figure(&self) -> String {
        self.share().map_or_else(|| "—".to_owned(), |share| share.to_string())
    }

    /// Those who disagree with a majority, in the panel's order; nobody when there is none.
    pub fn dissenters(&self) -> Vec<&str> {
        let minority = match self.ships().cmp(&self.skips()) {
            std::cmp::Ordering::Greater => Verdict::Skip,
            std::cmp::Ordering::Less => Verdict::Ship,
            std::cmp::Ordering::Equal => return Vec::new(),
        };
        self.marks.iter().filter(|(_, v)| *v == minority).map(|(name, _)| name.as_str()).collect()
    }

    /// “3–1, The Founder dissents”: ships, skips and who stands apart; nothing when no review counts.
    pub fn sentence(&self) -> Option<String> {
        if self.marks.is_empty() {
            return None;
        }
        let (ships, skips) = (self.ships(), self.skips());
        let who = match self.dissenters().as_slice() {
            [] if ships == skips => "split".to_owned(),
            [] => "unanimous".to_owned(),
            [one] => format!("{one} dissents"),
            [first @ .., last] => format!("{} and {last} dissent", first.join(", ")),
        };
        Some(format!("{ships}–{skips}, {who}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Verdict::*, *};

    fn sentence(marks: &[(&str, Verdict)]) -> Option<String> {
        Split { marks: marks.iter().map(|(name, v)| ((*name).to_owned(), *v)).collect() }.sentence()
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
    }
}
