package io.kehu.migration.move.plan;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.DatabaseKind;

/**
 * Derives a column from its type in SQL, for tables that do not exist yet.
 */
final class DeclaredType {

	private static final Pattern SHAPE = Pattern.compile(
			"([a-z_][a-z0-9_ ]*?)(?:\\s*\\(\\s*([0-9]+)\\s*(?:,\\s*([0-9]+)\\s*)?\\)|\\(.*\\))?( [a-z ]+)?(?:\\[\\])?");

	private DeclaredType() {
	}

	/**
	 * Derives a column.
	 * @param kind the kind of database
	 * @param like the source column, which has the same name and accepts nulls likewise
	 * @param declared the type in SQL
	 * @throws PlanException if the type is not plain
	 */
	static Column column(DatabaseKind kind, Column like, String name, String declared) {
		Matcher matcher = SHAPE.matcher(declared.toLowerCase(Locale.ROOT));
		if (!matcher.matches()) {
			throw new PlanException("The type " + declared + " of the column " + name + " is not a type in SQL.");
		}
		String words = matcher.group(1).strip() + ((matcher.group(4) != null) ? matcher.group(4) : "");
		String type = (kind == DatabaseKind.POSTGRESQL) ? postgresql(words) : words.split(" ", 2)[0];
		int first = (matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : 0;
		int second = (matcher.group(3) != null) ? Integer.parseInt(matcher.group(3)) : 0;
		boolean decimal = type.equals("numeric") || type.equals("decimal");
		boolean text = type.equals("varchar") || type.equals("bpchar") || type.equals("char")
				|| type.equals("varbinary") || type.equals("binary");
		return new Column(name, declared.endsWith("[]") ? "_" + type : type, declared, text ? first : 0,
				decimal ? first : 0, decimal ? second : 0, like.nullable() || like.generated(),
				(kind == DatabaseKind.MARIADB) ? "utf8mb4" : null, false, false, false);
	}

	private static String postgresql(String words) {
		return switch (words) {
			case "boolean" -> "bool";
			case "smallint" -> "int2";
			case "integer", "int" -> "int4";
			case "bigint" -> "int8";
			case "decimal" -> "numeric";
			case "real" -> "float4";
			case "double precision" -> "float8";
			case "character varying" -> "varchar";
			case "character", "char" -> "bpchar";
			case "timestamp without time zone" -> "timestamp";
			case "timestamp with time zone" -> "timestamptz";
			case "time without time zone" -> "time";
			case "time with time zone" -> "timetz";
			case "bit varying" -> "varbit";
			default -> words;
		};
	}

}
