package io.kehu.migration.move.database;

import java.util.regex.Pattern;

/**
 * The kinds of databases.
 */
public enum DatabaseKind {

	/** MariaDB and MySQL. */
	MARIADB("jdbc:mariadb://") {

		@Override
		public String quote(String name) {
			return "`" + name.replace("`", "``") + "`";
		}

		@Override
		String hash(String columns) {
			return "crc32(concat_ws(char(31), " + columns + "))";
		}

	},

	/** PostgreSQL. */
	POSTGRESQL("jdbc:postgresql://") {

		@Override
		public String quote(String name) {
			return "\"" + name.replace("\"", "\"\"") + "\"";
		}

		@Override
		String hash(String columns) {
			return "(hashtextextended(concat_ws(chr(31), " + columns + "), 0) & 2147483647)";
		}

	};

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

	private final String scheme;

	DatabaseKind(String scheme) {
		this.scheme = scheme;
	}

	/** Returns the beginning of its JDBC URLs. */
	public String scheme() {
		return this.scheme;
	}

	/**
	 * Quotes a name.
	 * @param name the name of a table or a column
	 * @return the name for SQL, never null
	 */
	public abstract String quote(String name);

	/** Returns an expression for a whole number that is not negative. */
	abstract String hash(String columns);

	/**
	 * Returns a literal for SQL.
	 * @param column the column that it is compared with
	 * @param text the value as {@link SourceRows#key} returns it
	 * @return the literal, never null
	 */
	public String literal(Column column, String text) {
		// MariaDB compares numbers with quoted ones as floating-point numbers
		if (column.numeric() && NUMBER.matcher(text).matches()) {
			return text;
		}
		if (this == MARIADB && column.sentAsBytes()) {
			return ((column.charset() != null) ? "_" + column.charset() + " " : "") + "x'" + text + "'";
		}
		return "'" + text.replace("'", "''") + "'";
	}

}
