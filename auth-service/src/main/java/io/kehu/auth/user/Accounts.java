package io.kehu.auth.user;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.web.Preconditions;
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
 * Adapts users to Spring Security. The principal's name is the user's id, because user
 * names can change.
 */
@Component
public class Accounts implements UserDetailsService, UserDetailsPasswordService {

	private final AccountRepository accounts;

	private final UserService users;

	/** Stands in for the hash of users without a password, and matches nothing. */
	private final String noPassword;

	Accounts(AccountRepository accounts, UserService users, PasswordEncoder passwords) {
		this.accounts = accounts;
		this.users = users;
		this.noPassword = Objects.requireNonNull(passwords.encode(UUID.randomUUID().toString()));
	}

	/**
	 * Returns the normalized form in which user names are stored and compared, so that
	 * different cases and equivalent characters denote the same account.
	 */
	public static String normalized(String username) {
		return io.kehu.auth.user.UserDetails.normalized(username);
	}

	/**
	 * Returns the account with this user name, in any case.
	 */
	public Optional<Account> find(String username) {
		return this.accounts.findByUsername(username);
	}

	/**
	 * Returns the account with this id.
	 */
	public Optional<Account> find(UUID id) {
		return this.accounts.findById(id);
	}

	/**
	 * Stores the hash of a password that the user has chosen, and lifts the requirement
	 * to choose one.
	 * @param hash the hash, prefixed with the algorithm
	 */
	@Transactional
	public void changePassword(UUID id, String hash) {
		this.accounts.changePasswordHash(id, hash);
		this.users.requirePasswordReset(id, false, Preconditions.NONE);
	}

	@Override
	public UserDetails loadUserByUsername(String username) {
		return find(username).map(this::details).orElseThrow(() -> new UsernameNotFoundException("No such user"));
	}

	/**
	 * Replaces a legacy hash with one of the current algorithm.
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
