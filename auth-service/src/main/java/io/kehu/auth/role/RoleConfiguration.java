package io.kehu.auth.role;

import java.util.List;

import io.kehu.auth.right.Catalogue;
import io.kehu.auth.right.Grantable;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares roles.
 */
@Configuration(proxyBeanMethods = false)
class RoleConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.users", "role", "defined");

	@Bean
	RecordStore<RoleDetails, Role, RoleView> roles(RecordStores stores, Catalogue catalogue, RoleRules rules) {
		return stores.of(Role.class, EVENTS)
			.permission("role")
			.identity("name", RoleDetails::name, Role::name)
			.checkChunk((chunk) -> {
				Grantable grantable = catalogue.find(List.of(), List.of());
				return (candidate) -> grantable.check(candidate.details().grants());
			})
			.entails(rules::apply)
			.fields((fields) -> fields.text("name", Role::name)
				.bool("builtIn")
				.bool("secondFactorRequired")
				.texts("permission", "role_permissions", "role_id", "permission")
				.search("search_text_of(r.name || ' ' || r.description)"))
			.build();
	}

}
