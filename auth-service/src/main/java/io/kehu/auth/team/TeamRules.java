package io.kehu.auth.team;

import java.util.Objects;
import java.util.UUID;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.revocation.Revocations;
import io.kehu.auth.right.GrantingRule;
import io.kehu.auth.right.RightsHolders;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What each change of a team entails: it is noted in the audit log; nobody puts a team
 * where others see its records who does not see them; and those above need new tokens.
 */
@Component
class TeamRules {

	private final TeamRepository teams;

	private final RightsHolders holders;

	private final GrantingRule granting;

	private final Revocations revocations;

	private final AuditLog audit;

	TeamRules(TeamRepository teams, RightsHolders holders, GrantingRule granting, Revocations revocations,
			AuditLog audit) {
		this.teams = teams;
		this.holders = holders;
		this.granting = granting;
		this.revocations = revocations;
		this.audit = audit;
	}

	/**
	 * Applies them to a change that is stored already, in its transaction.
	 * @throws ProblemException when it may not be
	 */
	void apply(RecordChange change) {
		TeamView before = (TeamView) change.before();
		TeamView after = (TeamView) change.after();
		this.teams.lock(TeamRepository.TREE);
		if (after.deletedAt() != null && this.teams.isInUse(after.id())) {
			throw ProblemException.of(HttpStatus.CONFLICT, "in-use",
					"Somebody belongs to this team, or another team is below it.");
		}
		if (before != null) {
			moved(after.id(), place(before), place(after));
		}
		this.audit.append(change);
	}

	/** Where a team is: under its parent, or nowhere. */
	private static @Nullable UUID place(TeamView team) {
		return (team.deletedAt() == null) ? team.parentId() : null;
	}

	private void moved(UUID team, @Nullable UUID from, @Nullable UUID to) {
		if (Objects.equals(from, to)) {
			return;
		}
		if (to != null && !this.teams.isPresent(to)) {
			throw ProblemException.conflict("/parentId", "unknown_reference", "the team above is deleted");
		}
		this.granting.check(this.holders.reachedFrom(from, team));
		this.granting.check(this.holders.reachedFrom(to, team));
		this.holders.aboveTeam(from).forEach(this.revocations::revoke);
		this.holders.aboveTeam(to).forEach(this.revocations::revoke);
	}

}
