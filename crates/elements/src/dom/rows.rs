//! Keyed lists: rows whose key stays are kept, and moved where they have to be.

use super::{
    Content,
    adopt::{self, Adopted},
    build,
    following::Following,
    patch,
    slot::{Slot, Top},
};
use crate::{
    control::Key,
    tree::{Live, Row},
};
use reactive_graph::owner::Owner;
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

/// The list as it is now.
pub(crate) struct Rows {
    rows: RefCell<Vec<DrawnRow>>,
    owners: RefCell<Owners>,
    effect: Cell<Option<Following>>,
}

struct DrawnRow {
    key: Key,
    content: Content,
    /// Behind what is in it: effects end before the signals that they read.
    owner: Owner,
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

    /// Of a list that this one stands instead of, owners are not used again: what is around them is gone.
    fn give_back(&mut self, owner: Owner) {
        owner.cleanup();
        if owner.parent().as_ref() == Some(&self.around) {
            self.idle.push(owner);
        }
    }
}

/// What a keyed list is drawn from.
pub struct RowsFrom<'a> {
    slot: &'a Rc<Slot>,
    how: How<'a>,
}

enum How<'a> {
    /// Nothing is there yet.
    Nothing,
    /// HTML, from this node on.
    Html(&'a mut Option<web_sys::Node>),
    /// The list that was there before what is around it was computed anew.
    Drawn(&'a Rows),
}

/// A keyed list in the page.
pub struct MountedRows(pub(super) Adopted<Rc<Rows>>);

impl<'a> RowsFrom<'a> {
    pub(super) fn nothing(slot: &'a Rc<Slot>) -> Self {
        Self { slot, how: How::Nothing }
    }

    pub(super) fn html(next: &'a mut Option<web_sys::Node>, slot: &'a Rc<Slot>) -> Self {
        Self { slot, how: How::Html(next) }
    }

    pub(super) fn drawn(old: &'a Rows, slot: &'a Rc<Slot>) -> Self {
        Self { slot, how: How::Drawn(old) }
    }

    pub(crate) fn mount(self, rows: Live<Vec<Row>>) -> MountedRows {
        MountedRows(match self.how {
            How::Nothing => Ok(Rows::build(rows, self.slot)),
            How::Html(next) => Rows::adopt(rows, next, self.slot),
            How::Drawn(old) => Ok(Rows::instead_of(old, rows, self.slot)),
        })
    }
}

impl MountedRows {
    /// The list; only HTML can be another than what would be drawn.
    pub(super) fn kept(self) -> Rc<Rows> {
        self.0.unwrap_or_else(|_| Rows::none())
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
        let (fresh, first) = Self::begin(rows, slot);
        let redraw = |row: Row, same: DrawnRow| {
            let owner = fresh.owners.borrow_mut().take();
            let content = owner.with(|| patch::list(same.content, (row.children)().0, slot));
            DrawnRow { owner, content, key: same.key }
        };
        fresh.change(old.rows.take(), first, slot, &redraw);
        fresh
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

    fn follow(rows: Live<Vec<Row>>, slot: &Rc<Slot>, first: Draw<'_>) -> Adopted<Rc<Self>> {
        let (list, begun) = Self::begin(rows, slot);
        for row in begun {
            let (key, owner) = (row.key.clone(), list.owners.borrow_mut().take());
            let content = first(row, &owner)?;
            list.rows.borrow_mut().push(DrawnRow { key, owner, content });
        }
        Ok(list)
    }

    /// A list without rows yet, and the first of them; later ones are matched by their keys. The effect holds neither the list
    /// nor the slot: they hold it.
    fn begin(rows: Live<Vec<Row>>, slot: &Rc<Slot>) -> (Rc<Self>, Vec<Row>) {
        let list = Self::none();
        let (weak, around) = (Rc::downgrade(&list), Rc::downgrade(slot));
        let (effect, begun) = Following::begin(rows, move |rows| update(&weak, &around, rows));
        list.effect.set(Some(effect));
        (list, begun.map(|(_, rows)| rows).unwrap_or_default())
    }

    /// From the old rows to the new ones. What becomes of a row whose key stays, `keep` says.
    fn change(&self, old: Vec<DrawnRow>, new: Vec<Row>, slot: &Rc<Slot>, keep: &dyn Fn(Row, DrawnRow) -> DrawnRow) {
        let mut old: Vec<Option<DrawnRow>> = old.into_iter().map(Some).collect();
        // Most rows follow the one that they followed before: so the search for each begins there.
        let mut after = 0;
        let mut find = |key: &Key| {
            let is_same =
                |place: &usize| old.get(*place).is_some_and(|it| it.as_ref().is_some_and(|it| it.key == *key));
            let place = (after..old.len()).chain(0..after).find(is_same)?;
            after = place + 1;
            Some((place, old.get_mut(place)?.take()?))
        };
        // Where each row was before, if it was there.
        let mut before = Vec::with_capacity(new.len());
        let rows: Vec<DrawnRow> = new
            .into_iter()
            .map(|row| {
                let same = find(&row.key);
                before.push(same.as_ref().map(|(place, _)| *place));
                match same {
                    Some((_, same)) => keep(row, same),
                    None => {
                        let (key, owner) = (row.key.clone(), self.owners.borrow_mut().take());
                        let content = drawn(row, &owner, slot);
                        DrawnRow { key, owner, content }
                    }
                }
            })
            .collect();
        for gone in old.into_iter().flatten() {
            gone.content.into_iter().for_each(|it| slot.remove(it));
            self.owners.borrow_mut().give_back(gone.owner);
        }
        let stay = increasing(&before);
        for (row, place) in rows.iter().zip(&before) {
            if place.is_some_and(|place| stay.binary_search(&place).is_err()) {
                slot.displace(&row.content);
            }
        }
        self.rows.replace(rows);
    }
}

fn drawn(row: Row, owner: &Owner, slot: &Rc<Slot>) -> Content {
    owner.with(|| build::nodes((row.children)(), slot))
}

fn update(list: &Weak<Rows>, slot: &Weak<Slot>, new: Vec<Row>) {
    let (Some(list), Some(slot)) = (list.upgrade(), slot.upgrade()) else { return };
    slot.change(|| list.change(list.rows.take(), new, &slot, &|_, same| same));
}

/// A longest increasing subsequence: the rows that need not move. Patience sorting, O(n log n).
fn increasing(places: &[Option<usize>]) -> Vec<usize> {
    let places: Vec<usize> = places.iter().flatten().copied().collect();
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
