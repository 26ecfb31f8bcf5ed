package io.kehu.platform.access;

import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A share of a record with a user or a team, in addition to its owner. Exactly one of
 * user and team is set.
 *
 * @param userId the id of the user, or null
 * @param teamId the id of the team, or null
 */
public record Share(@Nullable UUID userId, @Nullable UUID teamId, @NotNull SharePermission permission) {

	/**
	 * Returns the id of the user or of the team.
	 * @throws ProblemException if neither or both are set
	 */
	UUID grantee() {
		if ((this.userId == null) == (this.teamId == null)) {
			throw ProblemException.invalid("/userId", "required", "name either a user or a team");
		}
		return Objects.requireNonNull((this.userId != null) ? this.userId : this.teamId);
	}

	boolean toTeam() {
		return this.teamId != null;
	}

}
