package io.kehu.auth.team;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.Keyed;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A team, optionally below another one.
 */
@Entity
@Table(name = "teams")
class Team extends DetailedRecord<TeamDetails, TeamView> implements Keyed {

	private String name;

	private @Nullable UUID parentId;

	@ElementCollection
	@CollectionTable(name = "team_external_id", joinColumns = @JoinColumn(name = "team_id"))
	private Set<ExternalId> externalIds = new HashSet<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Team() {
	}

	@SuppressWarnings("NullAway.Init")
	private Team(TeamDetails details, Instant now) {
		super(now);
		apply(details);
	}

	/**
	 * Creates a team.
	 */
	static Team form(TeamDetails details, Instant now) {
		return new Team(details, now);
	}

	@Override
	protected void apply(TeamDetails details) {
		this.name = details.name();
		this.parentId = details.parentId();
		ExternalId.replace(this.externalIds, details.externalIds());
	}

	@Override
	public TeamDetails details() {
		return new TeamDetails(this.name, this.parentId, ExternalId.sorted(this.externalIds));
	}

	@Override
	public TeamView view() {
		return new TeamView(id(), version(), this.name, this.parentId, ExternalId.sorted(this.externalIds), createdAt(),
				updatedAt(), deletedAt());
	}

	String name() {
		return this.name;
	}

}
