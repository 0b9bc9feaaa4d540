-- Shipside's shared votes: all that the database holds. For PostgreSQL 13 or newer behind PostgREST 12 or newer; no extension is needed.
-- docs/VOTES.md says how to install, upgrade, back up and grow it. Whoever has it already applies what is new in migrations/.
--
-- Schema `votes` is what PostgREST serves: functions and nothing else. Schema `votes_private` is not served: tables, keys, helpers.
-- Locks are taken in one order, address, then ballot, then counter, tool by tool: no two requests can wait for each other.

begin;

do $$
begin
    -- Whose rights the functions have: not a superuser's.
    if not exists (select from pg_catalog.pg_roles where rolname = 'votes_owner') then
        create role votes_owner nologin;
    end if;
    if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
        execute format('grant votes_owner to %I', current_user);
    end if;
    -- Supabase has these two: a page's visitor, and who administers.
    if not exists (select from pg_catalog.pg_roles where rolname = 'anon') then
        create role anon nologin;
        alter role anon set statement_timeout = '5s';
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'service_role') then
        create role service_role nologin;
    end if;
end
$$;

create schema votes authorization votes_owner;
create schema votes_private authorization votes_owner;

set local role votes_owner;

grant usage on schema votes to anon, service_role;


-- Tables --------------------------------------------------------------------------------------------------------------------------

create table votes_private.migrations (
    number integer primary key,
    applied_at timestamptz not null default now()
);

create table votes_private.settings (
    only_row boolean primary key default true check (only_row),
    address_header text not null default 'x-forwarded-for' check (address_header = lower(address_header)),
    trusted_proxies integer not null default 1 check (trusted_proxies between 1 and 8),
    new_ballots_per_hour integer not null default 400 check (new_ballots_per_hour > 0),
    changes_per_hour integer not null default 2000 check (changes_per_hour > 0),
    ballots_per_hour integer not null default 15000 check (ballots_per_hour > 0),
    seconds_cached integer not null default 10 check (seconds_cached between 0 and 3600)
);
comment on column votes_private.settings.address_header is
    'The header in which the proxy in front of PostgREST names the client: it must overwrite or append to what clients send.';
comment on column votes_private.settings.trusted_proxies is
    'How many of the addresses in that header, counted from the right, were written by your own proxies: the client is the last of them.';
comment on column votes_private.settings.new_ballots_per_hour is 'Voters that one network address may bring to one tool.';
comment on column votes_private.settings.changes_per_hour is 'Changes of ballots on one tool from one network address.';
comment on column votes_private.settings.ballots_per_hour is 'Both, on all tools together.';
comment on column votes_private.settings.seconds_cached is 'How long browsers and CDNs may keep tallies.';

-- The two halves of an HMAC key, made once here. Who has them and a voter's secret can find that voter's ballots; without them
-- ballots cannot be told whose they are.
create table votes_private.keys (
    only_row boolean primary key default true check (only_row),
    inner_pad bytea not null check (length(inner_pad) = 64),
    outer_pad bytea not null check (length(outer_pad) = 64)
);

create table votes_private.tools (
    tool text primary key check (length(tool) <= 80 and tool ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    is_open boolean not null default true
);

-- One row a voter and tool. It stays when the vote is withdrawn, so that an older request that comes late is known to be older.
-- No foreign key: it would lock the tool's row for every ballot. Tools are never deleted, and votes.verify() looks.
create table votes_private.ballots (
    tool text not null,
    voter bytea not null check (length(voter) = 32),
    seq integer not null check (seq >= 1),
    choice text check (choice in ('ship', 'skip')),
    -- To the hour: enough to find a flood.
    changed_at timestamptz not null,
    primary key (tool, voter)
);
comment on column votes_private.ballots.voter is 'A keyed hash (HMAC-SHA-256) of the browser''s secret.';

-- Votes of one tool, in 16 rows, so that voters on one tool seldom wait for each other. They are small and change all the time: room in
-- the page for the next version, and a vacuum that does not wait for a share of the rows.
create table votes_private.counters (
    tool text not null,
    shard smallint not null check (shard between 0 and 15),
    ship bigint not null check (ship >= 0),
    skip bigint not null check (skip >= 0),
    primary key (tool, shard)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- What network addresses have spent, kept for a day. Unlogged: neither the write-ahead log nor a replica nor a base backup ever holds it.
create unlogged table votes_private.addresses (
    address bytea not null,
    hour timestamptz not null,
    tool text not null,
    new_ballots integer not null,
    changes integer not null,
    primary key (address, hour, tool)
);
create index on votes_private.addresses (hour);
comment on column votes_private.addresses.address is 'A hash under that day''s salt, which is deleted: nobody can compute it again.';

create unlogged table votes_private.salts (
    day date primary key,
    inner_pad bytea not null,
    outer_pad bytea not null
);

-- Nobody but the owner has any right on these; where somebody grants one by mistake, no row shows.
alter table votes_private.migrations enable row level security;
alter table votes_private.settings enable row level security;
alter table votes_private.keys enable row level security;
alter table votes_private.tools enable row level security;
alter table votes_private.ballots enable row level security;
alter table votes_private.counters enable row level security;
alter table votes_private.addresses enable row level security;
alter table votes_private.salts enable row level security;


-- Helpers name everything with its schema, and whoever calls them has pinned the search path: pinning it again would cost each ballot a tenth.

-- Hashes --------------------------------------------------------------------------------------------------------------------------

-- A key of HMAC (RFC 2104), of at most 64 bytes, as the two blocks that it is used as.
create function votes_private.pad(key bytea, with_byte integer) returns bytea
language sql immutable strict parallel safe as $$
    select decode(string_agg(lpad(to_hex((case when i < length(key) then get_byte(key, i) else 0 end) # with_byte), 2, '0'), '' order by i), 'hex')
    from generate_series(0, 63) as i
$$;

create function votes_private.hmac(inner_pad bytea, outer_pad bytea, message text) returns bytea
language sql immutable strict parallel safe as $$
    select sha256(outer_pad || sha256(inner_pad || convert_to(message, 'UTF8')))
$$;

-- 32 bytes that nobody can guess: two UUIDs hold 244 random bits.
create function votes_private.random_key() returns bytea
language sql volatile as $$
    select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
$$;

create function votes_private.shard_of(voter bytea) returns smallint
language sql immutable strict parallel safe as $$
    select (get_byte(voter, 0) & 15)::smallint
$$;

-- What is stored of a voter; a secret that is none is refused.
create function votes_private.hashed(voter text) returns bytea
language plpgsql stable as $$
begin
    if voter is null or octet_length(voter) <> 32 or voter !~ '^[0-9a-f]{32}$' then
        perform votes_private.refuse(422, 'malformed-voter', 'The voter is not 32 hexadecimal digits.');
    end if;
    return (select votes_private.hmac(k.inner_pad, k.outer_pad, voter) from votes_private.keys as k);
end
$$;


-- Refusing ------------------------------------------------------------------------------------------------------------------------

-- Ends the request with that status, and a body {"code", "message"}, to which `details` adds the seconds to wait, if it is worth
-- waiting. Readers may be shown the message. PostgREST takes all of it out of the error.
create function votes_private.refuse(status integer, code text, message text, retry_after integer default null) returns void
language plpgsql volatile as $$
declare
    headers jsonb := '{}';
begin
    if retry_after is not null then
        -- A page of another origin reads no header that is not exposed to it; hence in the body, too.
        headers := jsonb_build_object('Retry-After', retry_after::text, 'Access-Control-Expose-Headers', 'Retry-After');
    end if;
    raise sqlstate 'PGRST' using
        message = jsonb_build_object('code', code, 'message', message, 'details', retry_after::text, 'hint', null)::text,
        detail = jsonb_build_object('status', status, 'headers', headers)::text;
end
$$;

-- The seam for ALTCHA, Turnstile and their like: replace this function by one that judges the token. docs/VOTES.md has an example.
create function votes_private.passes(challenge text) returns boolean
language sql stable as $$
    select true
$$;


-- Network addresses ---------------------------------------------------------------------------------------------------------------

-- Whom the proxy names as the client, as text to be hashed: of IPv6 the network, because its hosts are as many as one likes. What no proxy
-- names is one address for all.
create function votes_private.client(settings votes_private.settings) returns text
language plpgsql stable as $$
declare
    named text[];
    told text;
    client inet;
begin
    named := string_to_array(nullif(current_setting('request.headers', true), '')::json ->> settings.address_header, ',');
    -- Some proxies write quotation marks, brackets, a port, or the zone of an IPv6 address.
    told := btrim(named[array_length(named, 1) + 1 - settings.trusted_proxies], ' "');
    client := coalesce(
        substring(told from '^\[([^]%]*)'), substring(told from '^([0-9.]+):[0-9]+$'), substring(told from '^([^%]*)%'), told
    );
    if client is null then
        return 'unknown';
    elsif client << '::ffff:0:0/96' then
        -- An IPv4 address, written as one of IPv6.
        return host('0.0.0.0'::inet + (client - '::ffff:0:0'::inet));
    elsif family(client) = 6 then
        return host(network(set_masklen(client, 64)));
    end if;
    return host(client);
exception when data_exception then
    return 'unknown';
end
$$;

-- The client, hashed with the day's salt. The first ballot of a day makes the salt and deletes the older ones.
create function votes_private.address(settings votes_private.settings) returns bytea
language plpgsql volatile as $$
declare
    today date := (now() at time zone 'UTC')::date;
    salt votes_private.salts;
    key bytea;
begin
    select * into salt from votes_private.salts where day = today;
    if not found then
        key := votes_private.random_key();
        insert into votes_private.salts values (today, votes_private.pad(key, 54), votes_private.pad(key, 92)) on conflict do nothing;
        delete from votes_private.salts where day < today;
        select * into salt from votes_private.salts where day = today;
    end if;
    return votes_private.hmac(salt.inner_pad, salt.outer_pad, votes_private.client(settings));
end
$$;

-- Counts a ballot towards what its network address may do in an hour (of UTC, whatever time zone a request prefers), or refuses it.
create function votes_private.charge(tool text, is_new boolean) returns void
language plpgsql volatile as $$
declare
    settings votes_private.settings;
    who bytea;
    this_hour timestamptz := date_trunc('hour', now(), 'UTC');
    spent record;
    is_first boolean;
begin
    select * into settings from votes_private.settings;
    who := votes_private.address(settings);
    -- Looked at first: whoever is to wait locks nothing.
    select
        coalesce(sum(a.new_ballots) filter (where a.tool = charge.tool), 0) as new_ballots,
        coalesce(sum(a.changes) filter (where a.tool = charge.tool), 0) as changes,
        coalesce(sum(a.new_ballots + a.changes), 0) as ballots
    into spent
    from votes_private.addresses as a
    where a.address = who and a.hour = this_hour;
    if spent.ballots >= settings.ballots_per_hour
        or (is_new and spent.new_ballots >= settings.new_ballots_per_hour)
        or (not is_new and spent.changes >= settings.changes_per_hour)
    then
        perform votes_private.refuse(
            429, 'too-many', 'Too many votes came from this network within an hour.',
            ceil(extract(epoch from this_hour + interval '1 hour' - now()))::integer
        );
    end if;
    insert into votes_private.addresses as a
    values (who, this_hour, charge.tool, is_new::integer, (not is_new)::integer)
    on conflict on constraint addresses_pkey do update
    set new_ballots = a.new_ballots + excluded.new_ballots, changes = a.changes + excluded.changes
    -- A row that was there has the transaction that locked it.
    returning a.xmax = 0 into is_first;
    -- Some that are a day old go with each row that comes; votes.tidy() takes the rest.
    if is_first then
        delete from votes_private.addresses where ctid = any (array(
            select a.ctid from votes_private.addresses as a
            where a.hour <= this_hour - interval '1 day'
            -- In the order of the index: else the planner, who takes a third of all rows for old, reads them all to find none.
            order by a.hour limit 10 for update skip locked
        ));
    end if;
end
$$;


-- Counting ------------------------------------------------------------------------------------------------------------------------

create function votes_private.count_ballot() returns trigger
language plpgsql as $$
declare
    ballot votes_private.ballots;
    more_ship integer := 0;
    more_skip integer := 0;
begin
    if tg_op = 'UPDATE' and (old.tool, old.voter) is distinct from (new.tool, new.voter) then
        raise exception 'a ballot keeps its tool and its voter';
    end if;
    if tg_op in ('UPDATE', 'DELETE') then
        ballot := old;
        more_ship := more_ship - coalesce((old.choice = 'ship')::integer, 0);
        more_skip := more_skip - coalesce((old.choice = 'skip')::integer, 0);
    end if;
    if tg_op in ('UPDATE', 'INSERT') then
        ballot := new;
        more_ship := more_ship + coalesce((new.choice = 'ship')::integer, 0);
        more_skip := more_skip + coalesce((new.choice = 'skip')::integer, 0);
    end if;
    if more_ship = 0 and more_skip = 0 then
        return null;
    end if;
    update votes_private.counters as c
    set ship = c.ship + more_ship, skip = c.skip + more_skip
    where c.tool = ballot.tool and c.shard = votes_private.shard_of(ballot.voter);
    -- The first vote makes the row; two first ones at once add up.
    if not found then
        insert into votes_private.counters as c values (ballot.tool, votes_private.shard_of(ballot.voter), more_ship, more_skip)
        on conflict on constraint counters_pkey do update set ship = c.ship + excluded.ship, skip = c.skip + excluded.skip;
    end if;
    return null;
end
$$;

create trigger count_ballot after insert or update or delete on votes_private.ballots
for each row execute function votes_private.count_ballot();

-- Makes the counters anew from the ballots; casting waits meanwhile. For after a repair by hand.
create function votes_private.recount() returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
    lock table votes_private.ballots in share row exclusive mode;
    delete from votes_private.counters;
    insert into votes_private.counters
    select b.tool, votes_private.shard_of(b.voter), count(*) filter (where b.choice = 'ship'), count(*) filter (where b.choice = 'skip')
    from votes_private.ballots as b
    where b.choice is not null
    group by 1, 2;
end
$$;

create function votes_private.count_nothing() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    delete from votes_private.counters;
    return null;
end
$$;

create trigger count_nothing after truncate on votes_private.ballots
for each statement execute function votes_private.count_nothing();


-- Caching --------------------------------------------------------------------------------------------------------------------------

-- The headers by which caches may keep an answer. One in front of PostgREST gives it to everybody who asks for its address, so it has to be
-- what a page gets: the whole list, as JSON, with the header that lets pages of other origins read it. PostgREST gives that only to who says
-- where they are from; everybody may read tallies.
create function votes_private.caching() returns text
language plpgsql stable as $$
declare
    asked json := nullif(current_setting('request.headers', true), '')::json;
begin
    if current_setting('request.method', true) in ('GET', 'HEAD')
        and asked ->> 'range' is null
        and asked ->> 'prefer' is null
        and coalesce(asked ->> 'accept', '*/*') in ('*/*', 'application/json')
    then
        return (
            -- Where a request has that header twice, PostgREST obeys the first and tells the last.
            select format(
                '[{"Cache-Control": "public, max-age=%s"}, {"Vary": "Accept"}%s]',
                s.seconds_cached,
                case when asked ->> 'origin' is null then ', {"Access-Control-Allow-Origin": "*"}' end
            )
            from votes_private.settings as s
        );
    end if;
    return '[{"Cache-Control": "no-store"}]';
end
$$;


-- What PostgREST serves -----------------------------------------------------------------------------------------------------------

-- Casts, changes or (choice null) withdraws a vote. Of a voter's ballots on a tool the highest seq stands, of equal ones the first:
-- requests may be repeated, replayed and reordered. Answers the ballot that stands: {"choice", "seq"}.
create function votes.cast_ballot(tool text, voter text, choice text, seq integer, challenge text default null) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    who bytea := votes_private.hashed(cast_ballot.voter);
    standing votes_private.ballots;
    is_new boolean;
begin
    if cast_ballot.choice not in ('ship', 'skip') then
        perform votes_private.refuse(422, 'malformed-choice', 'The choice is neither “ship” nor “skip” nor null.');
    end if;
    if cast_ballot.seq is null or cast_ballot.seq < 1 then
        perform votes_private.refuse(422, 'malformed-seq', 'The number of the ballot is not 1 to 2147483647.');
    end if;
    select * into standing from votes_private.ballots as b where b.tool = cast_ballot.tool and b.voter = who;
    is_new := not found;
    -- A repeat, or older than what stands: it costs a look, and nothing is charged.
    if is_new or standing.seq < cast_ballot.seq then
        -- Of a tool that is closed a ballot can be withdrawn, and nothing else.
        if (is_new or cast_ballot.choice is not null) and not exists (
            select from votes_private.tools as t where t.tool = cast_ballot.tool and t.is_open
        ) then
            perform votes_private.refuse(422, 'unknown-tool', 'Votes on this tool are not counted here.');
        end if;
        -- Withdrawing a vote is never refused for being too much; what withdraws nothing is.
        if is_new or cast_ballot.choice is not null or standing.choice is null then
            if votes_private.passes(cast_ballot.challenge) is not true then
                perform votes_private.refuse(403, 'challenge-failed', 'The check that keeps programs from voting was not passed.');
            end if;
            perform votes_private.charge(cast_ballot.tool, is_new);
        end if;
        insert into votes_private.ballots as b
        values (cast_ballot.tool, who, cast_ballot.seq, cast_ballot.choice, date_trunc('hour', now(), 'UTC'))
        on conflict on constraint ballots_pkey do update
        set seq = excluded.seq, choice = excluded.choice, changed_at = excluded.changed_at
        where b.seq < excluded.seq
        returning b.* into standing;
        -- Another request of the same voter came first, with a higher one.
        if not found then
            select * into standing from votes_private.ballots as b where b.tool = cast_ballot.tool and b.voter = who;
        end if;
    end if;
    return jsonb_build_object('choice', standing.choice, 'seq', standing.seq);
end
$$;

-- The votes on those tools; one row for each that was synced. For GET, and so for caches: /rpc/tallies?tools={a,b}
create function votes.tallies(tools text[]) returns table (tool text, ship bigint, skip bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 20 as $$
begin
    if tallies.tools is null or cardinality(tallies.tools) > 500 then
        perform votes_private.refuse(422, 'too-many-tools', 'Tallies are told of at most 500 tools at once.');
    end if;
    perform set_config('response.headers', votes_private.caching(), true);
    return query
    select t.tool, coalesce(sum(c.ship), 0)::bigint, coalesce(sum(c.skip), 0)::bigint
    from votes_private.tools as t left join votes_private.counters as c on c.tool = t.tool
    where t.tool = any (tallies.tools)
    group by t.tool
    order by t.tool;
end
$$;

-- Deletes every ballot of that voter, and answers how many: {"forgotten"}.
create function votes.forget_me(voter text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    who bytea := votes_private.hashed(forget_me.voter);
    cast_on text;
    forgotten integer := 0;
begin
    -- By tools and not by an index of voters, which every ballot would pay for; one at a time, in the order of locks.
    for cast_on in
        select t.tool from votes_private.tools as t join votes_private.ballots as b on b.tool = t.tool and b.voter = who order by t.tool
    loop
        delete from votes_private.ballots as b where b.tool = cast_on and b.voter = who;
        if found then
            forgotten := forgotten + 1;
        end if;
    end loop;
    return jsonb_build_object('forgotten', forgotten);
end
$$;

-- Declares which tools there are. Others are closed: their ballots stay, and no more are taken.
create function votes.sync_tools(tools text[]) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    added integer;
    reopened integer;
    closed integer;
begin
    if coalesce(cardinality(sync_tools.tools), 0) = 0 or array_position(sync_tools.tools, null) is not null then
        perform votes_private.refuse(422, 'no-tools', 'The list of tools is empty or has a hole.');
    end if;
    -- One at a time, or two lists could wait for each other.
    lock table votes_private.tools in share row exclusive mode;
    insert into votes_private.tools select distinct named from unnest(sync_tools.tools) as named on conflict do nothing;
    get diagnostics added = row_count;
    update votes_private.tools as t set is_open = true where not t.is_open and t.tool = any (sync_tools.tools);
    get diagnostics reopened = row_count;
    update votes_private.tools as t set is_open = false where t.is_open and t.tool <> all (sync_tools.tools);
    get diagnostics closed = row_count;
    return jsonb_build_object('added', added, 'reopened', reopened, 'closed', closed);
end
$$;

-- Every counter that differs from the rows that it counts; no row is the proof that all are right, also while votes are cast.
create function votes.verify() returns table (tool text, shard smallint, ship bigint, skip bigint, ship_rows bigint, skip_rows bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with counted as (
        select b.tool, votes_private.shard_of(b.voter) as shard,
            count(*) filter (where b.choice = 'ship') as ship, count(*) filter (where b.choice = 'skip') as skip
        from votes_private.ballots as b
        group by 1, 2
    ),
    compared as (
        select coalesce(c.tool, n.tool) as tool, coalesce(c.shard, n.shard) as shard,
            coalesce(c.ship, 0) as ship, coalesce(c.skip, 0) as skip, coalesce(n.ship, 0) as ship_rows, coalesce(n.skip, 0) as skip_rows
        from votes_private.counters as c full join counted as n on n.tool = c.tool and n.shard = c.shard
    )
    select * from compared as x
    where x.ship <> x.ship_rows or x.skip <> x.skip_rows or not exists (select from votes_private.tools as t where t.tool = x.tool)
    order by 1, 2
$$;

-- Deletes what is kept of network addresses after a day. For a clock: ballots that come in do the same bit by bit.
create function votes.tidy() returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    deleted integer;
begin
    delete from votes_private.salts where day < (now() at time zone 'UTC')::date;
    delete from votes_private.addresses where hour <= date_trunc('hour', now(), 'UTC') - interval '1 day';
    get diagnostics deleted = row_count;
    return jsonb_build_object('deleted', deleted);
end
$$;


-- Rights --------------------------------------------------------------------------------------------------------------------------

revoke all on all functions in schema votes, votes_private from public;
grant execute on function votes.cast_ballot(text, text, text, integer, text), votes.tallies(text[]), votes.forget_me(text) to anon;
grant execute on function votes.tallies(text[]), votes.sync_tools(text[]), votes.verify(), votes.tidy() to service_role;


-- First rows ----------------------------------------------------------------------------------------------------------------------

insert into votes_private.settings default values;
insert into votes_private.keys (inner_pad, outer_pad)
select votes_private.pad(key, 54), votes_private.pad(key, 92) from (select votes_private.random_key() as key offset 0) as made;
insert into votes_private.migrations (number) values (1), (2), (3);

notify pgrst, 'reload schema';

commit;
