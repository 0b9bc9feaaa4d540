//! Names that Rust, scripts and stylesheets share. A group's `ALL` is what scripts are given, under the last word of each name:
//! `HOOKS.vote` is `data-vote`.

/// Attributes that scripts, stylesheets and tests find elements by, or by which the page says what state it is in.
pub mod hooks {
    /// On the root: whether the app is there (`states`); absent while it is on its way.
    pub const APP: &str = "data-app";
    /// On the root: another site's page is around this one.
    pub const WITHIN: &str = "data-within";
    /// On the root: how the page is lit, a theme's key.
    pub const THEME: &str = "data-theme";
    /// On the root of the page inside an embed: what it shows, a view's key.
    pub const VIEW: &str = "data-view";
    /// On the root of the page inside an embed: the language that the host page asks for.
    pub const LANG: &str = "data-lang";
    /// On what holds one tool's votes: the tool's id.
    pub const TOOL: &str = "data-tool";
    /// On a vote button: the key of the choice.
    pub const VOTE: &str = "data-vote";
    /// On the status that says what happened.
    pub const SAID: &str = "data-said";
    /// On the words that say whose votes a count holds.
    pub const SCOPE: &str = "data-scope";
    /// On what stands below the page inside an embed.
    pub const FOOT: &str = "data-foot";
    /// On what stands for a page that has not come yet.
    pub const WAITING: &str = "data-waiting";
    /// On the embed builder: the address of the site as recipes have it.
    pub const SITE: &str = "data-site";
    /// On the embed builder: the path that the site is deployed at.
    pub const BASE: &str = "data-base";
    /// On a button: the id of what it copies.
    pub const COPY: &str = "data-copy";
    /// On a blog that previews an embed: whether it is light or dark.
    pub const SCHEME: &str = "data-scheme";
    /// On the place in such a blog that the embed is put into; the script says there which comparison it is.
    pub const PREVIEW: &str = "data-preview";
    /// On a comparison: how many tools there are. For stylesheets; no script reads it.
    pub const TOOLS: &str = "data-tools";

    /// Those that scripts are given, without `data-`, as `dataset` wants them.
    pub const ALL: [&str; 16] =
        [APP, WITHIN, THEME, VIEW, LANG, TOOL, VOTE, SAID, SCOPE, FOOT, WAITING, SITE, BASE, COPY, SCHEME, PREVIEW];
}

/// What `data-app` says.
pub mod states {
    /// The app is there.
    pub const ON: &str = "on";
    /// The app will not come: controls are off, and say so.
    pub const OFF: &str = "off";

    /// Both.
    pub const ALL: [&str; 2] = [ON, OFF];
}

/// Keys of the browser's storage. They all begin with `shipside:`, because other sites may share the origin.
pub mod keys {
    /// In `localStorage`: this reader's ballots. No script reads them.
    pub const BALLOTS: &str = "shipside:ballots:v1";
    /// In `localStorage`: ballots that could not be read, so that nothing is destroyed.
    pub const BALLOTS_CORRUPT: &str = "shipside:ballots:v1:corrupt";
    /// In `localStorage`: the theme's key.
    pub const THEME: &str = "shipside:theme";
    /// In `sessionStorage`: where entries of the history were scrolled to. No script reads it.
    pub const SCROLL: &str = "shipside:scroll";
    /// In `sessionStorage`: when the page was last loaded again because the app had failed, in milliseconds.
    pub const RELOADED: &str = "shipside:reloaded";
    /// In `sessionStorage`: what keys of choices begin with that outlive their page; a time follows.
    pub const EARLY: &str = "shipside:early";

    /// Those that scripts are given.
    pub const ALL: [&str; 3] = [THEME, RELOADED, EARLY];
}

/// What a choice is called that was made before the app was there: `vote`, or the name of its control.
pub mod choices {
    /// A vote.
    pub const VOTE: &str = "vote";
    /// A reviewer's checkbox in “Your panel”.
    pub const PANEL: &str = "panel";
    /// The choice of rows.
    pub const ROWS: &str = "rows";
    /// The button that hides a row.
    pub const HIDE: &str = "hide";
    /// The choice of theme.
    pub const THEME: &str = "theme";

    /// Those that scripts are given. The others they only pass on.
    pub const ALL: [&str; 2] = [VOTE, THEME];
}

/// Messages between the page inside an embed and the page around it, and the events that both pages hear of them.
pub mod messages {
    /// What an event's name begins with; the type of the message follows.
    pub const EVENT: &str = "shipside:";
    /// From inside: the page is there.
    pub const READY: &str = "ready";
    /// From inside: its height has changed.
    pub const RESIZE: &str = "resize";
    /// From inside: the reader voted, changed or withdrew a vote.
    pub const VOTE: &str = "vote";
    /// From inside: the app did not load.
    pub const ERROR: &str = "error";
    /// From around: how the page should look.
    pub const CONFIGURE: &str = "configure";

    /// Every type.
    pub const ALL: [&str; 5] = [READY, RESIZE, VOTE, ERROR, CONFIGURE];
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

/// Ids of the controls of the embed builder.
pub mod wishes {
    /// Which comparison.
    pub const COMPARISON: &str = "comparison";
    /// Which view.
    pub const VIEW: &str = "view";
    /// Which theme.
    pub const THEME: &str = "theme";
    /// How wide the column is.
    pub const WIDTH: &str = "width";
    /// Which language.
    pub const LANG: &str = "lang";

    /// All of them.
    pub const ALL: [&str; 5] = [COMPARISON, VIEW, THEME, WIDTH, LANG];
}
