package io.kehu.migration.move.database;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name the name
 * @param type the type in lower case, without length and sign
 * @param declared the type as it is declared
 * @param length the most characters or bytes, or 0 without a limit
 * @param precision the most digits of a decimal number, or 0 without a limit
 * @param scale the decimals
 * @param nullable whether it accepts nulls
 * @param charset the character set of MariaDB's text columns
 * @param filled whether the database fills it: by a default, a sequence or an expression
 * @param generated whether the database always computes it
 * @param counted whether the database numbers its rows with it
 */
public record Column(String name, String type, String declared, int length, int precision, int scale, boolean nullable,
		@Nullable String charset, boolean filled, boolean generated, boolean counted) {

	private static final Set<String> WHOLE = Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "year", "int2",
			"int4", "int8");

	private static final Pattern SECOND_DECIMALS = Pattern.compile("\\(([0-6])\\)");

	private static final Set<String> TEMPORAL = Set.of("date", "time", "datetime", "timestamp");

	private static final Set<String> BYTES = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext",
			"enum", "set", "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit", "json",
			"geometry", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon",
			"geometrycollection", "uuid", "inet4", "inet6");

	/** Returns whether its values are whole numbers. */
	public boolean whole() {
		return WHOLE.contains(this.type);
	}

	/** Returns whether its values are whole or decimal numbers. */
	boolean numeric() {
		return whole() || this.type.equals("decimal") || this.type.equals("numeric");
	}

	/** Returns whether it is declared as unsigned. */
	public boolean unsigned() {
		return this.declared.contains("unsigned");
	}

	/**
	 * Returns the decimals of seconds that it holds, 6 unless MariaDB is told otherwise.
	 */
	public int secondDecimals(DatabaseKind kind) {
		Matcher digits = SECOND_DECIMALS.matcher(this.declared);
		if (digits.find()) {
			return Integer.parseInt(digits.group(1));
		}
		return (kind == DatabaseKind.MARIADB) ? 0 : 6;
	}

	/**
	 * Returns whether MariaDB's driver returns its values as the bytes that are stored.
	 */
	boolean sentAsBytes() {
		return BYTES.contains(this.type);
	}

	/** Returns whether its values are dates or times. */
	boolean temporal() {
		return TEMPORAL.contains(this.type);
	}

}
