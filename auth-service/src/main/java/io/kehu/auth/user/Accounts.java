package io.kehu.auth.user;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows the users to the login. Whoever logged in is known by the user's id from then on,
 * because user names may change.
 */
@Component
public class Accounts implements UserDetailsService, UserDetailsPasswordService {

	private final AccountRepository accounts;

	private final UserService users;

	/** Takes the place of a password that somebody does not have, and matches nothing. */
	private final String noPassword;

	Accounts(AccountRepository accounts, UserService users, PasswordEncoder passwords) {
		this.accounts = accounts;
		this.users = users;
		this.noPassword = Objects.requireNonNull(passwords.encode(UUID.randomUUID().toString()));
	}

	/**
	 * Returns the form in which user names are stored and compared: who writes one in
	 * another case or with other signs for the same letters means the same account.
	 */
	public static String normalized(String username) {
		return io.kehu.auth.user.UserDetails.normalized(username);
	}

	/**
	 * Returns whoever logs in by this name, in any case.
	 */
	public Optional<Account> find(String username) {
		return this.accounts.findByUsername(username);
	}

	/**
	 * Returns whoever has this id.
	 */
	public Optional<Account> find(UUID id) {
		return this.accounts.findById(id);
	}

	/**
	 * Stores the hash of a password that the user has chosen; they need not choose
	 * another.
	 * @param hash the hash, with the name of the algorithm in front
	 */
	@Transactional
	public void changePassword(UUID id, String hash) {
		this.accounts.changePasswordHash(id, hash);
		this.users.requirePasswordReset(id, false);
	}

	@Override
	public UserDetails loadUserByUsername(String username) {
		return find(username).map(this::details).orElseThrow(() -> new UsernameNotFoundException("No such user"));
	}

	/**
	 * Stores a hash made with today's algorithm in place of an older one.
	 */
	@Override
	public UserDetails updatePassword(UserDetails details, @Nullable String newPassword) {
		if (newPassword == null) {
			return details;
		}
		this.accounts.changePasswordHash(UUID.fromString(details.getUsername()), newPassword);
		return User.withUserDetails(details).password(newPassword).build();
	}

	private UserDetails details(Account account) {
		String hash = account.passwordHash();
		return User.withUsername(account.id().toString())
			.password((hash != null) ? hash : this.noPassword)
			.disabled(!account.enabled())
			.authorities(List.of())
			.build();
	}

}
