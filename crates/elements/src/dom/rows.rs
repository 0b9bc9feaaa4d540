//! Keyed lists: rows whose key stays are kept, and moved where they have to be.

use super::{
    Content,
    adopt::{self, Adopted},
    build, patch,
    slot::{Slot, Top, Touched},
};
use crate::{
    control::Key,
    tree::{Live, Row},
};
use reactive_graph::{effect::RenderEffect, owner::Owner};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::{Rc, Weak},
};

/// The list as it is now.
pub(super) struct Rows {
    rows: RefCell<Vec<DrawnRow>>,
    owners: RefCell<Owners>,
    effect: Cell<Option<RenderEffect<()>>>,
}

struct DrawnRow {
    key: Key,
    owner: Owner,
    content: Content,
}

/// Owners of rows. They outlive what `each` is computed under, and are used again: whoever owns them never forgets one.
struct Owners {
    around: Owner,
    idle: Vec<Owner>,
}

impl Owners {
    fn take(&mut self) -> Owner {
        self.idle.pop().unwrap_or_else(|| self.around.child())
    }

    fn give_back(&mut self, owner: Owner) {
        owner.cleanup();
        self.idle.push(owner);
    }
}

/// Rows that were there, to be taken by their keys. Of two of one key, the first is.
struct Before {
    rows: Vec<Option<DrawnRow>>,
    places: BTreeMap<Key, usize>,
}

impl Before {
    fn of(rows: Vec<DrawnRow>) -> Self {
        let mut places = BTreeMap::new();
        for (place, row) in rows.iter().enumerate().rev() {
            places.insert(row.key.clone(), place);
        }
        Self { rows: rows.into_iter().map(Some).collect(), places }
    }

    /// The row of that key and its place, if nobody has taken it.
    fn take(&mut self, key: &Key) -> Option<(usize, DrawnRow)> {
        let place = *self.places.get(key)?;
        Some((place, self.rows.get_mut(place)?.take()?))
    }

    fn rest(self) -> impl Iterator<Item = DrawnRow> {
        self.rows.into_iter().flatten()
    }
}

/// Draws or adopts one row.
type Draw<'a> = &'a mut dyn FnMut(Row, &Owner) -> Adopted<Content>;

impl Rows {
    pub fn build(rows: Live<Vec<Row>>, slot: &Rc<Slot>) -> Rc<Self> {
        Self::follow(rows, slot, &mut |row, owner| Ok(drawn(row, owner, slot))).unwrap_or_else(|_| Self::none())
    }

    /// The same list with other closures, after what is around it was computed anew. Rows are built again, and compared with
    /// those of the same key.
    pub fn instead_of(old: &Self, rows: Live<Vec<Row>>, slot: &Rc<Slot>) -> Rc<Self> {
        old.effect.take();
        let mut before = Before::of(old.rows.take());
        let fresh = Self::follow(rows, slot, &mut |row, owner| {
            let same = before.take(&row.key).map_or_else(Content::new, |(_, same)| same.content);
            // It may come to stand elsewhere.
            same.iter().for_each(|it| it.each(&mut |it| it.placed.set(false)));
            Ok(owner.with(|| patch::list(same, (row.children)().0, slot)))
        });
        before.rest().for_each(|gone| gone.content.into_iter().for_each(|it| slot.remove(it)));
        slot.touch(Touched::Nodes);
        fresh.unwrap_or_else(|_| Self::none())
    }

    pub fn adopt(rows: Live<Vec<Row>>, next: &mut Option<web_sys::Node>, slot: &Rc<Slot>) -> Adopted<Rc<Self>> {
        Self::follow(rows, slot, &mut |row, owner| owner.with(|| adopt::nodes((row.children)(), next, slot)))
    }

    pub fn each(&self, visit: &mut dyn FnMut(Top<'_>)) {
        self.rows.borrow().iter().flat_map(|row| &row.content).for_each(|it| it.each(visit));
    }

    fn none() -> Rc<Self> {
        let around = Owner::current().unwrap_or_default();
        let owners = Owners { around, idle: Vec::new() };
        Rc::new(Self { rows: RefCell::default(), owners: RefCell::new(owners), effect: Cell::default() })
    }

    /// Computes the rows at once and hands each to `first`; later ones are matched by their keys. The effect holds neither the
    /// list nor the slot: they hold it.
    fn follow(rows: Live<Vec<Row>>, slot: &Rc<Slot>, first: Draw<'_>) -> Adopted<Rc<Self>> {
        let list = Self::none();
        let (weak, around) = (Rc::downgrade(&list), Rc::downgrade(slot));
        let begun: Rc<Cell<Vec<Row>>> = Rc::default();
        let hand_out = begun.clone();
        let effect = RenderEffect::new(move |before: Option<()>| {
            let rows = rows();
            match before {
                None => hand_out.set(rows),
                Some(()) => update(&weak, &around, rows),
            }
        });
        for row in begun.take() {
            let (key, owner) = (row.key.clone(), list.owners.borrow_mut().take());
            let content = first(row, &owner)?;
            list.rows.borrow_mut().push(DrawnRow { key, owner, content });
        }
        list.effect.set(Some(effect));
        Ok(list)
    }
}

fn drawn(row: Row, owner: &Owner, slot: &Rc<Slot>) -> Content {
    owner.with(|| build::nodes((row.children)(), slot))
}

fn update(list: &Weak<Rows>, slot: &Weak<Slot>, new: Vec<Row>) {
    let (Some(list), Some(slot)) = (list.upgrade(), slot.upgrade()) else { return };
    let mut old = Before::of(list.rows.take());
    // For each new row, the kept one and where it was.
    let kept: Vec<_> = new.into_iter().map(|row| (old.take(&row.key), row)).collect();
    // What is gone goes first, so that its owners serve what is new.
    for gone in old.rest() {
        gone.content.into_iter().for_each(|it| slot.remove(it));
        list.owners.borrow_mut().give_back(gone.owner);
    }
    let before: Vec<usize> = kept.iter().filter_map(|(same, _)| same.as_ref().map(|(place, _)| *place)).collect();
    let mut stay = increasing(&before).into_iter().peekable();
    let rows = kept.into_iter().map(|(same, row)| match same {
        Some((place, same)) => {
            if stay.next_if_eq(&place).is_none() {
                slot.touch(Touched::Nodes);
                same.content.iter().for_each(|it| it.each(&mut |it| it.placed.set(false)));
            }
            same
        }
        None => {
            let (key, owner) = (row.key.clone(), list.owners.borrow_mut().take());
            let content = drawn(row, &owner, &slot);
            DrawnRow { key, owner, content }
        }
    });
    let rows: Vec<DrawnRow> = rows.collect();
    list.rows.replace(rows);
    slot.settle();
}

/// A longest increasing subsequence: the rows that need not move. Patience sorting, O(n log n).
fn increasing(places: &[usize]) -> Vec<usize> {
    // For each length, the index of the smallest last place; and for each index, the one before it.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::with_capacity(places.len()));
    for (index, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places.get(*end) < Some(place));
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut found: Vec<usize> = std::iter::successors(ends.last().copied(), |index| *before.get(*index)?)
        .filter_map(|index| places.get(index).copied())
        .collect();
    found.reverse();
    found
}
