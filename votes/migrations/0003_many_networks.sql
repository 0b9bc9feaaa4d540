-- Ballots from new networks cost the same however many networks have voted that day. Clients are known also where the proxy writes ports,
-- brackets, quotation marks or zones, and IPv4 addresses as those of IPv6.

begin;

set local role votes_owner;

-- Whom the proxy names as the client, as text to be hashed: of IPv6 the network, because its hosts are as many as one likes. What no proxy
-- names is one address for all.
create or replace function votes_private.client(settings votes_private.settings) returns text
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

-- Counts a ballot towards what its network address may do in an hour (of UTC, whatever time zone a request prefers), or refuses it.
create or replace function votes_private.charge(tool text, is_new boolean) returns void
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

insert into votes_private.migrations (number) values (3);

notify pgrst, 'reload schema';

commit;
