alter table product alter column search_text set expression as (search_text_of(sku || ' ' || name));

drop index product_by_name;
create index product_by_name on product (name collate "und-x-icu", id);
