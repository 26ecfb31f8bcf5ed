package io.kehu.auth.team;

import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares teams.
 */
@Configuration(proxyBeanMethods = false)
class TeamConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.users", "team", "formed");

	@Bean
	RecordStore<TeamDetails, Team, TeamView> teams(RecordStores stores, TeamRules rules) {
		return stores.of(Team.class, Team::form, EVENTS)
			.permission("team")
			.unique("name", TeamDetails::name, Team::name)
			.hierarchy("parentId", TeamDetails::parentId)
			.entails(rules::apply)
			.fields((fields) -> fields.name("name", Team::name).reference("parentId").search("search_text_of(r.name)"))
			.build();
	}

}
