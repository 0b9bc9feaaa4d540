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

/// What was picked, in order: at most as many as a comparison holds, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picks(Vec<Pick>);

impl Picks {
    /// Reads what `to_text` wrote. Lines that are none are left out.
    pub fn parse(text: &str) -> Self {
        let mut picks = Self::default();
        for line in text.split('\n') {
            let (id, name) = line.split_once(' ').unwrap_or((line, line));
            if let Ok(id) = ToolId::parse(id)
                && !picks.has(&id)
            {
                picks.add(Pick { id, name: name.to_owned() });
            }
        }
        picks
    }

    /// A line each: id and name.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for pick in &self.0 {
            text.push_str(pick.id.as_str());
            text.push(' ');
            text.extend(pick.name.chars().map(|c| if c.is_control() { ' ' } else { c }));
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

    /// Picks a tool, or takes the pick back. False where there is no room for another.
    pub fn toggle(&mut self, pick: Pick) -> bool {
        let before = self.0.len();
        self.0.retain(|it| it.id != pick.id);
        self.0.len() < before || self.add(pick)
    }

    fn add(&mut self, pick: Pick) -> bool {
        let has_room = self.0.len() < MAX_TOOLS;
        if has_room {
            self.0.push(pick);
        }
        has_room
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pick(id: &str) -> Pick {
        Pick { id: ToolId::parse(id).unwrap(), name: format!("The {id}") }
    }

    #[test]
    fn a_pick_is_taken_back_by_picking_again_and_a_sixth_is_refused() {
        let mut picks = Picks::default();
        for id in ["a", "b", "c", "d", "e"] {
            assert!(picks.toggle(pick(id)), "{id}");
        }
        assert!(!picks.toggle(pick("f")));
        assert_eq!(picks.all().len(), 5);
        assert!(picks.toggle(pick("b")) && !picks.has(&pick("b").id));
        assert!(picks.toggle(pick("f")));
        let ids: Vec<_> = picks.all().iter().map(|pick| pick.id.as_str()).collect();
        assert_eq!(ids, ["a", "c", "d", "e", "f"]);
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
