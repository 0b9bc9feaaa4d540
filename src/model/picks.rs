//! Tools that a reader picked to compare, on the way from page to page.

use super::{MAX_TOOLS, ToolId};

/// A tool that was picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// Which tool.
    pub id: ToolId,
    /// What it was called where it was picked.
    pub name: String,
}

impl Pick {
    /// Reads what `line` wrote.
    pub fn parse(line: &str) -> Option<Self> {
        let (id, name) = line.split_once(' ').unwrap_or((line, line));
        Some(Self { id: ToolId::parse(id).ok()?, name: name.to_owned() })
    }

    /// Id and name in a line.
    pub fn line(&self) -> String {
        let name: String = self.name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        format!("{} {name}", self.id)
    }
}

/// What was picked, in order: at most as many as a comparison holds, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picks(Vec<Pick>);

impl Picks {
    /// Reads what `to_text` wrote. Lines that are none are left out.
    pub fn parse(text: &str) -> Self {
        let mut picks = Self::default();
        for pick in text.split('\n').filter_map(Pick::parse) {
            if !picks.has(&pick.id) {
                picks.toggle(pick);
            }
        }
        picks
    }

    /// A line each.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for pick in &self.0 {
            text.push_str(&pick.line());
            text.push('\n');
        }
        text
    }

    /// All of them, in the order in which they were picked.
    pub fn all(&self) -> &[Pick] {
        &self.0
    }

    /// Whether that tool is among them.
    pub fn has(&self, id: &ToolId) -> bool {
        self.0.iter().any(|pick| pick.id == *id)
    }

    /// Picks a tool, or takes the pick back; a sixth is refused. What came of it, in words.
    pub fn toggle(&mut self, pick: Pick) -> String {
        let name = &pick.name;
        if let Some(at) = self.0.iter().position(|it| it.id == pick.id) {
            self.0.remove(at);
            format!("{name} is no longer picked.")
        } else if self.0.len() < MAX_TOOLS {
            let words = format!("{name} is picked.");
            self.0.push(pick);
            words
        } else {
            format!("A comparison has at most five tools. Remove one, then pick {name}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pick(id: &str) -> Pick {
        Pick { id: ToolId::parse(id).unwrap(), name: format!("The {id}") }
    }

    fn ids(picks: &Picks) -> String {
        picks.all().iter().map(|pick| pick.id.as_str()).collect()
    }

    #[test]
    fn a_pick_is_taken_back_by_picking_again_and_a_sixth_is_refused() {
        let mut picks = Picks::default();
        for id in ["a", "b", "c", "d", "e"] {
            assert_eq!(picks.toggle(pick(id)), format!("The {id} is picked."));
        }
        assert!(picks.toggle(pick("f")).starts_with("A comparison has at most five tools."));
        assert_eq!(ids(&picks), "abcde");
        assert_eq!(picks.toggle(pick("b")), "The b is no longer picked.");
        picks.toggle(pick("f"));
        assert_eq!(ids(&picks), "acdef");
    }

    #[test]
    fn picks_are_read_as_they_were_written() {
        let mut picks = Picks::default();
        picks.toggle(pick("a"));
        picks.toggle(Pick { name: "Two\nlines b".into(), ..pick("b") });
        assert_eq!(picks.to_text(), "a The a\nb Two lines b\n");
        assert_eq!(Picks::parse(&picks.to_text()).to_text(), picks.to_text());
        let odd = Picks::parse("a A\n\nNot an id\na Again\nb\n{\"c\":1}\nc C\nd D\ne E\nf F\n");
        let text: Vec<_> = odd.all().iter().map(|pick| (pick.id.as_str(), pick.name.as_str())).collect();
        assert_eq!(text, [("a", "A"), ("b", "b"), ("c", "C"), ("d", "D"), ("e", "E")]);
    }
}
