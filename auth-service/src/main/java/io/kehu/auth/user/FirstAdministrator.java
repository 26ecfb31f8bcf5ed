package io.kehu.auth.user;

import java.util.List;
import java.util.Objects;

import io.kehu.auth.BootstrapLock;
import io.kehu.platform.record.RecordStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Creates the first administrator of a new system.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(FirstAdministrator.class);

	private final FirstAdministratorProperties properties;

	private final RecordStore<UserDetails, ?, UserView> users;

	private final AccountRepository accounts;

	private final PasswordEncoder passwords;

	private final BootstrapLock lock;

	FirstAdministrator(FirstAdministratorProperties properties, RecordStore<UserDetails, ?, UserView> users,
			AccountRepository accounts, PasswordEncoder passwords, BootstrapLock lock) {
		this.properties = properties;
		this.users = users;
		this.accounts = accounts;
		this.passwords = passwords;
		this.lock = lock;
	}

	@Override
	public void run(@Nullable ApplicationArguments arguments) {
		this.lock.run(() -> {
			if (this.accounts.isEmpty()) {
				create();
			}
		});
	}

	private void create() {
		String username = this.properties.username();
		String password = this.properties.password();
		if (!StringUtils.hasText(username) || !StringUtils.hasText(password)) {
			logger.warn("There are no users: set KEHU_AUTH_ADMIN_USERNAME and KEHU_AUTH_ADMIN_PASSWORD to create one");
			return;
		}
		String hash = Objects.requireNonNull(this.passwords.encode(password));
		UserView administrator = this.users.create(new UserDetails(username, username, null, null,
				List.of(UserRules.ADMINISTRATOR), List.of(), List.of()));
		this.accounts.changePasswordHash(administrator.id(), hash);
		logger.info("Created the first administrator, {}", administrator.username());
	}

}
