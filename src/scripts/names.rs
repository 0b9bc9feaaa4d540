//! Names that Rust, scripts and stylesheets share. A group's `ALL` is what scripts are given, under the last word of each name:
//! `HOOKS.vote` is `data-vote`.

/// Makes a module of each group: its names, and `ALL` that scripts are given. Those in `unscripted` are not among these:
/// scripts read none of them, or `site/script_names.rs` hands them on apart from the rest.
macro_rules! names {
    ($($(#[$about:meta])* $group:ident {
        $($(#[$doc:meta])* $name:ident = $text:literal;)+
    } $(unscripted {
        $($(#[$other_doc:meta])* $other:ident = $other_text:literal;)+
    })?;)+) => {
        $($(#[$about])* pub mod $group {
            $($(#[$doc])* pub const $name: &str = $text;)+
            $($($(#[$other_doc])* pub const $other: &str = $other_text;)+)?

            /// Those that scripts are given.
            pub const ALL: [&str; [$($text),+].len()] = [$($name),+];
        })+
    };
}

names! {
    /// Attributes that scripts, stylesheets and tests find elements by, or by which the page says what state it is in.
    hooks {
        /// On the root: whether the app is there (`states`); absent while it is on its way.
        APP = "data-app";
        /// On the root: another site's page is around this one.
        WITHIN = "data-within";
        /// On the root: how the page is lit, a theme's key.
        THEME = "data-theme";
        /// On the root: what the page came with is not what its address asks for, and stays unseen until the app is there.
        HELD = "data-held";
        /// On the root of the page inside an embed: what it shows, a view's key.
        VIEW = "data-view";
        /// On the root of the page inside an embed: the language that the host page asks for.
        LANG = "data-lang";
        /// On what holds one tool's votes: the tool's id.
        TOOL = "data-tool";
        /// On a vote button: the key of the choice.
        VOTE = "data-vote";
        /// On the status that says what happened.
        SAID = "data-said";
        /// On the words that say whose votes a count holds.
        SCOPE = "data-scope";
        /// On what stands below the page inside an embed.
        FOOT = "data-foot";
        /// On what stands for a page that has not come yet.
        WAITING = "data-waiting";
        /// On the embed builder: the address of the site as recipes have it. On a script in a post: another address of the site.
        SITE = "data-site";
        /// On the embed builder: the path that the site is deployed at.
        BASE = "data-base";
        /// On a button: the id of what it copies.
        COPY = "data-copy";
        /// On a blog that previews an embed: whether it is light or dark.
        SCHEME = "data-scheme";
        /// On the place in such a blog that the embed is put into; the script says there which comparison it is.
        PREVIEW = "data-preview";
    } unscripted {
        /// On a comparison: how many tools there are. For stylesheets; no script reads it.
        TOOLS = "data-tools";
    };
    /// What `data-app` says.
    states {
        /// The app is there.
        ON = "on";
        /// The app will not come: controls are off, and say so.
        OFF = "off";
    };
    /// Keys of the browser's storage. They all begin with `shipside:`, because other sites may share the origin.
    keys {
        /// In `localStorage`: the theme's key.
        THEME = "shipside:theme";
        /// In `sessionStorage`: when the page was last loaded again because the app had failed, in milliseconds.
        RELOADED = "shipside:reloaded";
        /// In `sessionStorage`: that the app trapped, until the page is there again.
        TRAPPED = "shipside:trapped";
        /// In `sessionStorage`: what keys of choices begin with that outlive their page; a time and a random number follow.
        EARLY = "shipside:early";
    } unscripted {
        /// In `localStorage`: this reader's ballots. Its version is no part of the name that scripts have for it.
        BALLOTS = "shipside:ballots:v1";
        /// In `localStorage`: those of them that a server has not taken yet. Absent while there are none.
        OUTBOX = "shipside:outbox:v1";
        /// In `localStorage`: those of them that a server has, as it has them; a colon and the server's URL follow.
        TAKEN = "shipside:taken:v1";
        /// In `localStorage`, where the browser has no locks: until when a tab sends what waits, in milliseconds.
        LEASE = "shipside:outbox:lease";
        /// In `localStorage`: ballots that could not be read, so that nothing is destroyed.
        BALLOTS_CORRUPT = "shipside:ballots:v1:corrupt";
        /// In `localStorage`: the tools that the reader picked, a line each: id and name. No script reads it.
        PICKED = "shipside:picked";
        /// In `localStorage`: what keys begin with that hold how many changes of a tool this reader has seen; the tool's id follows. No
        /// script reads it.
        SEEN = "shipside:seen:";
        /// In `localStorage`: there once the reader has turned off the key that leads to the search. No script reads it.
        NO_SLASH = "shipside:no-slash";
        /// In `sessionStorage`: where entries of the history were scrolled to. No script reads it.
        SCROLL = "shipside:scroll";
    };
    /// What a choice is called that was made before the app was there: `vote`, or the name of its control.
    choices {
        /// A vote.
        VOTE = "vote";
        /// The choice of theme.
        THEME = "theme";
    } unscripted {
        /// A reviewer's checkbox in “Your panel”.
        PANEL = "panel";
        /// The choice of rows.
        ROWS = "rows";
        /// The button that hides a row.
        HIDE = "hide";
        /// The choice of a reviewer's verdicts.
        VERDICT = "verdict";
        /// The button that picks a tool to compare.
        PICK = "pick";
        /// What is typed into a search.
        QUERY = "q";
        /// The choice of category.
        CATEGORY = "category";
        /// The choice of what one gets in for.
        ENTRY = "entry";
        /// The choice of what comes first.
        SORT = "sort";
        /// Whether the key `/` leads to the search.
        SLASH = "slash";
    };
    /// Messages between the page inside an embed and the page around it, and the events that both pages hear of them.
    messages {
        /// From inside: the page is there.
        READY = "ready";
        /// From inside: its height has changed.
        RESIZE = "resize";
        /// From inside: the reader voted, changed or withdrew a vote.
        VOTE = "vote";
        /// From inside: the app did not load.
        ERROR = "error";
        /// From around: how the page should look.
        CONFIGURE = "configure";
    } unscripted {
        /// What an event's name begins with; the type of the message follows.
        EVENT = "shipside:";
    };
    /// Ids of the controls of the embed builder.
    wishes {
        /// Which comparison.
        COMPARISON = "comparison";
        /// Which view.
        VIEW = "view";
        /// Which theme.
        THEME = "theme";
        /// How wide the column is.
        WIDTH = "width";
        /// Which language.
        LANG = "lang";
    };
}

/// What a page's scripts and the app have in common.
pub mod page {
    /// The property of `document.documentElement` that holds what scripts and app share. README.md lists its members.
    pub const SHARED: &str = "shipside";
    /// The member that the app calls when it takes over.
    pub const TAKE_OVER: &str = "takeOver";
    /// The id of the JSON that a page comes with.
    pub const DATA: &str = "shipside";

    /// All of them, by what scripts write for them.
    pub const ALL: [(&str, &str); 3] = [("shared", SHARED), ("takeOver", TAKE_OVER), ("data", DATA)];
}

/// Ids of what the app gives focus to.
pub mod places {
    /// What was picked.
    pub const PICKED: &str = "picked";
    /// What changes a comparison.
    pub const CHANGE: &str = "change";
    /// The field that adds a tool.
    pub const ADD: &str = "add-tool";
    /// What has to be copied by hand.
    pub const BY_HAND: &str = "by-hand";
    /// The switch of blind mode.
    pub const BLIND: &str = "blind";
    /// What a blind test says at its end.
    pub const REVEALED: &str = "revealed";
}
