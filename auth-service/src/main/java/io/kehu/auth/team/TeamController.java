package io.kehu.auth.team;

import io.kehu.platform.record.KeyedController;
import io.kehu.platform.record.RecordStore;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Teams over HTTP.
 */
@RestController
@RequestMapping("/api/v1/teams")
class TeamController extends KeyedController<TeamDetails, TeamView> {

	TeamController(RecordStore<TeamDetails, ?, TeamView> teams) {
		super(teams);
	}

}
