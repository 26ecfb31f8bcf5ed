package io.kehu.platform.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;
import io.kehu.platform.security.Scope;

/**
 * Selects the entries of the history by which callers lost access to records: another
 * owner or team, a share that was revoked, or another parent. An entry is only selected
 * for callers who had access before, so that it reveals nothing to others.
 */
public final class Withdrawals {

	private Withdrawals() {
	}

	/**
	 * Returns the condition that selects the entries of the history by which the caller
	 * lost access to a record of this type.
	 * @param alias the alias of the history in the query
	 */
	public static Restriction of(Class<?> type, String alias) {
		Guarded guarded = type.getAnnotation(Guarded.class);
		if (guarded == null) {
			return Restriction.NOTHING;
		}
		Restriction withdrawn = guarded.parent().isEmpty() ? ofOwned(guarded, alias)
				: ofChildren(guarded, alias, Access.owned(guarded, AccessLevel.READ, "parent"));
		return withdrawn.or(VisibleRecords.withdrawn(guarded, alias));
	}

	private static Restriction ofOwned(Guarded guarded, String alias) {
		Caller caller = Callers.current();
		Scope scope = AccessLevel.READ.scope(guarded, caller);
		if (scope == null || scope == Scope.ALL) {
			return Restriction.NOTHING;
		}
		List<String> alternatives = new ArrayList<>();
		Map<String, Object> parameters = new LinkedHashMap<>();
		// As in Access: what is shared with a team counts in the scope of teams only
		Collection<UUID> teams = (scope == Scope.TEAM) ? caller.teams() : List.of();
		UUID user = caller.userId();
		if (user != null) {
			alternatives.add(before(alias, "ownerId") + " = :withdrawnUser");
			parameters.put("withdrawnUser", user.toString());
		}
		if (!teams.isEmpty()) {
			alternatives.add(before(alias, "teamId") + " = any(:withdrawnTeams)");
			parameters.put("withdrawnTeams", texts(teams.stream()));
		}
		alternatives
			.add("(%1$s.action = 'unshared' and coalesce(%1$s.changes -> 'share' -> 0 ->> 'userId', ".formatted(alias)
					+ "%s.changes -> 'share' -> 0 ->> 'teamId') = any(:withdrawnGrantees))".formatted(alias));
		parameters.put("withdrawnGrantees",
				texts(Stream.concat(teams.stream(), (user != null) ? Stream.of(user) : Stream.empty())));
		return new Restriction("(" + String.join(" or ", alternatives) + ")", parameters);
	}

	/**
	 * Returns the condition for records whose access is derived from a parent.
	 * @param parents selects the visible ones in the table of the parents, whose alias is
	 * "parent"
	 */
	private static Restriction ofChildren(Guarded guarded, String alias, Restriction parents) {
		if (parents.unconditional()) {
			return Restriction.NOTHING;
		}
		return new Restriction("exists (select 1 from %s parent where parent.id = cast(%s as uuid) and %s)".formatted(
				guarded.parent(), before(alias, member(guarded.parentId())), parents.sql()), parents.parameters());
	}

	/** Returns the text of a member before the change. */
	private static String before(String alias, String member) {
		return "%s.changes -> '%s' ->> 0".formatted(alias, member);
	}

	/** Returns the member in JSON for a column. */
	static String member(String column) {
		StringBuilder name = new StringBuilder();
		for (String word : column.split("_", -1)) {
			name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
		}
		return name.toString();
	}

	private static String[] texts(Stream<UUID> ids) {
		return ids.map(UUID::toString).toArray(String[]::new);
	}

}
