package io.kehu.auth.user;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/**
 * Shows the users to Spring Security's login. Whoever logged in is known by the user's id
 * from then on, because user names may change.
 */
@Component
class Accounts implements UserDetailsService, UserDetailsPasswordService {

	private final UserRepository users;

	Accounts(UserRepository users) {
		this.users = users;
	}

	@Override
	public UserDetails loadUserByUsername(String username) {
		return this.users.findByUsername(username)
			.map(Accounts::details)
			.orElseThrow(() -> new UsernameNotFoundException("No such user"));
	}

	/**
	 * Stores a hash made with today's algorithm in place of an older one.
	 */
	@Override
	public UserDetails updatePassword(UserDetails details, @Nullable String newPassword) {
		if (newPassword == null) {
			return details;
		}
		this.users.changePasswordHash(UUID.fromString(details.getUsername()), newPassword);
		return org.springframework.security.core.userdetails.User.withUserDetails(details)
			.password(newPassword)
			.build();
	}

	private static UserDetails details(User user) {
		return org.springframework.security.core.userdetails.User.withUsername(user.id().toString())
			.password(user.passwordHash())
			.disabled(!user.enabled())
			.authorities(List.of())
			.build();
	}

}
