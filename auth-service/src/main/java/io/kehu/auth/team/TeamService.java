package io.kehu.auth.team;

import java.time.Instant;
import java.util.Collection;

import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.record.RecordTools;

import org.springframework.stereotype.Service;

/**
 * Changes teams.
 */
@Service
class TeamService extends RecordService<TeamDetails, Team, TeamView> {

	private static final RecordEvents EVENTS = new RecordEvents(TeamEvent.FORMED, TeamEvent.CHANGED, TeamEvent.DELETED,
			TeamEvent.RESTORED);

	private final TeamRepository teams;

	private final TeamRules rules;

	TeamService(RecordTools tools, TeamRepository teams, TeamRules rules) {
		super(tools, EVENTS, teams);
		this.teams = teams;
		this.rules = rules;
	}

	@Override
	protected void stored(RecordChange change) {
		this.rules.apply(change);
	}

	@Override
	protected Team make(TeamDetails details, Instant now) {
		return Team.form(details, now);
	}

	@Override
	protected TeamLookup lookup(Collection<TeamDetails> details) {
		return TeamLookup.of(this.teams, details);
	}

}
