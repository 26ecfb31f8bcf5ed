package io.kehu.migration.move.plan;

import java.util.Set;

import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.value.ValueType;

/**
 * The types of columns in tables that a run creates. They hold all values of the source,
 * with two exceptions that the casts check: one-digit integers of MariaDB become
 * booleans, and its times become times of day.
 */
final class TargetTypes {

	/** Types of PostgreSQL whose binary form depends on nothing but the value. */
	private static final Set<String> STABLE = Set.of("inet", "cidr", "macaddr", "macaddr8", "bit", "varbit", "xml",
			"timetz", "point", "line", "lseg", "box", "path", "polygon", "circle", "tsvector", "_int2", "_int4",
			"_int8", "_text", "_varchar", "_numeric", "_float4", "_float8", "_bool", "_uuid", "_date", "_timestamp",
			"_timestamptz", "money", "int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange");

	private static final int LONGEST_KEY = 255;

	private static final int LONGEST_VARCHAR = 16_000;

	private TargetTypes() {
	}

	/**
	 * Returns the type of a target column.
	 * @param column the source column
	 * @param from the kind of the source
	 * @param to the kind of the target
	 * @param key whether the column belongs to the key
	 * @return the type in SQL
	 */
	static String of(Column column, DatabaseKind from, DatabaseKind to, boolean key) {
		if (to == DatabaseKind.POSTGRESQL) {
			return (from == DatabaseKind.POSTGRESQL) ? same(column) : toPostgresql(column);
		}
		return (from == DatabaseKind.MARIADB) ? column.declared() : toMariaDb(column, key);
	}

	private static String same(Column column) {
		boolean known = ValueTypes.of(DatabaseKind.POSTGRESQL, column) != ValueType.OTHER
				&& !column.type().equals("citext") && !column.type().equals("name");
		return (known || STABLE.contains(column.type())) ? column.declared() : "text";
	}

	private static String toPostgresql(Column column) {
		boolean unsigned = column.unsigned();
		return switch (column.type()) {
			case "tinyint" -> column.declared().startsWith("tinyint(1)") && !unsigned ? "boolean" : "smallint";
			case "year" -> "smallint";
			case "smallint" -> unsigned ? "integer" : "smallint";
			case "mediumint" -> "integer";
			case "int" -> unsigned ? "bigint" : "integer";
			case "bigint" -> unsigned ? "numeric(20,0)" : "bigint";
			case "bit" -> column.declared().equals("bit(1)") ? "boolean" : "bigint";
			case "decimal" -> "numeric(" + column.precision() + "," + column.scale() + ")";
			case "float" -> "real";
			case "double" -> "double precision";
			case "char", "varchar" -> (column.length() > 0) ? "varchar(" + column.length() + ")" : "text";
			case "tinytext", "text", "mediumtext", "longtext", "enum", "set", "inet4", "inet6" -> "text";
			case "json" -> "json";
			case "uuid" -> "uuid";
			case "date" -> "date";
			case "time" -> "time";
			case "datetime" -> "timestamp";
			case "timestamp" -> "timestamptz";
			default -> "bytea";
		};
	}

	private static String toMariaDb(Column column, boolean key) {
		return switch (column.type()) {
			case "bool" -> "tinyint(1)";
			case "int2" -> "smallint";
			case "int4" -> "int";
			case "int8" -> "bigint";
			case "numeric" -> (column.precision() > 0 && column.precision() <= 65 && column.scale() <= 38)
					? "decimal(" + column.precision() + "," + column.scale() + ")" : "decimal(65,30)";
			case "float4" -> "float";
			case "float8" -> "double";
			case "bytea" -> key ? "varbinary(" + LONGEST_KEY + ")" : "longblob";
			case "date" -> "date";
			case "time", "interval" -> "time(6)";
			case "timestamp", "timestamptz" -> "datetime(6)";
			case "uuid" -> "char(36)";
			case "varchar", "bpchar" -> (column.length() > 0 && column.length() <= LONGEST_VARCHAR)
					? "varchar(" + column.length() + ")" : text(key);
			default -> text(key);
		};
	}

	private static String text(boolean key) {
		return key ? "varchar(" + LONGEST_KEY + ")" : "longtext";
	}

}
