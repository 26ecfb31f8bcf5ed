package io.kehu.auth.team;

import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.query.RecordLists;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the list of teams.
 */
@Configuration(proxyBeanMethods = false)
class TeamConfiguration {

	static final ListFields<Team> FIELDS = ListFields.ofDeletable("teams t", Team::id, Team::deletedAt)
		.text("name", ListFields.names("t.name"), Team::name)
		.reference("parentId", "t.parent_id")
		.instant("createdAt", "t.created_at", Team::createdAt)
		.instant("updatedAt", "t.updated_at", Team::updatedAt)
		.externalIds("team_external_id", "team_id")
		.search("search_text_of(t.name)");

	@Bean
	RecordList<Team> teamList(RecordLists lists) {
		return lists.create(Team.class, FIELDS);
	}

}
