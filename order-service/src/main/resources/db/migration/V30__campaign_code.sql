-- The campaign that an order resulted from.
alter table orders add column campaign_code text;
