-- Votes can be withdrawn on tools that are closed. Caches keep no tallies that other pages could not use.

begin;

set local role votes_owner;

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

revoke all on function votes_private.caching() from public;

-- Casts, changes or (choice null) withdraws a vote. Of a voter's ballots on a tool the highest seq stands, of equal ones the first:
-- requests may be repeated, replayed and reordered. Answers the ballot that stands: {"choice", "seq"}.
create or replace function votes.cast_ballot(tool text, voter text, choice text, seq integer, challenge text default null) returns jsonb
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
create or replace function votes.tallies(tools text[]) returns table (tool text, ship bigint, skip bigint)
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

insert into votes_private.migrations (number) values (2);

notify pgrst, 'reload schema';

commit;
