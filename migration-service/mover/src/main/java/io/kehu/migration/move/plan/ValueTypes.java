package io.kehu.migration.move.plan;

import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.value.ValueType;

/**
 * The types of values by the types of columns.
 */
final class ValueTypes {

	private ValueTypes() {
	}

	static ValueType of(DatabaseKind kind, Column column) {
		return (kind == DatabaseKind.POSTGRESQL) ? postgresql(column.type()) : mariaDb(column);
	}

	private static ValueType postgresql(String type) {
		return switch (type) {
			case "bool" -> ValueType.BOOLEAN;
			case "int2" -> ValueType.SMALLINT;
			case "int4" -> ValueType.INTEGER;
			case "int8" -> ValueType.BIGINT;
			case "numeric" -> ValueType.NUMERIC;
			case "float4" -> ValueType.REAL;
			case "float8" -> ValueType.DOUBLE;
			case "text", "varchar", "bpchar", "name", "citext" -> ValueType.TEXT;
			case "json" -> ValueType.JSON;
			case "jsonb" -> ValueType.JSONB;
			case "bytea" -> ValueType.BYTES;
			case "date" -> ValueType.DATE;
			case "time" -> ValueType.TIME;
			case "timestamp" -> ValueType.TIMESTAMP;
			case "timestamptz" -> ValueType.INSTANT;
			case "interval" -> ValueType.INTERVAL;
			case "uuid" -> ValueType.UUID;
			default -> ValueType.OTHER;
		};
	}

	private static ValueType mariaDb(Column column) {
		return switch (column.type()) {
			case "tinyint", "year" -> ValueType.SMALLINT;
			case "smallint" -> column.unsigned() ? ValueType.INTEGER : ValueType.SMALLINT;
			case "mediumint" -> ValueType.INTEGER;
			case "int" -> column.unsigned() ? ValueType.BIGINT : ValueType.INTEGER;
			case "bigint" -> column.unsigned() ? ValueType.NUMERIC : ValueType.BIGINT;
			case "bit" -> ValueType.BIGINT;
			case "decimal" -> ValueType.NUMERIC;
			case "float" -> ValueType.REAL;
			case "double" -> ValueType.DOUBLE;
			case "date" -> ValueType.DATE;
			case "time" -> ValueType.INTERVAL;
			case "datetime" -> ValueType.TIMESTAMP;
			case "timestamp" -> ValueType.INSTANT;
			case "uuid" -> ValueType.UUID;
			case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set", "json", "inet4",
					"inet6" ->
				ValueType.TEXT;
			default -> ValueType.BYTES;
		};
	}

}
