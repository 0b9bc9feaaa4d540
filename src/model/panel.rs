//! The panel as a whole, and each of its members: what their reviews come to.

use super::{Percent, Review, ReviewerId, Site, Tool, ToolId, Verdict};

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ratio {
    /// Those that are meant.
    pub part: u64,
    /// All of them.
    pub whole: u64,
}

impl Ratio {
    /// The share; nothing of nothing.
    pub fn share(self) -> Option<Percent> {
        Percent::of(self.part, self.whole)
    }

    fn count(&mut self, is_meant: bool) {
        self.part += u64::from(is_meant);
        self.whole += 1;
    }
}

/// What the panel's reviews come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Panel {
    /// In the site's order.
    pub members: Vec<Member>,
}

/// What one member's reviews come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub reviewer: ReviewerId,
    /// Tools that they would ship, of those that they reviewed.
    pub ships: Ratio,
    /// For each member in order: tools on which both agree, of those that both reviewed.
    pub agrees: Vec<Ratio>,
}

impl Panel {
    /// What the reviews of these tools come to.
    pub fn of(site: &Site, tools: &[&Tool]) -> Self {
        let agrees = |a: &ReviewerId, b: &ReviewerId| {
            let mut ratio = Ratio::default();
            for tool in tools {
                if let (Some(a), Some(b)) = (tool.review_by(a), tool.review_by(b)) {
                    ratio.count(a.verdict == b.verdict);
                }
            }
            ratio
        };
        let member = |id: &ReviewerId| Member {
            reviewer: id.clone(),
            ships: ships(tools.iter().filter_map(|tool| tool.review_by(id))),
            agrees: site.panel.iter().map(|other| agrees(id, &other.id)).collect(),
        };
        Self { members: site.panel.iter().map(|it| member(&it.id)).collect() }
    }

    /// With whom a member disagrees most: those with whom they share the most verdicts that differ, of as many tools.
    fn disagreement(&self, of: &ReviewerId) -> Option<Disagreement> {
        let member = self.members.iter().find(|member| member.reviewer == *of)?;
        let others =
            self.members.iter().zip(&member.agrees).filter(|(other, both)| other.reviewer != *of && both.whole > 0);
        let mut most: Option<Disagreement> = None;
        for (other, both) in others {
            let tools = Ratio { part: both.whole - both.part, whole: both.whole };
            let further = |it: &Disagreement| {
                let (mine, theirs) = (tools.part * it.tools.whole, it.tools.part * tools.whole);
                mine.cmp(&theirs).then(tools.whole.cmp(&it.tools.whole))
            };
            match most.as_mut().map(|it| (further(it), it)) {
                Some((std::cmp::Ordering::Less, _)) => {}
                Some((std::cmp::Ordering::Equal, it)) => it.with.push(other.reviewer.clone()),
                _ => most = Some(Disagreement { with: vec![other.reviewer.clone()], tools }),
            }
        }
        most
    }
}

/// Everything that one member of the panel said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Who.
    pub reviewer: ReviewerId,
    /// Tools that they would ship, of those that they reviewed.
    pub ships: Ratio,
    /// The same for each category, by name.
    pub categories: Vec<CategoryShips>,
    /// With whom they disagree most; nothing where nobody reviewed the same tools.
    pub disagreement: Option<Disagreement>,
    /// Every review, in the order of the tools.
    pub reviews: Vec<ToolReview>,
}

/// How many tools of a category a reviewer would ship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryShips {
    /// The category.
    pub name: String,
    /// Tools that they would ship, of those that they reviewed.
    pub ships: Ratio,
}

/// With whom somebody disagrees most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// At least one; several where they are level.
    pub with: Vec<ReviewerId>,
    /// Tools on which the verdicts differ, of those that both reviewed; the same for each.
    pub tools: Ratio,
}

/// A review, and of which tool it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToolReview {
    /// The tool.
    pub tool: ToolId,
    /// What it is called.
    pub name: String,
    /// What was said of it.
    pub review: Review,
}

impl Record {
    /// What a member of the panel said of these tools, in their order.
    pub fn of(reviewer: &ReviewerId, panel: &Panel, tools: &[&Tool]) -> Self {
        let reviewed: Vec<(&Tool, &Review)> =
            tools.iter().filter_map(|tool| Some((*tool, tool.review_by(reviewer)?))).collect();
        let mut categories: Vec<CategoryShips> = Vec::new();
        for (tool, review) in &reviewed {
            let at = categories.iter().position(|it| it.name == tool.category).unwrap_or_else(|| {
                categories.push(CategoryShips { name: tool.category.clone(), ships: Ratio::default() });
                categories.len() - 1
            });
            categories[at].ships.count(review.verdict == Verdict::Ship);
        }
        categories.sort_by(|a, b| a.name.cmp(&b.name));
        Self {
            reviewer: reviewer.clone(),
            ships: ships(reviewed.iter().map(|(_, review)| *review)),
            categories,
            disagreement: panel.disagreement(reviewer),
            reviews: reviewed
                .into_iter()
                .map(|(tool, review)| ToolReview {
                    tool: tool.id.clone(),
                    name: tool.name.clone(),
                    review: review.clone(),
                })
                .collect(),
        }
    }
}

fn ships<'a>(reviews: impl Iterator<Item = &'a Review>) -> Ratio {
    let mut ratio = Ratio::default();
    reviews.for_each(|review| ratio.count(review.verdict == Verdict::Ship));
    ratio
}
