package io.kehu.auth.team;

import java.util.Objects;
import java.util.UUID;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.revocation.Revocations;
import io.kehu.auth.right.GrantingRule;
import io.kehu.auth.right.RightsHolders;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordLocks;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The rules for changes of teams. Every change is audited. Callers can't make a team's
 * records visible to others unless they have the same access. Tokens of those above the
 * team are revoked.
 */
@Component
class TeamRules {

	private final TeamRepository teams;

	private final RecordLocks locks;

	private final RightsHolders holders;

	private final GrantingRule granting;

	private final Revocations revocations;

	private final AuditLog audit;

	TeamRules(TeamRepository teams, RecordLocks locks, RightsHolders holders, GrantingRule granting,
			Revocations revocations, AuditLog audit) {
		this.teams = teams;
		this.locks = locks;
		this.holders = holders;
		this.granting = granting;
		this.revocations = revocations;
		this.audit = audit;
	}

	/**
	 * Applies the rules to a stored change, within its transaction.
	 * @throws ProblemException if the change isn't allowed
	 */
	void apply(RecordChange change) {
		TeamView before = (TeamView) change.before();
		TeamView after = (TeamView) change.after();
		this.locks.lockHierarchy("team");
		if (after.deletedAt() != null && this.teams.isInUse(after.id())) {
			throw ProblemException.of(HttpStatus.CONFLICT, "in-use", "The team still has members or subteams.");
		}
		if (before == null) {
			checkPresent(place(after));
		}
		else {
			moved(after.id(), place(before), place(after));
		}
		this.audit.append(change);
	}

	/** Returns the parent of a team, or null if it is deleted. */
	private static @Nullable UUID place(TeamView team) {
		return (team.deletedAt() == null) ? team.parentId() : null;
	}

	private void moved(UUID team, @Nullable UUID from, @Nullable UUID to) {
		if (Objects.equals(from, to)) {
			return;
		}
		checkPresent(to);
		this.granting.check(this.holders.reachedFrom(from, team));
		this.granting.check(this.holders.reachedFrom(to, team));
		this.holders.aboveTeam(from).forEach(this.revocations::revoke);
		this.holders.aboveTeam(to).forEach(this.revocations::revoke);
	}

	/** The parent may have been deleted while this transaction waited for the lock. */
	private void checkPresent(@Nullable UUID parent) {
		if (parent != null && !this.teams.isPresent(parent)) {
			throw ProblemException.conflict("/parentId", "unknown_reference", "the parent team has been deleted");
		}
	}

}
