package io.kehu.customer.customer;

import java.util.Arrays;
import java.util.UUID;

import io.kehu.platform.test.token.TestToken;

/**
 * Whose a record is, seen from a caller who belongs to one team.
 */
enum AccessCase {

	OWN, OF_MY_TEAM, OWN_IN_ANOTHER_TEAM, FOREIGN, NOBODYS, READ_BY_ME, WRITTEN_BY_ME, READ_BY_MY_TEAM,
	WRITTEN_BY_MY_TEAM;

	static final UUID ME = UUID.randomUUID();

	static final UUID MY_TEAM = UUID.randomUUID();

	static final UUID ANOTHER = UUID.randomUUID();

	static final UUID ANOTHER_TEAM = UUID.randomUUID();

	/** Returns the members of a body that say whose the record is. */
	String ownership() {
		return switch (this) {
			case OWN -> fields(ME, MY_TEAM);
			case OF_MY_TEAM -> fields(ANOTHER, MY_TEAM);
			case OWN_IN_ANOTHER_TEAM -> fields(ME, ANOTHER_TEAM);
			case NOBODYS -> "\"ownerId\": null, \"teamId\": null";
			case FOREIGN, READ_BY_ME, WRITTEN_BY_ME, READ_BY_MY_TEAM, WRITTEN_BY_MY_TEAM ->
				fields(ANOTHER, ANOTHER_TEAM);
		};
	}

	static String fields(UUID owner, UUID team) {
		return "\"ownerId\": \"%s\", \"teamId\": \"%s\"".formatted(owner, team);
	}

	/** Returns the body that shares the record, or an empty text. */
	String share() {
		return switch (this) {
			case READ_BY_ME -> "{\"userId\": \"%s\", \"permission\": \"read\"}".formatted(ME);
			case WRITTEN_BY_ME -> "{\"userId\": \"%s\", \"permission\": \"write\"}".formatted(ME);
			case READ_BY_MY_TEAM -> "{\"teamId\": \"%s\", \"permission\": \"read\"}".formatted(MY_TEAM);
			case WRITTEN_BY_MY_TEAM -> "{\"teamId\": \"%s\", \"permission\": \"write\"}".formatted(MY_TEAM);
			case OWN, OF_MY_TEAM, OWN_IN_ANOTHER_TEAM, FOREIGN, NOBODYS -> "";
		};
	}

	/** Returns whether the scope itself reaches the record. */
	boolean reachedBy(String scope) {
		return scope.equals("all") || this == OWN || this == OWN_IN_ANOTHER_TEAM
				|| (this == OF_MY_TEAM && scope.equals("team"));
	}

	/** What is shared with a team is beyond the scope of one's own. */
	private boolean sharedWith(String scope) {
		return !scope.equals("own") || !share().contains("teamId");
	}

	boolean visibleTo(String scope) {
		return reachedBy(scope) || (sharedWith(scope) && !share().isEmpty());
	}

	boolean changeableBy(String scope) {
		return reachedBy(scope) || (sharedWith(scope) && share().contains("write"));
	}

	/** Returns the token of the caller. */
	static TestToken token(String scope, String... permissions) {
		String suffix = scope.equals("all") ? "" : ":" + scope;
		String[] scoped = Arrays.stream(permissions).map((one) -> one + suffix).toArray(String[]::new);
		return TestToken.user(ME, scoped).teams(MY_TEAM.toString());
	}

}
