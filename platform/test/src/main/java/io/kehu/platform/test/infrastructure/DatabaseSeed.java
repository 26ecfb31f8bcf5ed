package io.kehu.platform.test.infrastructure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rows of a database right after its service has started, kept in a schema of the
 * same database so that it can be brought back to them.
 */
final class DatabaseSeed {

	private static final int ATTEMPTS = 5;

	/** PostgreSQL's code for a deadlock: a late query of the paused service. */
	private static final String DEADLOCK = "40P01";

	private static final String REMEMBER = """
			CREATE SCHEMA kehu_test_seed;
			CREATE TABLE kehu_test_seed.relation AS
				SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name, NOT c.relispartition AS root
				FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'pg_catalog' AND n.nspname <> 'pg_toast'
				AND n.nspname NOT IN ('information_schema', 'kehu_test_seed');
			CREATE TABLE kehu_test_seed.sequence AS
				SELECT format('%I.%I', schemaname, sequencename) AS name, last_value, start_value FROM pg_sequences;
			DO $$
			DECLARE
				relation record;
				filled boolean;
			BEGIN
				FOR relation IN SELECT * FROM kehu_test_seed.relation WHERE root LOOP
					EXECUTE 'SELECT EXISTS (SELECT FROM ' || relation.name || ')' INTO filled;
					IF filled THEN
						EXECUTE format('CREATE TABLE kehu_test_seed.%I AS TABLE ', 'rows_' || relation.oid) || relation.name;
					END IF;
				END LOOP;
			END $$""";

	private static final String RESTORE = """
			SET session_replication_role = replica;
			DO $$
			DECLARE
				relation record;
				filled boolean;
				columns text;
			BEGIN
				FOR relation IN SELECT format('%I.%I', n.nspname, c.relname) AS name
					FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
					WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'pg_catalog' AND n.nspname <> 'pg_toast'
					AND n.nspname NOT IN ('information_schema', 'kehu_test_seed')
					AND c.oid NOT IN (SELECT oid FROM kehu_test_seed.relation) LOOP
					EXECUTE 'DROP TABLE IF EXISTS ' || relation.name || ' CASCADE';
				END LOOP;
				FOR relation IN SELECT * FROM kehu_test_seed.relation WHERE root LOOP
					EXECUTE 'SELECT EXISTS (SELECT FROM ' || relation.name || ')' INTO filled;
					IF filled THEN
						EXECUTE 'TRUNCATE ' || relation.name || ' CASCADE';
					END IF;
				END LOOP;
				FOR relation IN SELECT * FROM kehu_test_seed.relation r
					WHERE to_regclass(format('kehu_test_seed.%I', 'rows_' || r.oid)) IS NOT NULL LOOP
					SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
						WHERE attrelid = relation.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
					EXECUTE format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM kehu_test_seed.%I',
						relation.name, columns, columns, 'rows_' || relation.oid);
				END LOOP;
				PERFORM setval(name::regclass, coalesce(last_value, start_value), last_value IS NOT NULL)
					FROM kehu_test_seed.sequence;
			END $$""";

	private DatabaseSeed() {
	}

	/** Remembers what the database holds now. */
	static DatabaseSeed of(Database database) {
		execute(database, REMEMBER);
		return new DatabaseSeed();
	}

	/** Brings the database back: rows, sequences, and no table that came later. */
	void restore(Database database) {
		execute(database, RESTORE);
	}

	private static void execute(Database database, String sql) {
		for (int attempt = 1;; attempt++) {
			try (Connection connection = database.server().connect(database.username());
					Statement statement = connection.createStatement()) {
				statement.execute(sql);
				return;
			}
			catch (SQLException ex) {
				if (!DEADLOCK.equals(ex.getSQLState()) || attempt == ATTEMPTS) {
					throw new IllegalStateException("The database cannot be brought back: " + ex.getMessage(), ex);
				}
			}
		}
	}

}
