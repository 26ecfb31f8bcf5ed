package io.kehu.auth.user;

import java.util.Collection;

import io.kehu.auth.right.Catalogue;
import io.kehu.auth.right.Grantable;
import io.kehu.platform.record.RecordCheck;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares users.
 */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.users", "user", "registered", User.Event.values());

	@Bean
	RecordStore<UserDetails, User, UserView> users(RecordStores stores, Catalogue catalogue, UserRules rules) {
		return stores.of(User.class, User::register, EVENTS)
			.permission("user")
			.unique("username", UserDetails::username, User::username)
			.checkChunk((chunk) -> assignable(catalogue, chunk))
			.entails(rules::apply)
			.fields((fields) -> fields.text("username", User::username, UserDetails::normalized)
				.name("displayName", User::displayName)
				.caselessText("email", (user) -> user.details().email())
				.optionalText("locale", (user) -> user.details().locale())
				.bool("enabled")
				.bool("passwordResetRequired")
				.texts("role", "user_roles", "user_id", "role")
				.references("teamId", "team_members", "user_id", "team_id")
				.search("r.search_text"))
			.build();
	}

	private static RecordCheck<UserDetails> assignable(Catalogue catalogue, Collection<UserDetails> chunk) {
		Grantable grantable = catalogue.find(chunk.stream().flatMap((one) -> one.roles().stream()).distinct().toList(),
				chunk.stream().flatMap((one) -> one.teamIds().stream()).distinct().toList());
		return (candidate) -> grantable.check(candidate, UserDetails::roles, UserDetails::teamIds);
	}

}
