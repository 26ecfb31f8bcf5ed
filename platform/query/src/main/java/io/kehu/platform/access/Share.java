package io.kehu.platform.access;

import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A record that is given to a person or to a team, besides its owner.
 *
 * @param userId the person, or else
 * @param teamId the team
 */
public record Share(@Nullable UUID userId, @Nullable UUID teamId, @NotNull SharePermission permission) {

	/**
	 * Returns to whom the record is given.
	 * @throws ProblemException when that is nobody, or two
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
