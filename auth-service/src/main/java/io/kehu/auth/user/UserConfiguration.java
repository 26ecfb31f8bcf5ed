package io.kehu.auth.user;

import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.query.RecordLists;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the list of users.
 */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {

	static final ListFields<User> FIELDS = ListFields.ofDeletable("users u", User::id, User::deletedAt)
		.text("username", "u.username", User::username)
		.text("displayName", ListFields.names("u.display_name"), User::displayName)
		.optionalText("email", "u.email", (user) -> user.details().email())
		.optionalText("locale", "u.locale", (user) -> user.details().locale())
		.bool("enabled", "u.enabled")
		.bool("passwordResetRequired", "u.password_reset_required")
		.instant("createdAt", "u.created_at", User::createdAt)
		.instant("updatedAt", "u.updated_at", User::updatedAt)
		.several("role", "exists (select 1 from user_roles r where r.user_id = u.id and r.role = :value)")
		.several("teamId",
				"exists (select 1 from team_members m where m.user_id = u.id and cast(m.team_id as text) = :value)")
		.externalIds("user_external_id", "user_id")
		.search("u.search_text");

	@Bean
	RecordList<User> userList(RecordLists lists) {
		return lists.create(User.class, FIELDS);
	}

}
