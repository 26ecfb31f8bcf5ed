package io.kehu.auth.team;

import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.record.RecordReading;

import org.springframework.stereotype.Service;

/**
 * Reads teams.
 */
@Service
class TeamReading extends RecordReading<Team, TeamView> {

	TeamReading(RecordList<Team> list, History history, RecordExport export) {
		super(list, history, export, "team", TeamView.class);
	}

}
