//! Pages that were written, and who writes them: all cores.

use std::{
    io,
    ops::AddAssign,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// What was written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Files that are pages.
    pub pages: usize,
    /// Their bytes, uncompressed.
    pub bytes: usize,
}

impl AddAssign for Written {
    fn add_assign(&mut self, more: Self) {
        self.pages += more.pages;
        self.bytes += more.bytes;
    }
}

impl Written {
    /// One more page.
    pub(super) fn add(&mut self, page: &str) {
        *self += Self { pages: 1, bytes: page.len() };
    }

    /// Each core takes the next item until none is left: one page at a time is in memory per core, however many there are.
    pub(super) fn by_all_cores<T: Sync>(
        items: &[T],
        write: impl Fn(&T, &mut Self) -> io::Result<()> + Sync,
    ) -> io::Result<Self> {
        let next = AtomicUsize::new(0);
        let work = || {
            let mut written = Self::default();
            while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                write(item, &mut written)?;
            }
            Ok::<_, io::Error>(written)
        };
        thread::scope(|scope| {
            let cores = thread::available_parallelism().map_or(1, usize::from).min(items.len().max(1));
            let threads: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
            let mut all = Self::default();
            for thread in threads {
                all += thread.join().map_err(|_| io::Error::other("drawing a page failed"))??;
            }
            Ok(all)
        })
    }
}
