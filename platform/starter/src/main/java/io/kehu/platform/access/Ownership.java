package io.kehu.platform.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Whose a record is.
 *
 * @param ownerId the person's id, or null
 * @param teamId the team's id, or null
 */
public record Ownership(@Nullable UUID ownerId, @Nullable UUID teamId) {

	/** Returns the same with what is missing taken from another. */
	Ownership or(Ownership other) {
		return new Ownership((this.ownerId != null) ? this.ownerId : other.ownerId,
				(this.teamId != null) ? this.teamId : other.teamId);
	}

}
