package io.kehu.migration.move.load;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Why a database refuses a row.
 *
 * @param column the column, as far as known
 * @param value the value, as far as known
 * @param code the kind of reason
 * @param reason the message of the database
 */
public record Refusal(@Nullable String column, @Nullable String value, String code, String reason) {

	private static final List<Pattern> DETAILS = List.of(Pattern.compile("Key \\((.+?)\\)=\\((.*?)\\)"),
			Pattern.compile("column \"(.+?)\"(?:: \"(.*)\")?"), Pattern.compile("FOREIGN KEY \\(`(.+?)`\\)"),
			Pattern.compile("Duplicate entry '(?<value>.*)' for key"),
			Pattern.compile("column `?(?:.*`\\.)?`?(.+?)`? "), Pattern.compile("Column '(.+?)'"));

	private static final int INCORRECT_STRING = 1366;

	/**
	 * Returns whether an exception is about the data and not about the database.
	 * @param ex the exception
	 */
	public static boolean isAbout(SQLException ex) {
		String state = String.valueOf(ex.getSQLState());
		return state.startsWith("22") || state.startsWith("23") || state.startsWith("01")
				|| ex.getErrorCode() == INCORRECT_STRING;
	}

	static Refusal of(SQLException ex) {
		String message = String.valueOf(ex.getMessage()).replaceFirst("(?s)\n\\s*Where: .*", "").replace('\n', ' ');
		for (Pattern pattern : DETAILS) {
			Matcher matcher = pattern.matcher(message);
			if (matcher.find()) {
				boolean valueOnly = pattern.pattern().contains("?<value>");
				return new Refusal(valueOnly ? null : matcher.group(1),
						valueOnly ? matcher.group(1) : (matcher.groupCount() > 1) ? matcher.group(2) : null, code(ex),
						message);
			}
		}
		return new Refusal(null, null, code(ex), message);
	}

	/** MariaDB reports every violated constraint as 23000. */
	private static String code(SQLException ex) {
		return switch (String.valueOf(ex.getSQLState())) {
			case "23505" -> "duplicate_key";
			case "23503" -> "missing_reference";
			case "23502" -> "null_not_allowed";
			case "23514" -> "check_violated";
			case "22001" -> "too_long";
			case "22003" -> "out_of_range";
			case "23000" -> switch (ex.getErrorCode()) {
				case 1062 -> "duplicate_key";
				case 1452 -> "missing_reference";
				case 1048 -> "null_not_allowed";
				default -> "check_violated";
			};
			default -> "refused";
		};
	}

}
