package io.kehu.platform.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;

/**
 * Selects the records that their own visibility shows to the caller. It holds for every
 * scope: not even a permission for all records reveals what is private.
 */
final class VisibleRecords {

	private VisibleRecords() {
	}

	/** Returns whether the records of a type have a visibility of their own. */
	static boolean apply(Guarded guarded) {
		return guarded.visibleTo().length > 0;
	}

	/**
	 * Returns the condition, which all records of a type without visibilities meet.
	 * @param alias the alias of the table in the query
	 */
	static Restriction of(Guarded guarded, String alias) {
		if (!apply(guarded)) {
			return Restriction.NONE;
		}
		Caller caller = Callers.current();
		UUID user = caller.userId();
		List<String> alternatives = new ArrayList<>(List.of(alias + ".visibility = 'ALL'"));
		Map<String, Object> parameters = new LinkedHashMap<>();
		if (user != null) {
			for (String column : guarded.visibleTo()) {
				alternatives.add("%s.%s = :accessUser".formatted(alias, column));
			}
			parameters.put("accessUser", user);
		}
		if (!caller.teams().isEmpty()) {
			alternatives.add("%1$s.visibility = 'TEAM' and %1$s.team_id = any(:accessTeams)".formatted(alias));
			parameters.put("accessTeams", caller.teams().toArray(UUID[]::new));
		}
		return new Restriction("(" + String.join(" or ", alternatives) + ")", parameters);
	}

	/**
	 * Returns the condition that selects the entries of the history before which the
	 * record was visible to the caller, and which changed who sees it. What an entry did
	 * not change is taken from the record.
	 * @param alias the alias of the history in the query
	 */
	static Restriction withdrawn(Guarded guarded, String alias) {
		if (!apply(guarded)) {
			return Restriction.NOTHING;
		}
		Caller caller = Callers.current();
		UUID user = caller.userId();
		List<String> alternatives = new ArrayList<>(List.of(before(alias, "visibility") + " = 'all'"));
		Map<String, Object> parameters = new LinkedHashMap<>();
		if (user != null) {
			for (String column : guarded.visibleTo()) {
				alternatives.add(before(alias, column) + " = :withdrawnUser");
			}
			parameters.put("withdrawnUser", user.toString());
		}
		if (!caller.teams().isEmpty()) {
			alternatives.add("%s = 'team' and %s = any(:withdrawnTeams)".formatted(before(alias, "visibility"),
					before(alias, "team_id")));
			parameters.put("withdrawnTeams", caller.teams().stream().map(UUID::toString).toArray(String[]::new));
		}
		Restriction parents = guarded.parent().isEmpty() ? Restriction.NONE
				: Access.owned(guarded, AccessLevel.READ, "parent");
		return new Restriction("exists (select 1 from %s own%s where own.id = %s.record_id and (%s) and (%s) and %s)"
			.formatted(guarded.table(), parent(guarded), alias, changed(guarded, alias),
					String.join(" or ", alternatives), parents.sql()),
				parameters)
			.with(parents.parameters());
	}

	private static String parent(Guarded guarded) {
		return guarded.parent().isEmpty() ? ""
				: " join %s parent on parent.id = own.%s".formatted(guarded.parent(), guarded.parentId());
	}

	private static String changed(Guarded guarded, String alias) {
		List<String> columns = new ArrayList<>(Arrays.asList(guarded.visibleTo()));
		columns.addAll(List.of("visibility", "team_id"));
		return columns.stream()
			.map((column) -> "%s.changes -> '%s' is not null".formatted(alias, Withdrawals.member(column)))
			.collect(Collectors.joining(" or "));
	}

	/** Returns the text of a column before an entry, as it is in JSON. */
	private static String before(String alias, String column) {
		String member = Withdrawals.member(column);
		return "case when %1$s.changes -> '%2$s' is null then lower(cast(own.%3$s as text)) else %1$s.changes -> '%2$s' ->> 0 end"
			.formatted(alias, member, column.toLowerCase(Locale.ROOT));
	}

}
