package io.kehu.migration.move.database;

/**
 * The queries of the catalogue of a kind of database. Keys are listed with the primary
 * key first, and only those that have no nulls.
 *
 * @param tables the tables with estimated numbers of rows
 * @param columns the columns in their order
 * @param keys the columns of keys in their order
 * @param indexes the indexes other than primary keys
 * @param references the columns of foreign keys in their order
 */
record SchemaQueries(String tables, String columns, String keys, String indexes, String references) {

	private static final SchemaQueries MARIADB = new SchemaQueries(
			"""
					select table_name as `table`, table_rows as estimate from information_schema.tables
					where table_schema = database() and table_type = 'BASE TABLE' and table_name not like 'kehu|_move|_%' escape '|'
					order by table_name""",
			"""
					select table_name as `table`, column_name as `column`, data_type as type, column_type as declared,
					  character_maximum_length as length, numeric_precision as `precision`, numeric_scale as scale,
					  is_nullable as nullable, character_set_name as charset,
					  case when column_default is not null or extra <> '' then 'YES' else 'NO' end as filled,
					  case when extra like '%GENERATED' then 'YES' else 'NO' end as `generated`,
					case when extra like '%auto_increment%' then 'YES' else 'NO' end as counted
					from information_schema.columns where table_schema = database() order by table_name, ordinal_position""",
			"""
					select s.table_name as `table`, s.index_name as `key`, s.column_name as `column`
					from information_schema.statistics s
					where s.table_schema = database() and s.non_unique = 0 and not exists (
					  select 1 from information_schema.statistics n where n.table_schema = s.table_schema
					  and n.table_name = s.table_name and n.index_name = s.index_name
					  and (n.nullable = 'YES' or n.sub_part is not null))
					order by s.table_name, s.index_name <> 'PRIMARY', s.index_name, s.seq_in_index""", """
					select distinct table_name as `table`, index_name as `index` from information_schema.statistics
					where table_schema = database() and index_name <> 'PRIMARY' order by table_name, index_name""", """
					select table_name as `table`, constraint_name as name, column_name as `column`,
					  referenced_table_name as parent, referenced_column_name as parentColumn
					from information_schema.key_column_usage
					where table_schema = database() and referenced_table_schema = database()
					order by table_name, constraint_name, ordinal_position""");

	private static final SchemaQueries POSTGRESQL = new SchemaQueries("""
			select c.relname as "table", case when c.reltuples < 0
			  then pg_relation_size(c.oid) / 100 else c.reltuples end::bigint as estimate from pg_class c
			where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
			  and c.relname not like 'kehu|_move|_%' escape '|' order by c.relname""",
			"""
					select c.relname as "table", a.attname as "column", t.typname as type,
					  format_type(a.atttypid, a.atttypmod) as declared,
					  case when t.typname in ('varchar', 'bpchar') and a.atttypmod > 4 then a.atttypmod - 4 end as length,
					  case when t.typname = 'numeric' and a.atttypmod > 4 then ((a.atttypmod - 4) >> 16) & 65535 end as "precision",
					  case when t.typname = 'numeric' and a.atttypmod > 4 then (a.atttypmod - 4) & 2047 end as scale,
					  case when a.attnotnull then 'NO' else 'YES' end as nullable, null as charset,
					  case when a.atthasdef or a.attidentity <> '' then 'YES' else 'NO' end as filled,
					  case when a.attgenerated <> '' then 'YES' else 'NO' end as "generated",
					case when a.attidentity <> '' or pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null
					  then 'YES' else 'NO' end as counted
					from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
					where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
					  and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum""",
			"""
					select c.relname as "table", i.indexrelid::text as "key", a.attname as "column"
					from pg_index i join pg_class c on c.oid = i.indrelid
					cross join lateral unnest(i.indkey) with ordinality k (number, place)
					join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
					where c.relnamespace = current_schema()::regnamespace and i.indisunique and i.indpred is null
					  and i.indexprs is null and k.place <= i.indnkeyatts and not exists (
					    select 1 from unnest(i.indkey) n (number)
					    join pg_attribute b on b.attrelid = c.oid and b.attnum = n.number where not b.attnotnull)
					order by c.relname, not i.indisprimary, i.indexrelid, k.place""",
			"""
					select c.relname as "table", x.relname as "index" from pg_index i join pg_class c on c.oid = i.indrelid
					join pg_class x on x.oid = i.indexrelid
					where c.relnamespace = current_schema()::regnamespace and not i.indisprimary order by c.relname, x.relname""",
			"""
					select c.relname as "table", r.conname as name, a.attname as "column", p.relname as parent,
					  b.attname as "parentColumn"
					from pg_constraint r join pg_class c on c.oid = r.conrelid join pg_class p on p.oid = r.confrelid
					cross join lateral unnest(r.conkey, r.confkey) with ordinality k (mine, its, place)
					join pg_attribute a on a.attrelid = c.oid and a.attnum = k.mine
					join pg_attribute b on b.attrelid = p.oid and b.attnum = k.its
					where r.contype = 'f' and c.relnamespace = current_schema()::regnamespace
					order by c.relname, r.conname, k.place""");

	static SchemaQueries of(DatabaseKind kind) {
		return switch (kind) {
			case MARIADB -> MARIADB;
			case POSTGRESQL -> POSTGRESQL;
		};
	}

}
