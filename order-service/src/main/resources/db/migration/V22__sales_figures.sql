-- By how much changes of orders have changed the figures of sales. Rows without a product are about orders as a whole;
-- the others about one product of an order.
create table sales_delta (
	id bigint generated always as identity primary key,
	day date not null,
	currency text not null,
	product_id uuid,
	customer_id uuid not null,
	owner_id uuid,
	team_id uuid,
	orders bigint not null,
	lines bigint not null,
	quantity numeric not null,
	revenue numeric not null
);

create index sales_delta_by_day on sales_delta (day);

-- Rows stay for seconds only; what they leave behind would slow reports down.
alter table sales_delta set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
	autovacuum_vacuum_insert_threshold = -1);

-- The figures by one dimension each. What is in a delta is not in here.
create table sales_rollup (
	dimension text not null,
	grain text not null,
	period date not null,
	member uuid,
	currency text not null,
	orders bigint not null,
	lines bigint not null,
	quantity numeric not null,
	revenue numeric not null
);

create unique index sales_rollup_key on sales_rollup (dimension, grain, period, member, currency) nulls not distinct;
create index sales_rollup_by_member on sales_rollup (dimension, grain, member, period) where member is not null;

-- Where a figure is rolled up. Customers are so many that they are only rolled up by month.
create function sales_places(day date, product_id uuid, customer_id uuid, owner_id uuid, team_id uuid)
returns table (dimension text, grain text, period date, member uuid) language sql immutable as $$
	select d.dimension, g.grain, g.period, d.member
	from (values ('NONE', null, $2 is null), ('PRODUCT', $2, $2 is not null), ('CUSTOMER', $3, $2 is null),
		('OWNER', $4, $2 is null), ('TEAM', $5, $2 is null)) as d (dimension, member, applies)
	cross join (values ('DAY', $1), ('MONTH', cast(date_trunc('month', cast($1 as timestamp)) as date))) as g (grain, period)
	where d.applies and (d.dimension <> 'CUSTOMER' or g.grain = 'MONTH')
$$;

-- The figures as they follow from the orders.
create view sales_truth as
	select o.order_date as day, o.currency, cast(null as uuid) as product_id, o.customer_id, o.owner_id, o.team_id,
		1 as orders, l.lines, l.quantity, l.revenue
	from orders o cross join lateral (
		select count(*) as lines, coalesce(sum(l.quantity), 0) as quantity, coalesce(sum(l.total), 0) as revenue
		from order_line l where l.order_id = o.id and l.order_date = o.order_date) as l
	where o.status in ('PLACED', 'CONFIRMED', 'COMPLETED') and o.deleted_at is null
	union all
	select o.order_date, o.currency, l.product_id, o.customer_id, o.owner_id, o.team_id, 1, count(*), sum(l.quantity),
		sum(l.total)
	from orders o join order_line l on l.order_id = o.id and l.order_date = o.order_date
	where o.status in ('PLACED', 'CONFIRMED', 'COMPLETED') and o.deleted_at is null
	group by o.id, o.order_date, o.currency, l.product_id, o.customer_id, o.owner_id, o.team_id;

insert into sales_delta (day, currency, product_id, customer_id, owner_id, team_id, orders, lines, quantity, revenue)
select day, currency, product_id, customer_id, owner_id, team_id, orders, lines, quantity, revenue from sales_truth;
