//! What only the full view has: the panel, the bottom line, facts, prices, reviews.

use super::{HEAD, L, M, Page, REM, S, TEXT, XS, XXS};
use crate::{
    model::{Fact, FactRow, Review, ReviewerId, fact_rows},
    site::measure::{SANS, SANS_BOLD, SERIF, SERIF_BOLD, lines, rows, width},
};

impl Page<'_> {
    pub(super) fn below(&self) -> f32 {
        let facts = fact_rows(&self.matchup.tools, self.site);
        let facts = if facts.is_empty() { 0.0 } else { L + self.facts(&facts) };
        let bottom = self.matchup.bottom_line.as_ref();
        let words = |line: &String| self.paragraph(line, &SERIF, self.text * 1.15, 1.5, self.room);
        let bottom = bottom.map_or(0.0, |line| L + self.section() + words(line));
        M + L + self.panel() + bottom + facts + L + self.prices() + L + self.reviews()
    }

    /// A section's line and heading.
    fn section(&self) -> f32 {
        3.0 + M + self.large * HEAD + S
    }

    /// Rows of labels that wrap, and a hint below them.
    fn choices<'b>(&self, legend: &str, labels: impl Iterator<Item = &'b str>, hint: &str) -> f32 {
        let legend = width(legend, &SANS_BOLD, self.text);
        let labels = labels.map(|label| 1.15 * REM + 8.0 + width(label, &SANS, self.text));
        let rows = rows([legend].into_iter().chain(labels), M, self.room);
        rows * (44.0 + XXS) + self.paragraph(hint, &SANS, self.small, TEXT, self.room)
    }

    fn panel(&self) -> f32 {
        let hint = "Leave a reviewer out, and the panel’s figures and split follow.";
        self.choices("Your panel", self.site.panel.iter().map(|member| member.name.as_str()), hint)
    }

    fn facts(&self, facts: &[FactRow]) -> f32 {
        let choices = self.choices("Rows", ["All", "Differences"].into_iter(), "10 rows") + S;
        let column = self.room / (self.count() + 1.0) - S;
        let wide = self.frame >= 736.0;
        let head = if wide {
            let names = self.tools().map(|tool| lines(&tool.name, &SERIF_BOLD, self.text, column));
            names.fold(0.0, f32::max) * self.text * TEXT + 2.0 * XS + 1.0
        } else {
            0.0
        };
        let row = |row: &FactRow| {
            let room = if wide { column } else { self.room };
            let defined = if row.definition.is_empty() {
                0.0
            } else {
                1.4 * self.small * lines(&row.definition, &SANS, self.small, room)
            };
            let label = lines(&row.label, &SANS_BOLD, self.text, room) * self.text * TEXT + defined;
            if wide {
                let cells = row.cells.iter().map(|cell| self.cell(cell.as_ref(), column)).fold(label, f32::max);
                return cells + 2.0 * XS + 1.0;
            }
            let cell = |(cell, tool): (&Option<Fact>, &crate::model::Tool)| {
                let name = lines(&tool.name, &SANS, self.small, 9.0 * REM) * self.small * TEXT;
                4.8 + self.stacked(cell.as_ref(), self.room - 9.0 * REM - S).max(name)
            };
            4.8 + label + row.cells.iter().zip(self.tools()).map(cell).sum::<f32>() + 2.0 * XS + 1.0
        };
        self.section() + choices + head + facts.iter().map(row).sum::<f32>()
    }

    /// A value with what is said of it, in one run.
    fn cell(&self, fact: Option<&Fact>, room: f32) -> f32 {
        let Some(fact) = fact else { return self.text * TEXT };
        let mut words = fact.value.clone();
        if fact.claimed {
            words.push_str(" as claimed");
        }
        if let Some(link) = &fact.source {
            words.push(' ');
            words.push_str(link.place());
        }
        lines(&words, &SANS, self.text, room) * self.text * TEXT
    }

    /// The same, one below the other.
    fn stacked(&self, fact: Option<&Fact>, room: f32) -> f32 {
        let Some(fact) = fact else { return self.text * TEXT };
        let more = usize::from(fact.claimed) + usize::from(fact.source.is_some());
        (lines(&fact.value, &SANS, self.text, room) + more as f32) * self.text * TEXT
    }

    /// Columns of parts that are side by side where there is room, and their width.
    fn columns(&self) -> (f32, f32) {
        let gap = (self.frame * 0.04).clamp(1.2 * REM, 4.0 * REM);
        let columns = ((self.room + gap) / (16.0 * REM + gap)).floor().clamp(1.0, self.count());
        (columns, (self.room - (columns - 1.0) * gap) / columns)
    }

    /// The height of parts that stand in as many columns.
    fn beside(&self, parts: &[f32]) -> f32 {
        let rows = parts.chunks(self.columns().0 as usize).map(|row| row.iter().copied().fold(0.0, f32::max));
        rows.map(|row| row + M).sum::<f32>() - M
    }

    fn prices(&self) -> f32 {
        let room = self.columns().1;
        let price = |tool: &crate::model::Tool| {
            let plan = |plan: &crate::model::Plan| {
                // Two texts that share a row.
                let words = format!("{} {}", plan.name, plan.price());
                lines(&words, &SANS_BOLD, self.text, room - S) * self.text * TEXT + 0.6 * REM + 1.0
            };
            let plans = match tool.price.plans.as_slice() {
                [] => self.small * TEXT,
                plans => plans.iter().map(plan).sum(),
            };
            let source = tool.price.source.as_ref().map_or(String::new(), |link| format!("Source: {}, ", link.place()));
            let age = self.paragraph(&format!("{source}checked 2026-11-22"), &SANS, self.small, TEXT, room);
            lines(&tool.name, &SERIF_BOLD, self.text, room) * self.text * HEAD + self.text * TEXT + plans + age
        };
        self.section() + self.beside(&self.tools().map(price).collect::<Vec<_>>())
    }

    fn reviews(&self) -> f32 {
        let mut speakers: Vec<&ReviewerId> = self.site.panel.iter().map(|member| &member.id).collect();
        for review in self.tools().flat_map(|tool| &tool.reviews) {
            if !speakers.contains(&&review.reviewer) {
                speakers.push(&review.reviewer);
            }
        }
        speakers.retain(|id| self.tools().any(|tool| tool.review_by(id).is_some()));
        if speakers.is_empty() {
            return self.section() + 2.0 * self.small * TEXT;
        }
        let outcome = |tool: &crate::model::Tool| {
            let sentence = crate::model::Split::of(tool, self.site, &[]).sentence();
            let words = format!("{}: {}", tool.name, sentence.as_deref().unwrap_or("No review counted"));
            XXS + 2.0 * XXS + lines(&words, &SANS_BOLD, self.text, self.room - 2.0 * S - 4.0) * self.text * TEXT
        };
        let outcomes: f32 = self.tools().map(outcome).sum();
        self.section() + outcomes - XXS + speakers.iter().map(|id| self.row(id)).sum::<f32>() - 1.0
    }

    /// Everything that one reviewer said.
    fn row(&self, id: &ReviewerId) -> f32 {
        let motto = self.site.reviewer(id).map(|member| member.motto.as_str()).unwrap_or_default();
        let name = width(&self.site.reviewer_name(id), &SANS_BOLD, self.text);
        // A motto that is wider than the page takes lines of its own.
        let mottos = lines(motto, &SERIF, self.text, self.room);
        let tag = width("Not on this panel", &SANS, 0.8 * REM) + 0.7 * REM + 2.0;
        let header = rows([name, width(motto, &SERIF, self.text).min(self.room), tag], S, self.room) + mottos - 1.0;
        let quotes: Vec<f32> = self.tools().map(|tool| self.quote(&tool.name, tool.review_by(id))).collect();
        2.0 * M + 1.0 + header * (self.text * TEXT + 3.2) + S + self.beside(&quotes)
    }

    fn quote(&self, name: &str, review: Option<&Review>) -> f32 {
        let room = self.columns().1;
        let Some(review) = review else { return 2.0 * self.text * TEXT };
        let whose = width(name, &SANS_BOLD, self.text).min(room);
        let stamp = width("✓ SHIP", &SANS_BOLD, self.small) + 6.0 * 0.06 * self.small + 1.1 * REM;
        let date = if review.date.is_some() { width("2026-11-22", &SANS, self.small) } else { 0.0 };
        let heading = rows([whose, stamp, date], 0.8 * REM, room) + lines(name, &SANS_BOLD, self.text, room) - 1.0;
        let quote = self.paragraph(&review.quote, &SERIF, self.text, 1.62, room);
        heading * (self.text * TEXT + 4.8) + XXS + quote
    }
}
