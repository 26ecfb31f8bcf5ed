package io.kehu.customer.support;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The few fields of a user that the assignment of cases needs.
 */
record AgentState(boolean enabled, List<UUID> teamIds, @Nullable Instant deletedAt) {

	AgentState {
		teamIds = (teamIds != null) ? teamIds : List.of();
	}

	/** Returns whether cases can be assigned to the user. */
	boolean available() {
		return this.enabled && this.deletedAt == null;
	}

}
