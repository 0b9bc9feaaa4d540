//! Texts as they are searched: letters without case, accents and punctuation, each knowing where it comes from.

/// Puts what remains of a character that is not ASCII at the end of a list: its letters without case, accents and other marks; a space
/// for what is no letter and no digit; nothing for a mark. Unicode's tables are the caller's, because a browser has its own.
pub type Fold = fn(char, &mut Vec<char>);

/// A text as it is searched.
#[derive(Debug, Clone, Default)]
pub(super) struct Letters {
    /// Its letters, with a space between words.
    pub letters: Vec<char>,
    /// For each, where in the text it comes from, in bytes; and the text's length behind the last.
    at: Vec<usize>,
    /// Which letters there are, as `kinds` says.
    kinds: u64,
}

/// A match of a word in a text: letters `from..to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    /// How good it is; higher is better.
    pub score: u32,
    from: usize,
    to: usize,
}

/// The score of a whole word: there is no better one.
const BEST: u32 = 10;
/// Letters from which on a word may have one wrong.
const FORGIVEN_FROM: usize = 5;

impl Letters {
    pub fn of(text: &str, fold: Fold) -> Self {
        let mut it = Self::default();
        let mut folded = Vec::new();
        let mut ahead = text.char_indices().peekable();
        while let Some((at, c)) = ahead.next() {
            folded.clear();
            let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            match c {
                // The point of a version number.
                '.' if is_digit(it.letters.last().copied()) && is_digit(ahead.peek().map(|(_, next)| *next)) => {
                    folded.push(c);
                }
                '+' | '#' => folded.push(c),
                // What no table takes apart.
                'ø' | 'Ø' => folded.push('o'),
                'ł' | 'Ł' => folded.push('l'),
                'ı' => folded.push('i'),
                'ß' => folded.extend(['s', 's']),
                // One letter of two keyboards, a line that is drawn out, digits of two rows, and syllables in either writing.
                'ى' | 'ی' => folded.push('ي'),
                'ک' => folded.push('ك'),
                'ـ' => {}
                '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => folded.push(char::from(b'0' | c as u8 & 15)),
                'ぁ'..='ゖ' => fold(char::from_u32(c as u32 + 0x60).unwrap_or(c), &mut folded),
                c if c.is_ascii_alphanumeric() => folded.push(c.to_ascii_lowercase()),
                c if c.is_ascii() => folded.push(' '),
                c => fold(c, &mut folded),
            }
            for letter in folded.drain(..) {
                if letter != ' ' || it.letters.last().is_some_and(|last| *last != ' ') {
                    it.letters.push(letter);
                    it.at.push(at);
                }
            }
        }
        it.at.push(text.len());
        it.kinds = kinds(&it.letters);
        it
    }

    /// Its words.
    pub fn words(&self) -> Vec<Vec<char>> {
        let mut words = Vec::new();
        for word in self.letters.split(|letter| *letter == ' ') {
            if !word.is_empty() {
                words.push(word.to_vec());
            }
        }
        words
    }

    /// The best match of a word.
    pub fn find(&self, word: &[char]) -> Option<Match> {
        let mut best: Option<Match> = None;
        let mut starts = true;
        let may_be_wrong = word.len() >= FORGIVEN_FROM;
        // Most texts of a catalogue lack a letter of most words: they need not be read with every key.
        if (kinds(word) & !self.kinds).count_ones() > u32::from(may_be_wrong) {
            return None;
        }
        for (from, letter) in self.letters.iter().enumerate() {
            let is_first = Some(letter) == word.first();
            let is_start = starts;
            starts = *letter == ' ';
            if !(is_first || is_start && may_be_wrong) {
                continue;
            }
            let rest = self.letters.get(from..).unwrap_or_default();
            let found = match (begins(rest, word), is_start) {
                (Some(len), true) => {
                    let whole = rest.get(len).is_none_or(|next| *next == ' ');
                    Some((if whole { BEST } else { 8 }, len))
                }
                // What begins within a word does not go on into the next: no “gem” is in “language model”. Where no spaces are written,
                // most names begin within what counts as one.
                (Some(len), false)
                    if (len == word.len() || !letter.is_ascii()) && (len > 1 || !letter.is_ascii_alphabetic()) =>
                {
                    Some((4, len))
                }
                (None, true) if may_be_wrong => nearly(rest, word).map(|len| (3, len)),
                _ => None,
            };
            if let Some((score, len)) = found
                && best.is_none_or(|best| best.score < score)
            {
                best = Some(Match { score, from, to: from + len });
                if score == BEST {
                    break;
                }
            }
        }
        best
    }

    /// Where in the text a match is, in bytes.
    pub fn place(&self, it: Match) -> std::ops::Range<usize> {
        let at = |letter: usize| self.at.get(letter).copied().unwrap_or_default();
        at(it.from)..at(it.to)
    }
}

/// A bit for each kind of letter, shared by those that are 64 apart.
fn kinds(letters: &[char]) -> u64 {
    letters.iter().fold(0, |kinds, letter| kinds | 1 << (u32::from(*letter) % 64))
}

/// How many letters of a text `word` takes, if the text begins with it. Spaces within the text do not matter.
fn begins(text: &[char], word: &[char]) -> Option<usize> {
    let mut taken = 0;
    for letter in word {
        while taken > 0 && text.get(taken) == Some(&' ') {
            taken += 1;
        }
        if text.get(taken) != Some(letter) {
            return None;
        }
        taken += 1;
    }
    Some(taken)
}

/// The same with one letter wrong: another, one too many, one missing, or two in each other's place. It stays within a word: no “openai”
/// is in “open image”.
fn nearly(text: &[char], word: &[char]) -> Option<usize> {
    let wrong = (0..word.len()).find(|i| text.get(*i) != word.get(*i))?;
    let is_swapped = text.get(wrong + 1) == word.get(wrong) && text.get(wrong) == word.get(wrong + 1);
    let ways = [(2, 2, is_swapped), (1, 1, true), (0, 1, true), (1, 0, true)];
    ways.into_iter().filter(|(_, _, may)| *may).find_map(|(of_text, of_word, _)| {
        let from = wrong + of_text;
        let to = from + begins(text.get(from..)?, word.get(wrong + of_word..)?)?;
        text.get(..to)?.iter().all(|letter| *letter != ' ').then_some(to)
    })
}
