package io.kehu.auth.role;

import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.query.RecordLists;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the list of roles.
 */
@Configuration(proxyBeanMethods = false)
class RoleConfiguration {

	static final ListFields<Role> FIELDS = ListFields.ofDeletable("roles r", Role::id, Role::deletedAt)
		.text("name", "r.name", Role::name)
		.bool("builtIn", "r.built_in")
		.bool("secondFactorRequired", "r.second_factor_required")
		.instant("createdAt", "r.created_at", Role::createdAt)
		.instant("updatedAt", "r.updated_at", Role::updatedAt)
		.several("permission",
				"exists (select 1 from role_permissions p where p.role_id = r.id and p.permission = :value)")
		.search("search_text_of(r.name || ' ' || r.description)");

	@Bean
	RecordList<Role> roleList(RecordLists lists) {
		return lists.create(Role.class, FIELDS);
	}

}
