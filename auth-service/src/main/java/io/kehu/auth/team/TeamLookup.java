package io.kehu.auth.team;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordLookup;
import org.jspecify.annotations.Nullable;

/**
 * The teams that a chunk of details refers to: loaded with two queries and extended as
 * new ones are created.
 */
final class TeamLookup implements RecordLookup<TeamDetails, Team> {

	private final Map<String, Team> byName = new HashMap<>();

	private final Map<ExternalId, Team> byExternalId = new HashMap<>();

	private final TeamRepository teams;

	private TeamLookup(TeamRepository teams) {
		this.teams = teams;
	}

	static TeamLookup of(TeamRepository repository, Collection<TeamDetails> details) {
		TeamLookup lookup = new TeamLookup(repository);
		repository.findByNameIn(details.stream().map(TeamDetails::name).distinct().toList()).forEach(lookup::add);
		repository.findByExternalIds(details.stream().flatMap((one) -> one.externalIds().stream()).distinct().toList())
			.forEach(lookup::add);
		return lookup;
	}

	@Override
	public void add(Team team) {
		this.byName.put(team.name(), team);
		team.externalIds().forEach((id) -> this.byExternalId.put(id, team));
	}

	@Override
	public @Nullable Team find(TeamDetails details) {
		Team found = null;
		for (ExternalId id : details.externalIds()) {
			Team team = this.byExternalId.get(id);
			if (team != null && found != null && !same(team, found)) {
				throw taken(team, details, id);
			}
			found = (team != null) ? team : found;
		}
		Team result = (found != null) ? found : this.byName.get(details.name());
		if (result != null && result.deleted()) {
			throw ProblemException.heldBy(result.id(), "/name", "belongs to a deleted team, which can be restored");
		}
		return result;
	}

	@Override
	public void check(TeamDetails details, @Nullable Team team) {
		Team namesake = this.byName.get(details.name());
		if (namesake != null && belongsToAnother(namesake, team)) {
			throw ProblemException.heldBy(namesake.id(), "/name", "is already taken by another team");
		}
		for (ExternalId id : details.externalIds()) {
			Team holder = this.byExternalId.get(id);
			if (holder != null && belongsToAnother(holder, team)) {
				throw taken(holder, details, id);
			}
		}
		UUID parent = details.parentId();
		if (parent != null) {
			checkParent(parent, team);
		}
	}

	/** Serializes changes of the tree: two concurrent moves could create a cycle. */
	private void checkParent(UUID parent, @Nullable Team team) {
		this.teams.lock(TeamRepository.TREE);
		if (!this.teams.isPresent(parent)) {
			throw ProblemException.invalid("/parentId", "unknown_reference", "no such team");
		}
		if (team != null && this.teams.isAtOrBelow(parent, team.id())) {
			throw ProblemException.invalid("/parentId", "cycle", "must not be the team itself or one of its subteams");
		}
	}

	private static boolean belongsToAnother(Team holder, @Nullable Team team) {
		return team == null || !same(holder, team);
	}

	private static boolean same(Team one, Team other) {
		return one.id().equals(other.id());
	}

	private static ProblemException taken(Team holder, TeamDetails details, ExternalId id) {
		return ProblemException.heldBy(holder.id(), "/externalIds/" + details.externalIds().indexOf(id),
				"%s:%s belongs to another team".formatted(id.system(), id.id()));
	}

}
